import type { Facts } from '../data/facts.ts';
import { viewsFor, type ClaimView } from '../presentation/card.ts';
import { isContested } from '../presentation/contested.ts';
import { resultView } from '../presentation/search/result-view.ts';
import type { SearchResult } from '../presentation/search/search.ts';
import { termKey, type Words } from '../presentation/words.ts';

/** A search result in a few lines for the terminal: what it is, who said it, when, according to which source. */
export function describeResult(result: SearchResult, facts: Facts, words: Words): string {
  const { t } = words;
  const { claimView, relationView } = viewsFor(facts);
  const { heading, title, details } = resultView(result, facts, words);
  if (result.kind === 'entity') return [`${title} [${result.id}]`, `  ${details.join(': ')}`].join('\n');
  if (result.kind === 'claim') {
    const claim = facts.claims.find(({ id }) => id === result.id)!;
    const contested = isContested(facts, claim.id) ? ` · ${t('common_contested')}` : '';
    return [`${t('common_kind_claim')} [${claim.id}]${contested}`, ...claimLines(claimView(claim), words, '  ')].join(
      '\n',
    );
  }
  const relation = facts.relations.find(({ id }) => id === result.id)!;
  const { claims } = relationView(relation, null);
  return [
    `${heading} [${relation.id}]`,
    `  ${title}`,
    ...claims.flatMap((claim) => claimLines(claim, words, '    ')),
  ].join('\n');
}

function claimLines(
  { statement, claimant, relayedBy, attitude, date: said, dateBasis, sources }: ClaimView,
  { t, text, date }: Words,
  indent: string,
): string[] {
  const when = dateBasis.kind === 'stated' ? date(said) : `${date(said)} (${t(`card_date_${dateBasis.kind}`)})`;
  const through = relayedBy.map(({ name }) => text(name)).join(', ');
  const speaker = [
    text(claimant.name),
    ...(through ? [t('common_relayed', { names: through })] : []),
    t(termKey('common_attitude', attitude)),
    when,
  ];
  const recorded = sources.map(({ id, publisher, published }) => `${publisher.name}, ${date(published)} [${id}]`);
  return [`${indent}${text(statement)}`, `${indent}— ${speaker.join(' · ')}; ${recorded.join('; ')}`];
}
