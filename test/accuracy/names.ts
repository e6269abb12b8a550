/** What `npm run accuracy` measures of names, and the floors that hold. */
import type { Engine } from '../../matching/model.ts';
import { readLabelledTexts } from './labelled-texts.ts';
import { measureText } from './measure.ts';
import type { SharedResult } from './measure.ts';
import type { Report } from './report.ts';

/** `shared`: null where the development set is not there. */
export function measureNames(engine: Engine, shared: SharedResult | null, report: Report): void {
  const texts = readLabelledTexts();
  const known = new Set(texts.flatMap(({ mentions }) => mentions.map(({ entity }) => entity)));
  const results = texts.map((text) => ({
    ...measureText(text, engine, known),
    language: text.language,
    kind: text.kind,
  }));
  const total = (part: typeof results, what: 'right' | 'wrong' | 'missed' | 'exact' | 'words'): number =>
    part.reduce((sum, result) => sum + result[what], 0);
  const precision = (part: typeof results): number =>
    total(part, 'right') / (total(part, 'right') + total(part, 'wrong') || 1);
  const recall = (part: typeof results): number =>
    total(part, 'right') / (total(part, 'right') + total(part, 'missed') || 1);

  const languages = Map.groupBy(results, ({ language }) => language);
  console.log(`${texts.length} labelled texts in ${languages.size} languages, ${total(results, 'words')} words:`);
  for (const [language, part] of languages) {
    const percent = (share: number): string => `${(100 * share).toFixed(1).padStart(5)} %`;
    const labelled = total(part, 'right') + total(part, 'missed');
    console.log(
      `  ${language}  precision ${percent(precision(part))}  recall ${percent(recall(part))}  of ${labelled}`,
    );
  }
  const lookalikes = results.filter(({ kind }) => kind === 'lookalike');
  report.share('own texts, mentions: precision', precision(results), 0.965);
  report.share('own texts, mentions: recall', recall(results), 0.97);
  report.share('own texts, exact spans among the right ones', total(results, 'exact') / total(results, 'right'), 0.98);
  report.atMost(
    'own texts, look-alikes: false marks per 1,000 words',
    (1000 * total(lookalikes, 'wrong')) / total(lookalikes, 'words'),
    0.1,
  );
  report.confusion.push(...results.flatMap(({ confusion }) => confusion));

  if (!shared) return;
  report.share('development set, mentions: precision', shared.mentions.precision ?? 0, 0.99);
  report.share('development set, mentions: recall', shared.mentions.recall ?? 0, 0.97);
  report.share('development set, mentions: F1 of exact spans', shared.exact.f1 ?? 0, 0.95);
  report.atMost('development set, look-alikes: false marks per 1,000 words', shared.lookalikePer1000, 0.1);
}
