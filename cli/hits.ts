import type { Facts, FactsClaim, Language } from '../data/facts.ts';
import type { Hit } from '../data/search.ts';

/** A search result in a few lines for the terminal: what it is, who said it, when, according to which source. */
export function describeHit(hit: Hit, facts: Facts, language: Language): string {
  const nameOf = (id: string) => facts.entities.find((entity) => entity.id === id)?.name[language] ?? id;
  const claimLines = (
    { statement, claimant, relayedBy, attitude, date, dateBasis, recordedBy }: FactsClaim,
    indent: string,
  ) => {
    const through = relayedBy?.length ? `, through ${relayedBy.map(nameOf).join(', ')}` : '';
    const when = dateBasis.kind === 'stated' ? date : `${date} (${dateBasis.kind})`;
    const sources = recordedBy.map((id) => citation(id, facts)).join('; ');
    return [
      `${indent}${statement[language]}`,
      `${indent}— ${nameOf(claimant)} ${attitude}${through}, ${when}; ${sources}`,
    ];
  };
  switch (hit.kind) {
    case 'entity': {
      const { id, kind, name, description, roles } = hit.entity;
      const offices = roles.map(
        ({ title, dates, source }) => `  ${title[language]}, ${dates}${source ? `; ${citation(source, facts)}` : ''}`,
      );
      return [`${name[language]} [${kind} ${id}]`, `  ${description[language]}`, ...offices].join('\n');
    }
    case 'claim':
      return [`Claim [${hit.claim.id}]`, ...claimLines(hit.claim, '  ')].join('\n');
    case 'relation': {
      const { id, kind, claims, reason } = hit.relation;
      const tied = claims.flatMap((claimId) => {
        const claim = facts.claims.find((candidate) => candidate.id === claimId);
        return claim ? claimLines(claim, '    ') : [];
      });
      return [`Relation: ${kind} [${id}]`, `  ${reason[language]}`, ...tied].join('\n');
    }
  }
}

function citation(id: string, facts: Facts): string {
  const source = facts.sources.find((candidate) => candidate.id === id);
  return source ? `${source.publisher.name}, ${source.published} [${id}]` : id;
}
