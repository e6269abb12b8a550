/** One claim, or two that are tied, as markup: who said what, when, according to which source. */
import type { Basis } from '../../data/schema.ts';
import type { Facts, FactsClaim, Relation } from '../../data/facts.ts';
import { html, type Content, type Markup } from './markup.ts';
import type { Words } from './words.ts';

/** The fact base by id, in the words of one language. */
export interface Known {
  facts: Facts;
  words: Words;
  entities: Map<string, Facts['entities'][number]>;
  claims: Map<string, FactsClaim>;
  sources: Map<string, Facts['sources'][number]>;
}

/** The signs of the margin, one for each kind of tie. */
const SIGNS: Record<Relation['kind'], string> = {
  contradicts: '≠',
  retracts: '↩',
  qualifies: '±',
  corroborates: '=',
  updates: '→',
  'quotes-differently': '”',
  'measures-differently': '≉',
};

export function known(facts: Facts, words: Words): Known {
  const byId = <T extends { id: string }>(list: readonly T[]) => new Map(list.map((item) => [item.id, item]));
  return { facts, words, entities: byId(facts.entities), claims: byId(facts.claims), sources: byId(facts.sources) };
}

export function nameOf(id: string, { entities, words }: Known): string {
  const entity = entities.get(id);
  return entity ? words.text(entity.name) : id;
}

/** @param id set where links lead to this place */
export function statement(claim: FactsClaim, base: Known, id?: string): Markup {
  const { text } = base.words;
  const quoted = claim.evidence.find(({ quote }) => quote);
  const language = quoted && base.sources.get(quoted.source)?.language;
  return html`<div class="claim"${id !== undefined && html` id="${id}"`}>
<p class="statement">${text(claim.statement)}</p>
${quoted?.quote !== undefined && html`<p class="quote"><q lang="${language ?? 'und'}">${quoted.quote}</q></p>\n`}<p class="said">${said(claim, base)}</p>
<p class="source">${strung(
    claim.recordedBy.map((source) => citation(source, base)),
    ' · ',
  )}</p>
</div>`;
}

/** Why two claims are set side by side, and whose conclusion that is. */
export function reason({ reason: why, basis }: Relation, { words: { t, text } }: Known): Markup {
  return html`<p class="why">${text(why)} <small>${t(`card_reason_${basis}`)}</small></p>`;
}

export function relationHeading(kind: Relation['kind'], { words: { t } }: Known): Markup {
  const isQuiet = kind === 'corroborates' || kind === 'updates';
  return html`<p class="eyebrow${!isQuiet && ' pencilled'}"><span class="sign" aria-hidden="true">${SIGNS[kind]}</span> ${t(`common_relation_${kind}`)}</p>`;
}

/** Of what no source states: that it was inferred, and how; or that it is known from elsewhere, and whence. */
export function basisNote(label: string, basis: Basis | undefined, { words: { t, text } }: Known): Content {
  if (!basis || basis.kind === 'stated') return null;
  return html` <small class="basis">(${t(`${label}_${basis.kind}`)}: ${text(basis.kind === 'inferred' ? basis.how : basis.whence)})</small>`;
}

export function strung(items: readonly Content[], between: string): Content {
  return items.map((item, at) => [at > 0 && between, item]);
}

function said({ claimant, relayedBy = [], attitude, date: when, dateBasis }: FactsClaim, base: Known): Content {
  const { t, date } = base.words;
  const nameBasis = base.entities.get(claimant)?.nameBasis;
  const names = relayedBy.map((id) => nameOf(id, base)).join(', ');
  return [
    html`<b>${nameOf(claimant, base)}</b>`,
    nameBasis !== undefined &&
      nameBasis.kind !== 'stated' &&
      html` <small>(${t(`card_name_basis_${nameBasis.kind}`)})</small>`,
    names !== '' && ` · ${t('card_relayed', { names })}`,
    html` · ${t(`common_attitude_${attitude}`)} · <time>${date(when)}</time>`,
    basisNote('card_date', dateBasis, base),
  ];
}

function citation(id: string, { sources: known, words: { t, date } }: Known): Content {
  const source = known.get(id);
  if (!source) return id;
  const { publisher, published, kind } = source;
  return html`<a href="#${sourceId(id)}"><cite>${publisher.name}</cite></a>${kind === 'translation' && ` (${t('card_translation')})`}, <time>${date(published)}</time>`;
}

const sourceId = (id: string): string => `source-${id}`;

/** The documents that every statement is from. Their addresses are text, not links: the page leads nowhere. */
export function sources(base: Known): Markup {
  const { t, text, date } = base.words;
  return html`<section aria-labelledby="sources"><h2 id="sources">${t('page_sources')}</h2>
<ol>${base.facts.sources.map(
    ({ id, publisher, published, publishedBasis, kind, title, language, url, notes }) => html`<li id="${sourceId(id)}">
<p><cite>${publisher.name}</cite>${kind === 'translation' && ` (${t('card_translation')})`}${basisNote('card_publisher', publisher.basis, base)}, <time>${date(published)}</time>${basisNote(
      'card_published',
      publishedBasis,
      base,
    )}: <span lang="${language}">${title.text}</span>${url !== undefined && html` <span class="address">${url}</span>`}</p>
${notes.map((note) => html`<p class="soft">${text(note)}</p>\n`)}</li>\n`,
  )}</ol></section>
`;
}
