import type { AnnotatedBlock, Find } from './annotate-text.ts';
import { visibleText } from '../../presentation/visible-text.ts';
import { html, type Content } from './markup.ts';

export interface Mark {
  find: Find;
  /** Id of the mark, for links to it. */
  id: string;
  /** Where its link leads; null where nothing is known. */
  card: string | null;
}

/** The text of a block with its marks. Marks may overlap in any way: the text is cut where one begins or ends. */
export function markedText({ start: from, text }: AnnotatedBlock, marks: readonly Mark[]): Content {
  const cuts = new Set([0, text.length]);
  for (const { find } of marks) cuts.add(find.start - from).add(find.end - from);
  const places = [...cuts].toSorted((a, b) => a - b);
  const waiting = marks.toSorted((a, b) => a.find.start - b.find.start).values();
  let next = waiting.next();
  let covering: Mark[] = [];
  const endingAt = Map.groupBy(
    marks.filter(({ find }) => find.type === 'claim'),
    ({ find }) => find.end - from,
  );
  return places.slice(1).map((end, at) => {
    const start = places[at]!;
    covering = covering.filter(({ find }) => find.end - from >= end);
    for (; !next.done && next.value.find.start - from <= start; next = waiting.next()) covering.push(next.value);
    const begins = ({ find }: Mark) => find.start - from === start;
    // A picture leaves a sign in the text of a block.
    const words = visibleText(text.slice(start, end).replaceAll('\uFFFC', ' '));
    const mention = covering.find(({ find }) => find.type === 'mention');
    const match = covering.find(({ find }) => find.type === 'claim');
    const ended = endingAt.get(end) ?? [];
    return [
      match
        ? html`<span class="${match.find.type === 'claim' && match.find.stance}">${mention ? linked(words, mention, begins(mention)) : words}</span>`
        : mention
          ? linked(words, mention, begins(mention))
          : words,
      ended.map(({ id, card }) => card !== null && html`<a class="ref" id="${id}" href="#${card}">※</a>`),
    ];
  });
}

function linked(words: string, { find, id, card }: Mark, isFirst: boolean): Content {
  const isDoubtful = find.type === 'mention' && find.doubtful;
  return html`<a class="mention${isDoubtful && ' doubtful'}"${isFirst && html` id="${id}"`}${card !== null && html` href="#${card}"`}>${words}</a>${isDoubtful && html`<span class="sign">?</span>`}`;
}
