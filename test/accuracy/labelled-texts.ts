import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface LabelledMention {
  start: number;
  end: number;
  entity: string;
  /** A name used as a word about words: neither demanded nor punished. */
  optional: boolean;
}

/** A labelled text, its marks taken out. */
export interface LabelledText {
  /** Batch and file name. */
  file: string;
  /** Texts of one manner, by one hand. */
  batch: string;
  language: string;
  kind: 'affair' | 'lookalike' | 'mixed';
  text: string;
  mentions: LabelledMention[];
}

/** All labelled texts that rules and weights may be made with, in the order of their names. `[[nso-group|NSO]]` is a mention. */
export function readLabelledTexts(): LabelledText[] {
  return readFrom('texts');
}

/** The texts that are set aside: measured, never looked into. */
export function readTextsAside(): LabelledText[] {
  return readFrom('texts-aside');
}

/** The development set that the founders share; none where it is not there. */
export function readDevelopmentTexts(): LabelledText[] {
  const folder = join(import.meta.dirname, '../../../shared/eval');
  if (!existsSync(folder)) return [];
  return readFileSync(join(folder, 'gold.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as DevelopmentText)
    .map(({ file, lang, kind, mentions }) => ({
      file: `development/${file}`,
      batch: 'development',
      language: lang,
      kind,
      text: readFileSync(join(folder, 'text', file), 'utf8'),
      mentions: mentions.map((mention) => ({ ...mention, optional: mention.optional ?? false })),
    }));
}

interface DevelopmentText {
  file: string;
  lang: string;
  kind: LabelledText['kind'];
  mentions: (Omit<LabelledMention, 'optional'> & { optional?: boolean })[];
}

function readFrom(folder: string): LabelledText[] {
  const path = join(import.meta.dirname, '../labelled', folder);
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.txt'))
    .toSorted()
    .map((file) => {
      const [batch, name] = file.split('/') as [string, string];
      const [language, kind] = name.split('-') as [string, LabelledText['kind']];
      return { file, batch, language, kind, ...unmark(readFileSync(join(path, file), 'utf8')) };
    });
}

function unmark(marked: string): { text: string; mentions: LabelledMention[] } {
  let text = '';
  const mentions: LabelledMention[] = [];
  let from = 0;
  for (const match of marked.matchAll(/\[\[(\??)([a-z0-9-]+)\|([^\]]+)\]\]/g)) {
    const [whole, optional, entity, name] = match as unknown as [string, string, string, string];
    text += marked.slice(from, match.index);
    mentions.push({ start: text.length, end: text.length + name.length, entity, optional: optional === '?' });
    text += name;
    from = match.index + whole.length;
  }
  return { text: text + marked.slice(from), mentions };
}
