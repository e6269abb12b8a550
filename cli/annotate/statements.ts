/** One claim, or two that a relation ties, as markup: who said what, when, according to which source. */
import type { Basis } from '../../data/schema.ts';
import type { Facts } from '../../data/facts.ts';
import { isContesting, RELATION_KINDS, type RelationKind } from '../../data/relation-kinds.ts';
import type { ClaimView, NameView, RelationView } from '../../presentation/card.ts';
import { termKey, type BasisLabel, type Words } from '../../presentation/words.ts';
import { html, type Content, type Markup } from './markup.ts';

/** The fact base in the words of one language. */
export interface Known {
  facts: Facts;
  words: Words;
}

/** @param id set where links lead to this place */
export function statement(claim: ClaimView, base: Known, id?: string): Markup {
  const { statement: words, quote, sources: recording } = claim;
  return html`<div class="claim"${id !== undefined && html` id="${id}"`}>
<p class="statement">${base.words.text(words)}</p>
${quote && html`<p class="quote"><q lang="${quote.language}">${quote.text}</q></p>\n`}<p class="said">${said(claim, base)}</p>
<p class="source">${strung(
    recording.map((source) => citation(source, base)),
    ' · ',
  )}</p>
</div>`;
}

/** A claim on one line, with its speaker and date. */
export function brief({ statement: words, claimant, date: when }: ClaimView, { words: { text, date } }: Known): Markup {
  return html`${text(words)} <small>${text(claimant.name)}, <time>${date(when)}</time></small>`;
}

/** Why two claims are set side by side, and whose conclusion that is. */
export function reason({ reason: why, basis }: RelationView, { words: { t, text } }: Known): Markup {
  return html`<p class="why">${text(why)} <small>${t(`card_reason_${basis}`)}</small></p>`;
}

export function relationHeading(kind: RelationKind, { words: { t } }: Known): Markup {
  return html`<p class="eyebrow${isContesting(kind) && ' pencilled'}"><span class="sign" aria-hidden="true">${RELATION_KINDS[kind].sign}</span> ${t(termKey('common_relation', kind))}</p>`;
}

/** Of what no source states: that it was inferred, and how; or that it is known from elsewhere, and from where. */
export function basisNote(label: BasisLabel, basis: Basis | null | undefined, { words: { t, text } }: Known): Content {
  if (!basis || basis.kind === 'stated') return null;
  return html` <small class="basis">(${t(`${label}_${basis.kind}`)}: ${text(basis.kind === 'inferred' ? basis.how : basis.whence)})</small>`;
}

export function strung(items: readonly Content[], between: string): Content {
  return items.map((item, at) => [at > 0 && between, item]);
}

function said({ claimant, relayedBy, attitude, date: when, dateBasis }: ClaimView, base: Known): Content {
  const { t, text, date } = base.words;
  const names = relayedBy.map(({ name }) => text(name)).join(', ');
  return [
    html`<b>${text(claimant.name)}</b>`,
    claimant.basis && nameNote(claimant.basis, base),
    claimant.role && ` · ${text(claimant.role)}`,
    names !== '' && ` · ${t('common_relayed', { names })}`,
    html` · ${t(termKey('common_attitude', attitude))} · <time>${date(when)}</time>`,
    basisNote('card_date', dateBasis, base),
  ];
}

function nameNote({ kind }: NonNullable<NameView['basis']>, { words: { t } }: Known): Content {
  return kind !== 'stated' && html` <small>(${t(`card_name_basis_${kind}`)})</small>`;
}

function citation(
  { id, publisher, published, kind }: ClaimView['sources'][number],
  { words: { t, date } }: Known,
): Markup {
  return html`<a href="#${sourceId(id)}"><cite>${publisher.name}</cite></a>${kind === 'translation' && ` (${t('card_translation')})`}, <time>${date(published)}</time>`;
}

const sourceId = (id: string): string => `source-${id}`;

/** The documents that every statement is from. Their addresses are text, not links: the page leads nowhere. */
export function sources(base: Known): Markup {
  const { t, text, date } = base.words;
  return html`<section aria-labelledby="sources"><h2 id="sources">${t('print_sources')}</h2>
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
