/** The documents that the reader has brought: in the memory of this page while the explorer is open, and nowhere else. */
import { createContext } from 'preact';
import { useContext, useMemo, useState } from 'preact/hooks';
import type { Documents } from '../../data/documents.ts';
import {
  MOST_FILES,
  readOriginal,
  type Offered,
  type Original,
  type Refusal,
} from '../../presentation/explorer/original.ts';

interface Held {
  /** The documents by the id of their source. */
  bySource: ReadonlyMap<string, Original>;
  /** Files of the last time that are no document, or how many files were too many. */
  refused: readonly Refusal[];
  tooMany: number;
}

export interface Originals extends Held {
  /** Reads files one after the other. */
  take(offered: readonly Offered[]): Promise<void>;
  forget(source: string): void;
}

const NONE: Held = { bySource: new Map(), refused: [], tooMany: 0 };

export function useOriginalsOf(documents: Documents): Originals {
  const [held, setHeld] = useState(NONE);
  const acts = useMemo(() => actsOn(documents, setHeld), [documents]);
  return { ...held, ...acts };
}

function actsOn(
  documents: Documents,
  change: (next: (held: Held) => Held) => void,
): Pick<Originals, 'take' | 'forget'> {
  return {
    async take(offered) {
      if (offered.length > MOST_FILES) {
        change((held) => ({ ...held, refused: [], tooMany: offered.length }));
        return;
      }
      const read: (Original | Refusal)[] = [];
      for (const file of offered) read.push(await readOriginal(file, documents));
      const found = read.filter((file) => 'text' in file);
      change(({ bySource }) => ({
        bySource: new Map([...bySource, ...found.map((original) => [original.source, original] as const)]),
        refused: read.filter((file) => 'fault' in file),
        tooMany: 0,
      }));
    },
    forget: (source) =>
      change(({ bySource }) => ({ ...NONE, bySource: new Map([...bySource].filter(([id]) => id !== source)) })),
  };
}

const OriginalsContext = createContext<Originals | null>(null);
export const OriginalsProvider = OriginalsContext.Provider;

export function useOriginals(): Originals {
  const originals = useContext(OriginalsContext);
  if (!originals) throw new Error('No originals above this view');
  return originals;
}
