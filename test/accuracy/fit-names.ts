/**
 * Fits the models of names to the labelled texts and writes `data/name-weights.json`. Reports what to expect of texts that they were not
 * fitted to: five folds by text. Usage: `npm run fit [-- --dry]`.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileLexicon, readFactBase } from '../../data/compile.ts';
import type { NameWeights } from '../../matching/names/link.ts';
import { readDevelopmentTexts, readLabelledTexts } from './labelled-texts.ts';
import { crossValidate, fitModels, pageThreshold, quiet, readTexts, sum } from './name-models.ts';
import type { Judged } from './name-models.ts';

/** Precision asked of the threshold in cross-validation, on texts most of which are hard on purpose; ordinary ones do better. */
const aimedPrecision = 0.957;
/** Below this probability a mention is shown as doubtful: so many are wrong there that a reader should know. */
const sure = 0.85;

// The own texts are short and hard; the development set has the ordinary articles
const development = readDevelopmentTexts();
if (development.length === 0)
  throw new Error('../shared/eval is not here: the models are fitted to its texts as well.');
const texts = readTexts([...readLabelledTexts(), ...development], compileLexicon(readFactBase()));
const judged = crossValidate(texts);
const threshold = chooseThreshold(judged);
const { right, wrong, labelled } = sum(judged, threshold);
console.log(
  `${texts.length} texts, cross-validated at ${threshold}: precision ${(right / (right + wrong)).toFixed(3)}, recall ${(right / labelled).toFixed(3)}`,
);
const weights: NameWeights = { ...fitModels(texts), pageThreshold, threshold, sure, quiet };
if (!process.argv.includes('--dry'))
  writeFileSync(join(import.meta.dirname, '../../data/name-weights.json'), `${JSON.stringify(weights, null, 2)}\n`);

/** The lowest threshold that reaches the aimed precision. */
function chooseThreshold(results: readonly Judged[]): number {
  for (let percent = 50; percent < 95; percent++) {
    const { right, wrong } = sum(results, percent / 100);
    if (right >= aimedPrecision * (right + wrong)) return percent / 100;
  }
  return 0.95;
}
