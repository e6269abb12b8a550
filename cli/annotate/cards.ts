/** The notes at the foot of a page: a card for each entity that was named and for each claim that was matched. */
import type { FactsClaim, Relation } from '../../data/facts.ts';
import type { ClaimMatch, Mention } from '../../matching/model.ts';
import { html, type Content, type Markup } from './markup.ts';
import { basisNote, nameOf, reason, relationHeading, sources, statement, strung, type Known } from './statements.ts';

/** A place in a text, by the id of its mark. */
export interface Place {
  mark: string;
  file: string;
}

/** What was found in all texts of the page, in the order of its first place. */
export interface Found {
  entities: Map<string, Place[]>;
  /** By `claimCardId`. */
  claims: Map<string, MatchedClaim>;
}

interface MatchedClaim {
  claim: string;
  stance: ClaimMatch['stance'];
  places: Place[];
}

/** The gravest first: a reader should meet a contradiction before an agreement. */
const GRAVITY: Relation['kind'][] = [
  'contradicts',
  'retracts',
  'measures-differently',
  'quotes-differently',
  'qualifies',
  'updates',
  'corroborates',
];
/** How many pairs stand open on a card. On paper, all do. */
const PAIRS_OPEN = 3;

export const entityCardId = (entity: string): string => `entity-${entity}`;
export const claimCardId = (claim: string, stance: ClaimMatch['stance']): string => `match-${stance}-${claim}`;

/** Ties of a claim to others, the gravest first. */
function tiesOf(claim: string, { facts, claims }: Known): Relation[] {
  return facts.relations
    .filter(({ claims: tied }) => tied.includes(claim) && tied.every((id) => claims.has(id)))
    .toSorted(byGravity);
}

const byGravity = (a: Relation, b: Relation): number => GRAVITY.indexOf(a.kind) - GRAVITY.indexOf(b.kind);
const otherOf = ({ claims }: Relation, claim: string): string => claims[claims[0] === claim ? 1 : 0];

/**
 * Each tie and each claim stands on the page once, on the first card that it belongs to; later cards link to it. `shown` keeps where,
 * by id.
 */
export function cards({ entities, claims }: Found, base: Known): Content {
  const { t } = base.words;
  const shown = new Map<string, string>();
  return [
    claims.size > 0 &&
      html`<section aria-labelledby="matched"><h2 id="matched">${t('page_matched')}</h2>
${[...claims.values()].map((match) => matchCard(match, base, shown))}</section>\n`,
    entities.size > 0 &&
      html`<section aria-labelledby="named"><h2 id="named">${t('page_named')}</h2>
${[...entities].map(([id, places]) => entityCard(id, places, base, shown))}</section>\n`,
    claims.size + entities.size > 0 && sources(base),
  ];
}

function matchCard({ claim: id, stance, places }: MatchedClaim, base: Known, shown: Map<string, string>): Content {
  const claim = base.claims.get(id);
  if (!claim) return null;
  remember(shown, id, claimCardId(id, stance));
  return html`<article class="card" id="${claimCardId(id, stance)}">
<h3 class="eyebrow">${base.words.t(`card_stance_${stance}`)}</h3>
${statement(claim, base)}
${tiesOf(id, base).map((relation) => {
  const other = base.claims.get(otherOf(relation, id))!;
  const anchor = `${claimCardId(id, stance)}-${relation.id}`;
  for (const key of [relation.id, other.id]) remember(shown, key, anchor);
  return html`<div class="tie" id="${anchor}">${relationHeading(relation.kind, base)}${statement(other, base)}${reason(relation, base)}</div>\n`;
})}${backlinks(places, base)}</article>\n`;
}

function entityCard(id: string, places: Place[], base: Known, shown: Map<string, string>): Content {
  const {
    facts,
    words: { t, text, date },
    entities,
  } = base;
  const entity = entities.get(id);
  if (!entity) return null;
  const offices = facts.entities.filter(({ holders }) => holders?.some(({ entity: holder }) => holder === id));
  const own = new Set([id, ...offices.map((office) => office.id)]);
  const claims = facts.claims.filter(
    ({ claimant, about }) => own.has(claimant) || about.some((subject) => own.has(subject)),
  );
  const above = claims.filter((claim) => shown.has(claim.id));
  const pairs = [...new Set(claims.flatMap((claim) => tiesOf(claim.id, base)))]
    .filter((relation) => !shown.has(relation.id))
    .toSorted(byGravity);
  for (const relation of pairs)
    for (const key of [relation.id, ...relation.claims]) remember(shown, key, pairId(relation));
  const rest = claims.filter((claim) => !shown.has(claim.id));
  for (const claim of rest) remember(shown, claim.id, `claim-${claim.id}`);

  return html`<article class="card" id="${entityCardId(id)}">
<header><p class="eyebrow">${t(`common_kind_${entity.kind}`)}</p>
<h3>${text(entity.name)}${basisNote('card_name_basis', entity.nameBasis, base)}</h3>
${entity.roles.map((role) => html`<p class="role">${t('card_role_at', { role: text(role.title), date: date(role.dates) })}${basisNote('card_role', role.basis, base)}</p>\n`)}${(
    entity.holders ?? []
  ).map(
    (holder) =>
      html`<p class="role">${t('card_holder', { name: holder.name })} · <time>${date(holder.dates)}</time>${basisNote('card_name_basis', holder.basis, base)}</p>\n`,
  )}<p class="about">${text(entity.description)}</p></header>
${pairs.slice(0, PAIRS_OPEN).map((relation) => pair(relation, base))}${folded(
    t('card_more_relations', { n: pairs.length - PAIRS_OPEN }),
    pairs.slice(PAIRS_OPEN).map((relation) => pair(relation, base)),
  )}${folded(
    t('card_more_claims', { n: rest.length }),
    rest.map((claim) => statement(claim, base, `claim-${claim.id}`)),
  )}${folded(
    t('page_above', { n: above.length }),
    above.map((claim) => html`<p class="above"><a href="#${shown.get(claim.id)!}">${text(claim.statement)}</a></p>\n`),
  )}${claims.length === 0 && html`<p class="soft">${t('card_nothing')}</p>\n`}${backlinks(places, base)}</article>\n`;
}

function pair(relation: Relation, base: Known): Markup {
  return html`<div class="tie" id="${pairId(relation)}">${relationHeading(relation.kind, base)}
<div class="pair">${relation.claims.map((claim) => statement(base.claims.get(claim)!, base))}</div>
${reason(relation, base)}</div>\n`;
}

const pairId = ({ id }: Relation): string => `relation-${id}`;

function remember(shown: Map<string, string>, id: string, anchor: string): void {
  if (!shown.has(id)) shown.set(id, anchor);
}

function folded(summary: string, items: Markup[]): Content {
  return items.length > 0 && html`<details><summary>${summary}</summary>${items}</details>\n`;
}

/** The ways back to the text, file by file where there are several. */
function backlinks(places: Place[], base: Known): Markup {
  const { t } = base.words;
  const files = new Map<string, Content[]>();
  places.forEach(({ mark, file }, at) => {
    const link = html`<a href="#${mark}" aria-label="${t('page_place', { n: String(at + 1) })}">${at + 1}</a>`;
    files.set(file, [...(files.get(file) ?? []), link]);
  });
  const lists = [...files].map(([file, links]) => [files.size > 1 && `${file}: `, strung(links, ' ')]);
  return html`<footer>${t('page_places')}: ${strung(lists, ' · ')}</footer>\n`;
}

/** What the margin says of an entity beside the text: enough to go on reading. */
export function entityNote({ entity: id }: Mention, base: Known): Content {
  const entity = base.entities.get(id);
  if (!entity) return null;
  return html`<p><a href="#${entityCardId(id)}"><b>${nameOf(id, base)}</b></a> ${base.words.text(entity.description)}</p>\n`;
}

/** That a match is doubtful, and what spoke for it. */
export function doubtNote({ alias, cues }: Mention, { words: { t, language } }: Known): Content {
  const list = new Intl.ListFormat(language, { type: 'unit' }).format(cues);
  return html`<p><span class="sign">?</span> ${t('card_doubtful')} ${cues.length > 0 ? t('card_doubtful_cues', { alias, cues: list }) : t('card_doubtful_none', { alias })}</p>\n`;
}

/** And of a claim: the statement, then what stands against it. */
export function claimNote({ claim: id, stance }: ClaimMatch, base: Known): Content {
  const { t, text, date } = base.words;
  const claim = base.claims.get(id);
  if (!claim) return null;
  const brief = ({ statement: words, claimant, date: when }: FactsClaim) =>
    html`${text(words)} <small>${nameOf(claimant, base)}, <time>${date(when)}</time></small>`;
  return html`<div class="match"><p><span class="eyebrow">${t(`card_stance_${stance}`)}</span> <a href="#${claimCardId(id, stance)}">${brief(claim)}</a></p>
${tiesOf(id, base).map((relation) => html`<div class="against">${relationHeading(relation.kind, base)}<p>${brief(base.claims.get(otherOf(relation, id))!)}</p></div>\n`)}</div>\n`;
}
