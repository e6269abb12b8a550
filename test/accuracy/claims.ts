/** What `npm run accuracy` measures of claims, and the floors that hold. */
import type { ClaimMatcher } from '../../matching/claims/matcher.ts';
import type { Engine } from '../../matching/model.ts';
import { matchLabelled, readLabelledSentences } from './labelled-sentences.ts';
import type { SharedResult } from './measure.ts';
import type { Report } from './report.ts';

/** `shared`: null where the development set is not there. */
export function measureClaims(
  engine: Engine,
  matcher: ClaimMatcher,
  shared: SharedResult | null,
  report: Report,
): void {
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
      report.confusion.push(
        `claim   ${sentence.id}  got ${matches.join(', ') || 'nothing'} instead of ${expected.join(', ') || 'nothing'}  ${sentence.text}`,
      );
    }
  }
  report.share('own sentences, claims: precision', right / (right + wrong), 0.9);
  report.share('own sentences, claims: recall', found / labelled, 0.68);

  if (!shared) return;
  report.share('development set, claims: precision', shared.claims.precision ?? 0, 0.9);
  report.share('development set, claims: recall', shared.claims.recall ?? 0, 0.75);
  const percent = (share: number | null): string => `${(100 * (share ?? 0)).toFixed(1)} %`;
  console.log(
    `  with the stance right as well: precision ${percent(shared.sameStance.precision)}, recall ${percent(shared.sameStance.recall)}`,
  );
}
