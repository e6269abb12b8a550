/** What `npm run accuracy` measures of claims, and the floors that hold. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readExamples, type ExampleBatch } from '../../data/examples.ts';
import type { ClaimMatcher, JudgedSentence } from '../../matching/claims/matcher.ts';
import { isStated, type Engine } from '../../matching/model.ts';
import { binsOf, type Outcome } from './claims/calibrate.ts';
import { blocksOf } from './claims/examples.ts';
import { scoreOf, shown, type Answer } from './claims/score.ts';
import type { SharedResult } from './measure.ts';
import type { Report } from './report.ts';

/** A labelled sentence and what the matcher made of it. */
interface Asked extends Answer {
  batch: string;
  language: string;
  /** Claims by confidence, as far as they were worth a thought. */
  ranked: JudgedSentence['judged'];
}

/** Parts of batches of which the rest was fitted on: the same hand, so they are measured apart. */
const parts = /-(?:third|part)$/;
/** Written later than the others, by eight hands, for whom half of what states a claim has no word of its statement. */
const freeProse = /^(?:voices|trades)-/;
/** Parts of batches that were written to be mistaken, for the stance and for what is only named in passing. */
const ofRebuttals = /^rebuttals-/;
const inPassing = /^passing-/;
const core = ['en', 'fr', 'de'];
const neighbours = ['es', 'it', 'nl', 'pt'];

/** `shared`: null where the development set is not there. */
export function measureClaims(
  engine: Engine,
  matcher: ClaimMatcher,
  shared: SharedResult | null,
  report: Report,
): void {
  const all = readExamples(join(import.meta.dirname, '../labelled/aside')).flatMap((batch) =>
    ask(batch, engine, matcher),
  );
  const asked = all.filter(({ batch }) => !parts.test(batch) && !freeProse.test(batch));
  const isOf = (languages: readonly string[]) => asked.filter(({ language }) => languages.includes(language));
  for (const [what, languages, precision, recall] of [
    ['English, French, German', core, 0.95, 0.38],
    ['Spanish, Italian, Dutch, Portuguese', neighbours, 0.93, 0.39],
  ] as const) {
    const score = scoreOf(isOf(languages));
    report.share(`set aside, ${what}: precision`, score.precision, precision);
    report.share(`set aside, ${what}: recall`, score.recall, recall);
  }
  const score = scoreOf(asked);
  report.atMost('set aside: stance wrong, per 100 that are said', 100 * score.wrongStance, 3);
  report.share('set aside, disputes: precision', score.disputesPrecision, 0.85);
  report.share('set aside, disputes: recall', score.disputesRecall, 0.23);
  report.atMost('set aside: sentences of no claim that get one, per 100', 100 * score.falseAlarms, 2);
  for (const [what, outcomes] of Object.entries(outcomesOf(asked)))
    report.atMost(`set aside: expected error of the confidence of the ${what}`, binsOf(outcomes).error, 0.07);
  const free = all.filter(({ batch }) => freeProse.test(batch));
  for (const [what, languages, precision, recall] of [
    ['English, French, German', core, 0.94, 0.4],
    ['Spanish, Italian, Dutch, Portuguese', neighbours, 0.92, 0.29],
  ] as const) {
    const { precision: right, recall: found } = scoreOf(free.filter(({ language }) => languages.includes(language)));
    report.share(`set aside, free prose, ${what}: precision`, right, precision);
    report.share(`set aside, free prose, ${what}: recall`, found, recall);
  }
  const freely = scoreOf(free);
  report.atMost('set aside, free prose: stance wrong, per 100 that are said', 100 * freely.wrongStance, 5);
  report.share('set aside, free prose, disputes: precision', freely.disputesPrecision, 0.82);
  report.share('set aside, free prose, disputes: recall', freely.disputesRecall, 0.28);
  report.atMost('set aside, free prose: sentences of no claim that get one, per 100', 100 * freely.falseAlarms, 2);
  const isAdversarial = (batch: string): boolean => ofRebuttals.test(batch) || inPassing.test(batch);
  const sameHands = scoreOf(all.filter(({ batch }) => parts.test(batch) && !isAdversarial(batch)));
  report.share('parts set aside of fitted batches: precision', sameHands.precision, 0.95);
  report.share('parts set aside of fitted batches: recall', sameHands.recall, 0.67);
  const answers = scoreOf(all.filter(({ batch }) => ofRebuttals.test(batch)));
  report.share('parts set aside of rebuttals, disputes: precision', answers.disputesPrecision, 0.75);
  report.share('parts set aside of rebuttals, disputes: recall', answers.disputesRecall, 0.5);
  report.atMost('parts set aside of rebuttals: stance wrong, per 100 that are said', 100 * answers.wrongStance, 12);
  const passed = scoreOf(all.filter(({ batch }) => inPassing.test(batch)));
  report.atMost('named in passing: sentences of no claim that get one, per 100', 100 * passed.falseAlarms, 25);
  printTables(all);
  measureTraps(engine, matcher, report);

  if (!shared) return;
  report.share('development set, claims: precision', shared.claims.precision ?? 0, 0.82);
  report.share('development set, claims: recall', shared.claims.recall ?? 0, 0.8);
  const percent = (share: number | null): string => `${(100 * (share ?? 0)).toFixed(1)} %`;
  console.log(
    `  with the stance right as well: precision ${percent(shared.sameStance.precision)}, recall ${percent(shared.sameStance.recall)}`,
  );
}

export function ask({ name, passages }: ExampleBatch, engine: Engine, matcher: ClaimMatcher): Asked[] {
  return passages.flatMap((passage) => {
    const found = blocksOf(passage, engine).flatMap(({ from, passage: block }) => {
      const at = <T extends { start: number; end: number }>(span: T): T => ({
        ...span,
        start: span.start + from,
        end: span.end + from,
      });
      return [{ matches: matcher.match(block).filter(isStated).map(at), sentences: matcher.judge(block).map(at) }];
    });
    return passage.sentences.map((sentence): Asked => {
      const overlaps = ({ start, end }: { start: number; end: number }): boolean =>
        2 * (Math.min(end, sentence.end) - Math.max(start, sentence.start)) >
        Math.min(end - start, sentence.end - sentence.start);
      const matches = new Map(
        found.flatMap((block) => block.matches.filter(overlaps)).map((match) => [match.claim, match]),
      );
      return {
        batch: name,
        language: passage.language,
        said: [...matches.values()].map(({ claim, stance }) => ({ claim, disputes: stance === 'disputes' })),
        gold: new Map(sentence.claims.map(({ claim, stance }) => [claim, stance === 'disputes'])),
        ranked: found
          .flatMap(({ sentences }) => sentences.filter(overlaps).flatMap(({ judged }) => judged))
          .toSorted((a, b) => b.confidence - a.confidence),
      };
    });
  });
}

/** A sentence that once got a wrong card, with what must not be said of it and what may fairly be. */
interface Trap {
  context: string;
  text: string;
  not: string[];
  fair: string[];
}

function measureTraps(engine: Engine, matcher: ClaimMatcher, report: Report): void {
  const file = join(import.meta.dirname, '../../../shared/fixtures/sentences.jsonl');
  if (!existsSync(file)) return;
  let violations = 0;
  let asked = 0;
  let found = 0;
  for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
    const { context, text, not, fair } = JSON.parse(line) as Trap;
    const block = blocksOf({ text: `${context}\n${text}` }, engine).at(-1)!;
    const said = matcher
      .match(block.passage)
      .filter(isStated)
      .map(({ claim, stance }) => `${claim} ${stance}`);
    const wrong = said.filter((match) =>
      not.some((pattern) => pattern === match || pattern === `* ${match.split(' ')[1]}`),
    );
    violations += wrong.length;
    if (fair.length > 0) asked++;
    if (said.some((match) => fair.includes(match))) found++;
    if (wrong.length > 0 || (fair.length > 0 && !said.some((match) => fair.includes(match))))
      report.confusion.push(
        `trap    said ${said.join(', ') || 'nothing'}, fair ${fair.join(', ') || 'nothing'}  ${text}`,
      );
  }
  report.atMost('sentences that once got a wrong card: wrong ones', violations, 0);
  report.share('sentences that once got a wrong card: fair ones found', found / asked, 0.8);
}

/** Of the three likeliest claims of each sentence. */
function outcomesOf(asked: readonly Asked[]): { claim: Outcome[]; stance: Outcome[] } {
  const pairs = asked.flatMap(({ ranked, gold }) =>
    ranked.slice(0, 3).map((judgement) => ({ judgement, gold: gold.get(judgement.claim.id) })),
  );
  return {
    claim: pairs.map(({ judgement, gold }) => ({ said: judgement.confidence, isRight: gold !== undefined })),
    stance: pairs.flatMap(({ judgement: { stance, stanceConfidence }, gold }) =>
      gold === undefined ? [] : [{ said: stanceConfidence, isRight: (stance === 'disputes') === gold }],
    ),
  };
}

function printTables(asked: readonly Asked[]): void {
  for (const [name, part] of Map.groupBy(asked, ({ language }) => language)) {
    const labelled = part.filter(({ gold }) => gold.size > 0);
    console.log(`  ${name.padEnd(20)} ${shown(scoreOf(part))}  ${ranking(labelled)}`);
  }
  for (const [name, part] of Map.groupBy(asked, ({ batch }) => batch))
    console.log(`  ${name.padEnd(20)} ${shown(scoreOf(part))}`);
  const restates = asked.flatMap(({ said, gold }) =>
    said.filter(({ disputes }) => !disputes).map(({ claim }) => gold.get(claim)),
  );
  const disputes = asked.flatMap(({ said, gold }) =>
    said.filter((match) => match.disputes).map(({ claim }) => gold.get(claim)),
  );
  for (const [what, gold] of [
    ['restates', restates],
    ['disputes', disputes],
  ] as const)
    console.log(
      `  said ${what}: ${gold.filter((value) => value === false).length} restate, ${gold.filter((value) => value === true).length} dispute, ${gold.filter((value) => value === undefined).length} are of another claim or none`,
    );
  const wrong = asked.flatMap(({ said, gold }) =>
    said.filter(({ claim }) => !gold.has(claim)).map(() => gold.size > 0),
  );
  console.log(
    `  wrong claims: ${wrong.filter(Boolean).length} on sentences of another claim, ${wrong.filter((has) => !has).length} on sentences of none`,
  );
  for (const [what, outcomes] of Object.entries(outcomesOf(asked)))
    for (const { from, count, said, right } of binsOf(outcomes).bins)
      console.log(
        `  confidence of the ${what} from ${from.toFixed(1)}: ${count} said ${said.toFixed(2)}, right ${right.toFixed(2)}`,
      );
}

/** As the field counts it: a right claim at the first place, among the first ten, and mean average precision of the first five. */
function ranking(labelled: readonly Asked[]): string {
  const mean = (value: (asked: Asked) => number): string =>
    (labelled.reduce((sum, sentence) => sum + value(sentence), 0) / labelled.length).toFixed(2);
  const isAmong = ({ ranked, gold }: Asked, most: number): number =>
    ranked.slice(0, most).some(({ claim }) => gold.has(claim.id)) ? 1 : 0;
  const average = ({ ranked, gold }: Asked): number => {
    let hits = 0;
    let sum = 0;
    ranked.slice(0, 5).forEach(({ claim }, rank) => {
      if (gold.has(claim.id)) sum += ++hits / (rank + 1);
    });
    return sum / Math.min(5, gold.size);
  };
  return `S@1 ${mean((sentence) => isAmong(sentence, 1))} S@10 ${mean((sentence) => isAmong(sentence, 10))} MAP@5 ${mean(average)}`;
}
