/** Reads from a page what Bridle has marked on it: the registry of highlights belongs to the page, so the page can be asked. */

export interface Mark {
  highlight: string;
  /** As it reads: soft hyphens gone, white space as one space, none at a line break. */
  text: string;
  /** Middle of its first line, in CSS pixels of the viewport of its frame. */
  x: number;
  y: number;
}

/** Whether the mark is that of a sentence, not of a name. */
export const isSentence = ({ highlight }: Mark): boolean => /^bridle-(?:contested|claim)/.test(highlight);

/** Runs in the page, also in one whose images take the names of the document's methods. The marks of the page and of its frames of the same origin, those of each frame in the order of the registry. */
export function readMarks(): Mark[] {
  const read = (view: typeof globalThis & Window): Mark[] => {
    const marks: Mark[] = [];
    for (const highlight of [
      'mention',
      'doubtful',
      'mention-solid',
      'doubtful-solid',
      'mention-shaded',
      'doubtful-shaded',
      'contested',
      'claim',
      'contested-shaded',
      'claim-shaded',
    ].map((kind) => `bridle-${kind}`)) {
      for (const span of (view.CSS.highlights.get(highlight) ?? []) as Iterable<AbstractRange>) {
        const range = new view.Range();
        range.setStart(span.startContainer, span.startOffset);
        range.setEnd(span.endContainer, span.endOffset);
        const box = range.getClientRects()[0] ?? range.getBoundingClientRect();
        marks.push({
          highlight,
          text: range
            .toString()
            .replace(/\u00ad/g, '')
            .replace(/\s+/g, ' ')
            .trim(),
          x: box.x + box.width / 2,
          y: box.y + box.height / 2,
        });
      }
    }
    const inner = [
      ...(view.Document.prototype.querySelectorAll.call(view.document, 'iframe') as NodeListOf<HTMLIFrameElement>),
    ].flatMap((frame) => {
      try {
        return frame.contentDocument ? read(frame.contentWindow as never) : [];
      } catch {
        return [];
      }
    });
    return [...marks, ...inner];
  };
  return read(globalThis as never);
}
