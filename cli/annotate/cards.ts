/** The notes at the foot of a page: a card for each entity that was named and for each claim that was matched. */
import type { ClaimMatch, Mention } from '../../matching/model.ts';
import { cardModel, type ClaimView, type RelationView } from '../../presentation/card.ts';
import { html, type Content, type Markup } from './markup.ts';
import { basisNote, brief, reason, relationHeading, sources, statement, strung, type Known } from './statements.ts';

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

/** How many pairs stand open on a card. On paper, all do. */
const PAIRS_OPEN = 3;

export const entityCardId = (entity: string): string => `entity-${entity}`;
export const claimCardId = (claim: string, stance: ClaimMatch['stance']): string => `match-${stance}-${claim}`;

/** Where a relation or a claim is told first, by its id. */
type Shown = Map<string, string>;

/** Each relation and each claim stands on the page once, on the first card that it belongs to; later cards link to it. */
export function cards({ entities, claims }: Found, base: Known): Content {
  const { t } = base.words;
  const shown: Shown = new Map();
  return [
    claims.size > 0 &&
      html`<section aria-labelledby="matched"><h2 id="matched">${t('print_matched')}</h2>
${[...claims.values()].map((match) => matchCard(match, base, shown))}</section>\n`,
    entities.size > 0 &&
      html`<section aria-labelledby="named"><h2 id="named">${t('print_named')}</h2>
${[...entities].map(([id, places]) => entityCard(id, places, base, shown))}</section>\n`,
    claims.size + entities.size > 0 && sources(base),
  ];
}

function matchCard({ claim: id, stance, places }: MatchedClaim, base: Known, shown: Shown): Content {
  const [match] = cardModel(base.facts, { kind: 'claim', id }).matches;
  if (!match) return null;
  remember(shown, id, claimCardId(id, stance));
  return html`<article class="card" id="${claimCardId(id, stance)}">
<h3 class="eyebrow">${base.words.t(`card_stance_${stance}`)}</h3>
${statement(match.claim, base)}
${match.against.map((relation) => {
  const [, other] = relation.claims;
  const anchor = `${claimCardId(id, stance)}-${relation.id}`;
  for (const key of [relation.id, other.id]) remember(shown, key, anchor);
  return html`<div class="tie" id="${anchor}">${relationHeading(relation.kind, base)}${statement(other, base)}${reason(relation, base)}</div>\n`;
})}${backlinks(places, base)}</article>\n`;
}

function entityCard(id: string, places: Place[], base: Known, shown: Shown): Content {
  const { t } = base.words;
  const { entity, relations, rest } = cardModel(base.facts, { kind: 'entity', id });
  if (!entity) return null;
  const pairs = relations.filter((relation) => !shown.has(relation.id));
  const told = relations.filter((relation) => shown.has(relation.id)).flatMap(({ claims }) => claims);
  const isShown = ({ id: claim }: ClaimView) => shown.has(claim);
  const above = new Map([...told, ...rest.filter(isShown)].map((claim) => [claim.id, claim]));
  const others = rest.filter((claim) => !isShown(claim));
  for (const relation of pairs)
    for (const key of [relation.id, ...relation.claims.map((claim) => claim.id)])
      remember(shown, key, pairId(relation));
  for (const claim of others) remember(shown, claim.id, `claim-${claim.id}`);

  return html`<article class="card" id="${entityCardId(id)}">
${head(entity, base)}
${pairs.slice(0, PAIRS_OPEN).map((relation) => pair(relation, base))}${folded(
    t('card_more_relations', { n: pairs.length - PAIRS_OPEN }),
    pairs.slice(PAIRS_OPEN).map((relation) => pair(relation, base)),
  )}${folded(
    t('card_more_claims', { n: others.length }),
    others.map((claim) => statement(claim, base, `claim-${claim.id}`)),
  )}${folded(
    t('print_above', { n: above.size }),
    [...above.values()].map(
      (claim) => html`<p class="above"><a href="#${shown.get(claim.id)!}">${brief(claim, base)}</a></p>\n`,
    ),
  )}${relations.length + rest.length === 0 && html`<p class="soft">${t('card_nothing')}</p>\n`}${backlinks(places, base)}</article>\n`;
}

/** Who or what it is, with every role and holder that the sources know. */
function head(
  { kind, name, nameBasis, roles, holders = [], description }: Known['facts']['entities'][number],
  base: Known,
): Markup {
  const { t, text, date } = base.words;
  return html`<header><p class="eyebrow">${t(`common_kind_${kind}`)}</p>
<h3>${text(name)}${basisNote('card_name_basis', nameBasis, base)}</h3>
${roles.map((role) => html`<p class="role">${t('card_role_at', { role: text(role.title), date: date(role.dates) })}${basisNote('card_role', role.basis, base)}</p>\n`)}${holders.map(
    (holder) =>
      html`<p class="role">${t('card_holder', { name: holder.name })} · <time>${date(holder.dates)}</time>${basisNote('card_name_basis', holder.basis, base)}</p>\n`,
  )}<p class="about">${text(description)}</p></header>`;
}

function pair(relation: RelationView, base: Known): Markup {
  return html`<div class="tie" id="${pairId(relation)}">${relationHeading(relation.kind, base)}
<div class="pair">${relation.claims.map((claim) => statement(claim, base))}</div>
${reason(relation, base)}</div>\n`;
}

const pairId = ({ id }: RelationView): string => `relation-${id}`;

function remember(shown: Shown, id: string, anchor: string): void {
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
    const link = html`<a href="#${mark}" aria-label="${t('print_place', { n: String(at + 1) })}">${at + 1}</a>`;
    const links = files.get(file);
    if (links) links.push(link);
    else files.set(file, [link]);
  });
  const lists = [...files].map(([file, links]) => [files.size > 1 && `${file}: `, strung(links, ' ')]);
  return html`<footer>${t('print_places')}: ${strung(lists, ' · ')}</footer>\n`;
}

/** What the margin says of an entity beside the text: enough to go on reading. */
export function entityNote({ entity: id }: Mention, { facts, words: { text } }: Known): Content {
  const entity = facts.entities.find((other) => other.id === id);
  if (!entity) return null;
  return html`<p><a href="#${entityCardId(id)}"><b>${text(entity.name)}</b></a> ${text(entity.description)}</p>\n`;
}

/** That a match is doubtful, and what spoke for it. */
export function doubtNote({ alias, cues }: Mention, { words: { t, language } }: Known): Content {
  const list = new Intl.ListFormat(language, { type: 'unit' }).format(cues);
  return html`<p><span class="sign">?</span> ${t('card_doubtful')} ${cues.length > 0 ? t('card_doubtful_cues', { alias, cues: list }) : t('card_doubtful_none', { alias })}</p>\n`;
}

/** And of a claim: the statement, then what stands against it. */
export function claimNote({ claim: id, stance }: ClaimMatch, base: Known): Content {
  const [match] = cardModel(base.facts, { kind: 'claim', id }).matches;
  if (!match) return null;
  return html`<div class="match"><p><span class="eyebrow">${base.words.t(`card_stance_${stance}`)}</span> <a href="#${claimCardId(id, stance)}">${brief(match.claim, base)}</a></p>
${match.against.map(({ kind, claims: [, other] }) => html`<div class="against">${relationHeading(kind, base)}<p>${brief(other, base)}</p></div>\n`)}</div>\n`;
}
