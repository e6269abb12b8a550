/** Reads from a page what Bridle has marked on it: the registry of highlights belongs to the page, so the page can be asked. */

export interface Mark {
  highlight: string;
  /** As it reads: soft hyphens gone, white space as one space, none at a line break. */
  text: string;
  /** On its first line, in CSS pixels of the viewport of its frame: the middle, or for a sentence the place next to it at which no name stands. */
  x: number;
  y: number;
}

/** Whether the mark is that of a sentence, not of a name. */
export const isSentence = ({ highlight }: Mark): boolean => /^bridle-(?:contested|claim)/.test(highlight);

/** Runs in the page, also in one whose images take the names of the document's methods. The marks of the page and of its frames of the same origin, those of each frame in the order of the registry. */
export function readMarks(): Mark[] {
  const isWithin = (box: DOMRect, x: number, y: number): boolean =>
    x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
  const read = (view: typeof globalThis & Window): Mark[] => {
    const marks: Mark[] = [];
    const names: DOMRect[] = [];
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
        const boxes = [...range.getClientRects()];
        const isName = /mention|doubtful/.test(highlight);
        if (isName) names.push(...boxes);
        const box = boxes[0] ?? range.getBoundingClientRect();
        const y = box.y + box.height / 2;
        // From the middle to both ends, in tenths.
        const x = [5, 4, 6, 3, 7, 2, 8, 1, 9]
          .map((tenth) => box.x + (box.width * tenth) / 10)
          .find((at) => isName || !names.some((name) => isWithin(name, at, y)));
        marks.push({
          highlight,
          text: range
            .toString()
            .replace(/\u00ad/g, '')
            .replace(/\s+/g, ' ')
            .trim(),
          x: x ?? box.x + box.width / 2,
          y,
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
