/** A page that stands alone: the text with its marks, notes in its margin, cards at its foot. No script, no request. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Facts, Language } from '../../data/facts.ts';
import type { AnnotatedBlock, AnnotatedText, Find } from './annotate-text.ts';
import { cards, claimCardId, claimNote, doubtNote, entityCardId, entityNote, type Found, type Place } from './cards.ts';
import type { Format } from './format.ts';
import { html, Markup } from './markup.ts';
import { markedText, type Mark } from './marked-text.ts';
import type { Known } from './statements.ts';
import { readWords } from '../words.ts';
import { visibleText } from '../../presentation/visible-text.ts';

export function page({ facts, language }: { facts: Facts; language: Language }): Format {
  const words = readWords(language);
  const base: Known = { facts, words };
  const found: Found = { entities: new Map(), claims: new Map() };
  let texts = 0;
  return {
    open: () => head(base).text,
    document(annotated) {
      texts += 1;
      return article(annotated, texts, found, base);
    },
    close: () =>
      html`</main>
<aside class="cards">
${cards(found, base)}</aside>
<footer class="colophon"><p>${words.t('print_note')} ${words.t('common_ends', { date: words.date(facts.endsOn) })}.</p></footer>
</body></html>
`.text,
  };
}

function head({ words: { t, language } }: Known): Markup {
  const css = readFileSync(join(import.meta.dirname, 'page.css'), 'utf8');
  const hash = createHash('sha256').update(css).digest('base64');
  return html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${t('print_title')}</title>
<style>${new Markup(css)}</style></head>
<body><main>
`;
}

function* article(
  { name, blocks, language }: AnnotatedText,
  number: number,
  found: Found,
  base: Known,
): Generator<string> {
  const { t } = base.words;
  const noted = new Set<string>();
  let marks = 0;
  yield html`<article class="text">
<h2 class="file">${visibleText(name)}</h2>
<div${language !== undefined && html` lang="${language}"`}>
`.text;
  for (const block of blocks) {
    // A picture alone makes a block without words
    if (!/[^\s\uFFFC]/.test(block.text)) continue;
    const own = block.finds.map((find) => {
      const mark: Mark = { find, id: `mark-${number}-${++marks}`, card: cardOf(find, base) };
      remember(found, find, { mark: mark.id, file: visibleText(name) });
      return mark;
    });
    yield row(block, own, noted, base).text;
  }
  yield html`</div>${marks === 0 && html`\n<p class="soft">${t('print_nothing')}</p>`}</article>
`.text;
}

/** A block and beside it what its marks say; of an entity only where the text first names it. */
function row(block: AnnotatedBlock, marks: readonly Mark[], noted: Set<string>, base: Known): Markup {
  const doubts = new Set<string>();
  const notes = marks.flatMap(({ find, card }) => {
    const isNew = card !== null && !noted.has(card);
    if (isNew) noted.add(card);
    if (find.type === 'claim') return isNew ? [claimNote(find, base)] : [];
    const doubt = find.doubtful && `${find.alias} ${find.cues.join(' ')}`;
    const isDoubt = doubt !== false && !doubts.has(doubt);
    if (isDoubt) doubts.add(doubt);
    return [...(isNew ? [entityNote(find, base)] : []), ...(isDoubt ? [doubtNote(find, base)] : [])];
  });
  const text = markedText(block, marks);
  return html`<div class="row ${block.role}"><p dir="auto">${text}</p>${
    notes.length > 0 &&
    html`
<aside lang="${base.words.language}">${notes}</aside>`
  }</div>
`;
}

function cardOf(find: Find, { facts: { entities, claims } }: Known): string | null {
  if (find.type === 'mention') return entities.some(({ id }) => id === find.entity) ? entityCardId(find.entity) : null;
  return claims.some(({ id }) => id === find.claim) ? claimCardId(find.claim, find.stance) : null;
}

function remember({ entities, claims }: Found, find: Find, place: Place): void {
  if (find.type === 'mention') {
    const places = entities.get(find.entity);
    if (places) places.push(place);
    else entities.set(find.entity, [place]);
    return;
  }
  const { claim, stance } = find;
  const key = claimCardId(claim, stance);
  const match = claims.get(key);
  if (match) match.places.push(place);
  else claims.set(key, { claim, stance, places: [place] });
}
