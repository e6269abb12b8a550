/** Keeps what was read of a page in step with its document. */
import { holderOf, readBlocks, type TextBlock } from './blocks.ts';
import { changesOf } from './changes.ts';
import { isConnected, rootElementOf, type Holder } from './nodes.ts';
import { createReading, type Reading } from './reading.ts';
import { createUpgrades } from './upgrades.ts';

export interface PageReader extends Pick<Reading, 'blocks' | 'takeChanged' | 'takeGone'> {
  /** Reads what the records say has changed, or everything: the first time, and where they are null. In steps. */
  read(records: MutationRecord[] | null): Generator<unknown, void>;
  /** The document and the shadow roots that were read. */
  roots: ReadonlySet<Node>;
}

export interface PageReaderOptions {
  onRoot(root: ShadowRoot): void;
  /** A root has left the document. */
  onRootGone(root: Node): void;
}

export function createPageReader({ onRoot, onRootGone }: PageReaderOptions): PageReader {
  const reading = createReading();
  const upgrades = createUpgrades();
  const roots = new Set<Node>([document]);
  let isRead = false;

  return {
    ...reading,
    roots,
    *read(records) {
      if (!isRead || !records) {
        isRead = true;
        yield* readAgain([rootElementOf(document)], []);
        forgetRoots();
        return;
      }
      const { holders, subtrees, stale, removed } = yield* changesOf(records);
      for (const host of upgrades.takeNewHosts()) subtrees.add(host);
      yield* readAgain(subtrees, holders, stale);
      if (removed) forgetRoots();
    },
  };

  function* readAgain(
    subtrees: Iterable<Element>,
    holders: Iterable<Holder>,
    stale: Iterable<Holder> = [],
  ): Generator<unknown, void> {
    const found = new Map<Holder, TextBlock[]>(Array.from(stale, (holder) => [holder, []]));
    const inOrder: TextBlock[] = [];
    const keep = (block: TextBlock) => {
      inOrder.push(block);
      const same = found.get(block.holder);
      if (same) same.push(block);
      else found.set(block.holder, [block]);
    };
    for (const subtree of subtrees) {
      const outer = holderOf(subtree);
      for (const block of readBlocks(subtree, { onShadowRoot, onUnknown: upgrades.await })) {
        // The text beside an inline element belongs to a block that is read as a whole.
        if (block && (block.holder !== outer || outer === subtree)) keep(block);
        yield;
      }
    }
    for (const holder of holders) {
      if (!found.has(holder)) found.set(holder, []);
      for (const block of readBlocks(holder, { deep: false })) {
        if (block) keep(block);
        yield;
      }
    }
    yield* reading.replace(found, inOrder);
  }

  function onShadowRoot(root: ShadowRoot) {
    if (roots.has(root)) return;
    roots.add(root);
    onRoot(root);
  }

  /** A page that makes and drops elements all day would otherwise be kept alive with all its nodes. */
  function forgetRoots() {
    for (const root of roots) {
      if (isConnected(root)) continue;
      roots.delete(root);
      onRootGone(root);
    }
  }
}
