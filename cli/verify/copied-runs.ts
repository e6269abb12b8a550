import { foldText } from '../../data/fold.ts';
import type { Problem } from '../../data/problem.ts';

/** So many words in a row are somebody's wording; fewer are how a language says a thing. */
export const RUN_WORDS = 7;

export interface Wording {
  /** Id of a source. */
  source: string;
  text: string;
}

/**
 * Where texts of the project repeat a source word for word: runs of seven words and more, however they are accented, hyphenated or laid
 * out. `allowed` are texts that may be repeated anywhere: quotations and titles.
 */
export function checkCopiedRuns(
  texts: Iterable<{ file: string; text: string }>,
  sources: readonly Wording[],
  allowed: readonly string[],
): Problem[] {
  const free = new Set(allowed.flatMap((text) => runsOf(wordsOf(text))));
  const owners = new Map<string, string>();
  for (const { source, text } of sources)
    for (const run of runsOf(wordsOf(text))) if (!free.has(run) && !owners.has(run)) owners.set(run, source);
  return [...texts].flatMap(({ file, text }) => copiesIn(wordsOf(text), owners).map((copy) => problemOf(file, copy)));
}

interface Copy {
  words: string[];
  source: string;
}

/** The longest stretches of words of which each run is a source's. */
function copiesIn(words: readonly string[], owners: ReadonlyMap<string, string>): Copy[] {
  const copies: Copy[] = [];
  let open: { copy: Copy; end: number } | null = null;
  runsOf(words).forEach((run, at) => {
    const source = owners.get(run);
    if (source === undefined) return;
    if (open && at < open.end && open.copy.source === source) open.copy.words.push(words[at + RUN_WORDS - 1]!);
    else {
      open = { copy: { words: words.slice(at, at + RUN_WORDS), source }, end: 0 };
      copies.push(open.copy);
    }
    open.end = at + RUN_WORDS;
  });
  return copies;
}

function problemOf(file: string, { words, source }: Copy): Problem {
  return {
    file,
    id: '',
    wrong: `“${words.join(' ')}” are ${words.length} words in a row of ${source}`,
    remedy: 'Say it in your own words.',
  };
}

/** Each seven words that follow one another, in order. */
function runsOf(words: readonly string[]): string[] {
  return Array.from({ length: Math.max(0, words.length - RUN_WORDS + 1) }, (_, at) =>
    words.slice(at, at + RUN_WORDS).join(' '),
  );
}

/** What stands between words in files: tags, marks of labelled texts, escaped characters. */
const markup = /<\/?[a-z][^<>]*>|\[\[[a-z0-9-]+\||\\[nrt]/giu;
const escaped = /\\u(?:\{([0-9a-f]+)\}|([0-9a-f]{4}))/giu;
/** An elided article is no word of its own: `l’affaire`. */
const apostrophe = /(?<=\p{L})['’ʼ](?=\p{L})/gu;

function wordsOf(text: string): string[] {
  const plain = text
    .replace(escaped, (_, long: string | undefined, short: string | undefined) =>
      String.fromCodePoint(Math.min(Number.parseInt((long ?? short)!, 16), 0x10ffff)),
    )
    .replace(markup, ' ')
    .replace(apostrophe, '');
  return foldText(plain).split(' ');
}
