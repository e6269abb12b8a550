/**
 * Measures the matching on labelled texts and sentences, and holds it to floors. Usage: `npm run accuracy [-- --confusion]`; with `--confusion`
 * each miss and false alarm is printed with its sentence, so that the next person knows what to mend in `data/`. Exit status 1 under a floor.
 */
import { join } from 'node:path';
import { compileLexicon, readFactBase } from '../../data/compile.ts';
import { ClaimMatcher } from '../../matching/claims/matcher.ts';
import { claimKnowledge } from '../../matching/claims/knowledge.ts';
import { createEngine } from '../../matching/engine.ts';
import { judgeWith } from '../../matching/claims/passages.ts';
import { matchLabelled, readLabelledSentences } from './labelled-sentences.ts';
import { readLabelledTexts } from './labelled-texts.ts';
import { measureShared, measureText } from './measure.ts';

/** Shares, but for the false marks on look-alike texts: those are counted per 1,000 words. */
const floors = {
  'own texts, mentions: precision': 0.965,
  'own texts, mentions: recall': 0.97,
  'own texts, exact spans among the right ones': 0.98,
  'own sentences, claims: precision': 0.9,
  'own sentences, claims: recall': 0.68,
  'development set, mentions: precision': 0.99,
  'development set, mentions: recall': 0.97,
  'development set, mentions: F1 of exact spans': 0.95,
  'development set, claims: precision': 0.9,
  'development set, claims: recall': 0.75,
};
const ceilings = {
  'own texts, look-alikes: false marks per 1,000 words': 0.1,
  'development set, look-alikes: false marks per 1,000 words': 0.1,
};

const base = readFactBase();
const lexicon = compileLexicon(base);
const knowledge = claimKnowledge(base);
const matcher = new ClaimMatcher(knowledge);
const engine = createEngine(lexicon, judgeWith(matcher));
const confusion: string[] = [];
const failures: string[] = [];

function report(name: keyof typeof floors | keyof typeof ceilings, value: number): void {
  const floor = (floors as Record<string, number>)[name];
  const ceiling = (ceilings as Record<string, number>)[name];
  const holds = floor === undefined ? value <= ceiling! : value >= floor;
  if (!holds) failures.push(name);
  const shown = (number: number): string =>
    floor === undefined ? number.toFixed(2) : `${(100 * number).toFixed(1)} %`;
  console.log(
    `${holds ? ' ' : '✗'} ${name.padEnd(62)} ${shown(value).padStart(8)}  (${floor === undefined ? 'at most' : 'at least'} ${shown(floor ?? ceiling!)})`,
  );
}

const texts = readLabelledTexts();
const known = new Set(texts.flatMap(({ mentions }) => mentions.map(({ entity }) => entity)));
const results = texts.map((text) => ({
  ...measureText(text, engine, known),
  language: text.language,
  kind: text.kind,
}));
const total = (part: typeof results, what: 'right' | 'wrong' | 'missed' | 'exact' | 'words'): number =>
  part.reduce((sum, result) => sum + result[what], 0);
console.log(
  `${texts.length} labelled texts in ${new Set(texts.map(({ language }) => language)).size} languages, ${total(results, 'words')} words:`,
);
for (const [language, part] of Map.groupBy(results, (result) => result.language)) {
  const [right, wrong, missed] = (['right', 'wrong', 'missed'] as const).map((what) => total(part, what)) as [
    number,
    number,
    number,
  ];
  console.log(
    `  ${language}  precision ${((100 * right) / (right + wrong || 1)).toFixed(1).padStart(5)} %  recall ${((100 * right) / (right + missed || 1)).toFixed(1).padStart(5)} %  of ${right + missed}`,
  );
}
const lookalikes = results.filter(({ kind }) => kind === 'lookalike');
report('own texts, mentions: precision', total(results, 'right') / (total(results, 'right') + total(results, 'wrong')));
report('own texts, mentions: recall', total(results, 'right') / (total(results, 'right') + total(results, 'missed')));
report('own texts, exact spans among the right ones', total(results, 'exact') / total(results, 'right'));
report(
  'own texts, look-alikes: false marks per 1,000 words',
  (1000 * total(lookalikes, 'wrong')) / total(lookalikes, 'words'),
);
confusion.push(...results.flatMap((result) => result.confusion));

// The weights were fitted to these sentences: `npm run fit` reports what to expect of others, by cross-validation
let [right, wrong, found, labelled] = [0, 0, 0, 0];
for (const sentence of readLabelledSentences()) {
  const expected = sentence.claims.map(({ claim }) => claim);
  const matches = matchLabelled(sentence, engine, matcher).map(({ claim }) => claim);
  const hits = matches.filter((claim) => expected.includes(claim)).length;
  right += hits;
  wrong += matches.length - hits;
  if (expected.length > 0) labelled++;
  if (hits > 0) found++;
  if (hits < matches.length || (expected.length > 0 && hits === 0)) {
    confusion.push(
      `claim   ${sentence.id}  got ${matches.join(', ') || 'nothing'} instead of ${expected.join(', ') || 'nothing'}  ${sentence.text}`,
    );
  }
}
report('own sentences, claims: precision', right / (right + wrong));
report('own sentences, claims: recall', found / labelled);

const shared = measureShared(join(import.meta.dirname, '../../../shared/eval'), engine, base);
if (shared) {
  report('development set, mentions: precision', shared.mentions.precision ?? 0);
  report('development set, mentions: recall', shared.mentions.recall ?? 0);
  report('development set, mentions: F1 of exact spans', shared.exact.f1 ?? 0);
  report('development set, look-alikes: false marks per 1,000 words', shared.lookalikePer1000);
  report('development set, claims: precision', shared.claims.precision ?? 0);
  report('development set, claims: recall', shared.claims.recall ?? 0);
  console.log(
    `  with the stance right as well: precision ${(100 * (shared.sameStance.precision ?? 0)).toFixed(1)} %, recall ${(100 * (shared.sameStance.recall ?? 0)).toFixed(1)} %`,
  );
  confusion.push(shared.report);
} else console.log('  ../shared/eval is not here: the development set is skipped');

if (process.argv.includes('--confusion')) console.log(`\n${confusion.join('\n')}`);
if (failures.length > 0) {
  console.error(`Under the floor: ${failures.join('; ')}`);
  process.exitCode = 1;
}
