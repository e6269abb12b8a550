import type { Find } from './annotate-text.ts';
import { printableJson } from '../printable.ts';
import type { Format } from './format.ts';

/** One JSON object a line: a mention, or a sentence that matches a claim. Of several files, each line names its own. */
export function jsonl({ severalFiles }: { severalFiles: boolean }): Format {
  return {
    open: () => '',
    *document({ name, blocks }) {
      for (const { finds } of blocks)
        for (const find of finds) yield `${printableJson({ ...(severalFiles && { file: name }), ...lineOf(find) })}\n`;
    },
    close: () => '',
  };
}

/** In the order of the documentation, whatever else the engine tells. */
function lineOf(find: Find): object {
  const { type, start, end, text, confidence } = find;
  if (find.type === 'claim') {
    const { claim, stance, stanceConfidence } = find;
    return { type, start, end, text, claim, stance, confidence, stanceConfidence };
  }
  const { entity, alias, distance, cues, doubtful } = find;
  return { type, start, end, text, entity, confidence, alias, distance, cues, doubtful };
}
