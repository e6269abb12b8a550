/** What `npm run accuracy` measures of names, and the floors that hold. */
import type { Lexicon } from '../../data/facts.ts';
import weights from '../../data/name-weights.json' with { type: 'json' };
import type { Engine } from '../../matching/model.ts';
import { readDevelopmentTexts, readLabelledTexts, readTextsAside } from './labelled-texts.ts';
import type { LabelledText } from './labelled-texts.ts';
import { measureText } from './measure.ts';
import type { SharedResult, TextResult } from './measure.ts';
import { calibrationError, crossValidate, readTexts, sum } from './name-models.ts';
import type { Report } from './report.ts';

interface Result extends TextResult {
  text: LabelledText;
}

/** `shared`: null where the development set is not there. */
export function measureNames(engine: Engine, lexicon: Lexicon, shared: SharedResult | null, report: Report): void {
  measureFolds(lexicon, report);
  measureAside(engine, report);
  if (!shared) return;
  report.share('development set, mentions: precision', shared.mentions.precision ?? 0, 0.99);
  report.share('development set, mentions: recall', shared.mentions.recall ?? 0, 0.97);
  report.share('development set, mentions: F1 of exact spans', shared.exact.f1 ?? 0, 0.95);
  report.atMost('development set, look-alikes: false marks per 1,000 words', shared.lookalikePer1000, 0.1);
}

/** The texts that the models are fitted to, each judged by models that were fitted without it. */
function measureFolds(lexicon: Lexicon, report: Report): void {
  const texts = [...readLabelledTexts(), ...readDevelopmentTexts()];
  const judged = crossValidate(readTexts(texts, lexicon));
  console.log(`${texts.length} labelled texts, cross-validated by text:`);
  for (const [batch, part] of Map.groupBy(judged, ({ read }) => read.text.batch)) {
    const { right, wrong, labelled } = sum(part, weights.threshold);
    console.log(
      `  ${batch.padEnd(12)} ${String(part.length).padStart(4)} texts  precision ${percent(right / (right + wrong || 1))}  recall ${percent(right / (labelled || 1))}  of ${labelled}`,
    );
  }
  const { right, wrong, labelled } = sum(judged, weights.threshold);
  report.share('names, cross-validated: precision', right / (right + wrong), 0.95);
  report.share('names, cross-validated: recall', right / labelled, 0.9);
  report.atMost('names, cross-validated: calibration error', calibrationError(judged), 0.05);
}

/** Texts that nothing was tuned on, by batch. */
function measureAside(engine: Engine, report: Report): void {
  const texts = readTextsAside();
  const known = new Set(readLabelledTexts().flatMap(({ mentions }) => mentions.map(({ entity }) => entity)));
  const results = texts.map((text): Result => ({ text, ...measureText(text, engine, known) }));
  console.log(`${texts.length} texts set aside, on which nothing was tuned:`);
  for (const [batch, part] of Map.groupBy(results, ({ text }) => text.batch))
    for (const [kind, some] of Map.groupBy(part, ({ text }) => text.kind))
      console.log(
        `  ${`${batch}, ${kind}`.padEnd(24)} ${String(some.length).padStart(4)} texts  ${total(some, 'words')} words  precision ${percent(precision(some))}  recall ${percent(recall(some))}  of ${total(some, 'right') + total(some, 'missed')}  false ${total(some, 'wrong')}`,
      );
  const ordinary = results.filter(({ text }) => text.batch === 'ordinary');
  const hard = results.filter(({ text }) => text.batch.startsWith('hard'));
  const further = results.filter(({ text }) => furtherBatches.includes(text.batch));
  const lookalikes = results.filter(({ text }) => text.kind === 'lookalike');
  report.share('set aside, ordinary: precision', precision(ordinary), 0.98);
  report.share('set aside, ordinary: recall', recall(ordinary), 0.98);
  report.share('set aside, six further batches: precision', precision(further), 0.9);
  report.share('set aside, six further batches: recall', recall(further), 0.87);
  report.share('set aside, hard: precision', precision(hard), 0.95);
  report.share('set aside, hard: recall', recall(hard), 0.81);
  report.share('set aside: exact spans among the right ones', total(results, 'exact') / total(results, 'right'), 0.95);
  report.atMost('set aside, look-alikes: false marks per 1,000 words', falsePer1000(lookalikes), 0.5);
  report.atMost('set aside: silent texts of the affair', results.filter(isSilent).length, 4);
}

/** A third of each was set aside by a hash of its file names, whatever stood in it. */
const furtherBatches = ['everyday', 'verdicts', 'unnamed', 'listings', 'acronyms', 'twins'];

const longestHeadline = 3;

/** A text of the affair of three lines and more, or sentences, in which nothing is marked. */
function isSilent({ text: { kind, text }, right, wrong }: Result): boolean {
  return kind === 'affair' && right + wrong === 0 && text.split(/[.!?\n]\s/u).length >= longestHeadline;
}

function total(part: readonly Result[], what: 'right' | 'wrong' | 'missed' | 'exact' | 'words'): number {
  return part.reduce((sum, result) => sum + result[what], 0);
}

function precision(part: readonly Result[]): number {
  return total(part, 'right') / (total(part, 'right') + total(part, 'wrong') || 1);
}

function recall(part: readonly Result[]): number {
  return total(part, 'right') / (total(part, 'right') + total(part, 'missed') || 1);
}

function falsePer1000(part: readonly Result[]): number {
  return (1000 * total(part, 'wrong')) / total(part, 'words');
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1).padStart(5)} %`;
}
