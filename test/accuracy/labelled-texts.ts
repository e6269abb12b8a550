import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface LabelledMention {
  start: number;
  end: number;
  entity: string;
}

/** A text of `test/labelled/texts`, its marks taken out. */
export interface LabelledText {
  file: string;
  language: string;
  kind: 'affair' | 'lookalike' | 'mixed';
  text: string;
  mentions: LabelledMention[];
}

/** All labelled texts, in the order of their names. `[[nso-group|NSO]]` is a mention. */
export function readLabelledTexts(): LabelledText[] {
  const folder = join(import.meta.dirname, '../labelled/texts');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .toSorted()
    .map((file) => {
      const [language, kind] = file.split('-') as [string, LabelledText['kind']];
      return { file, language, kind, ...unmark(readFileSync(join(folder, file), 'utf8')) };
    });
}

function unmark(marked: string): { text: string; mentions: LabelledMention[] } {
  let text = '';
  const mentions: LabelledMention[] = [];
  let from = 0;
  for (const match of marked.matchAll(/\[\[([a-z0-9-]+)\|([^\]]+)\]\]/g)) {
    text += marked.slice(from, match.index);
    mentions.push({ start: text.length, end: text.length + match[2]!.length, entity: match[1]! });
    text += match[2]!;
    from = match.index + match[0].length;
  }
  return { text: text + marked.slice(from), mentions };
}
