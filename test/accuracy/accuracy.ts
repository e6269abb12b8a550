/**
 * Measures the matching on labelled texts and sentences, and holds it to floors. Usage: `npm run accuracy [-- --confusion]`; with `--confusion`
 * each miss and false alarm is printed with its sentence, so that the next person knows what to mend in `data/`. Exit status 1 under a floor.
 */
import { join } from 'node:path';
import { compileFacts, compileLexicon, readFactBase } from '../../data/compile.ts';
import { ClaimMatcher } from '../../matching/claims/matcher.ts';
import { claimKnowledge } from '../../matching/claims/knowledge.ts';
import { createEngine } from '../../matching/engine.ts';
import { searchKnowledge } from '../../presentation/search/knowledge.ts';
import { createSearch } from '../../presentation/search/search.ts';
import { measureClaims } from './claims.ts';
import { measureShared } from './measure.ts';
import { measureNames } from './names.ts';
import { measureSearch } from './search.ts';
import { Report } from './report.ts';

const base = readFactBase();
const matcher = new ClaimMatcher(claimKnowledge(base));
const lexicon = compileLexicon(base);
const engine = createEngine(lexicon, matcher);
const report = new Report();

const shared = measureShared(join(import.meta.dirname, '../../../shared/eval'), engine, base);
measureNames(engine, lexicon, shared, report);
measureClaims(engine, matcher, shared, report);
const knowledge = { facts: compileFacts(base), lexicon, concepts: base.concepts, engine };
measureSearch(createSearch(searchKnowledge(knowledge)), report);
if (shared) report.confusion.push(shared.report);
else console.log('  ../shared/eval is not here: the development set is skipped');

if (process.argv.includes('--confusion')) console.log(`\n${report.confusion.join('\n')}`);
if (report.failures.length > 0) {
  console.error(`Under the floor: ${report.failures.join('; ')}`);
  process.exitCode = 1;
}
