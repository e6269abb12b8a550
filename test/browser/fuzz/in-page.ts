/**
 * What runs in a plain page of a real browser, as `globalThis.fuzz`: the extension's own page layer and engine over random documents
 * that change under it.
 */
import fc from 'fast-check';
import { lexicon } from 'virtual:bridle/lexicon';
import { KNOWLEDGE_FILE, readKnowledge } from '../../../matching/claims/knowledge-file.ts';
import { ClaimMatcher } from '../../../matching/claims/matcher.ts';
import { createEngine } from '../../../matching/engine.ts';
import type { Engine } from '../../../matching/model.ts';
import { startAnnotator, type Annotator } from '../../../page/annotator.ts';
import type { Dossier } from '../../../presentation/dossier.ts';
import { backgroundBeside, type Beside } from '../../fixtures/beside.ts';
import { takeClock } from './clock.ts';
import { fragmentOf, sprouts, type Sprout } from './documents.ts';
import { apply, edits, type Edit } from './edits.ts';

export interface FuzzReport {
  runs: number;
  /** Marks that were compared, so that a run that compares nothing is seen. */
  marks: number;
  /** What went wrong, with the smallest document and edits that show it. */
  failure: string | null;
}

declare global {
  var fuzz: typeof run;
}

/** What the pages of the affair have in common, so that bare names count. */
const NEWS = 'The spyware Pegasus is made by NSO Group of Israel; Jean Asselborn told the deputies.';
const clock = takeClock();
let engine: Engine | undefined;
let compared = 0;

globalThis.fuzz = run;

/** With a path, as a failure prints it, only that one document. */
async function run({ seed, runs, path }: { seed: number; runs: number; path?: string }): Promise<FuzzReport> {
  engine ??= await makeEngine();
  compared = 0;
  const property = fc.asyncProperty(sprouts, edits, oneDocument);
  const result = await fc.check(property, { seed, numRuns: runs, ...(path && { path }) });
  const report = result.failed ? `${String(result.errorInstance)}\n${fc.defaultReportMessage(result) ?? ''}` : null;
  return { runs: result.numRuns, marks: compared, failure: report };
}

async function makeEngine(): Promise<Engine> {
  const file = await fetch(`/${KNOWLEDGE_FILE}`);
  return createEngine(lexicon, new ClaimMatcher(readKnowledge(await file.arrayBuffer())));
}

async function oneDocument(given: Sprout[], steps: Edit[]): Promise<void> {
  const alone = fresh(given);
  for (const step of steps) apply(alone, step);
  const untouched = outer();

  const page = fresh(given);
  const faults: unknown[] = [];
  const note = (event: PromiseRejectionEvent | ErrorEvent) =>
    faults.push('reason' in event ? event.reason : event.error);
  addEventListener('unhandledrejection', note);
  addEventListener('error', note);
  const life = new AbortController();
  try {
    const { annotator, beside } = start(life.signal);
    for (const step of steps) {
      apply(page, step);
      for (let task = 0; task < step.tasks; task++) await clock.step();
    }
    await clock.settle();
    expectEqual('markup', outer(), untouched);
    const painted = paintedNow();
    const kept = { seen: painted.filter(isSeen).map(shown).toSorted(), told: told(beside.session().dossier()) };
    for (const root of page.roots) {
      if (!root.isConnected)
        expectEqual('style sheets of a shadow tree that is gone', root.adoptedStyleSheets.length, 0);
    }
    annotator.stop();
    await clock.settle();
    expectNothingLeft(page.roots, untouched);

    const again = start(life.signal);
    await clock.settle();
    const anew = { seen: paintedNow().map(shown).toSorted(), told: told(again.beside.session().dossier()) };
    again.annotator.stop();
    await clock.settle();
    expectEqual('marks after the edits, and of a reading from scratch', kept.seen, anew.seen);
    if (painted.length === kept.seen.length)
      expectEqual('dossier after the edits, and of a reading from scratch', kept.told, anew.told);
    compared += anew.seen.length;
    if (faults.length > 0) throw faults[0];
  } finally {
    life.abort();
    await clock.settle();
    removeEventListener('unhandledrejection', note);
    removeEventListener('error', note);
  }
}

/** A body with the sentence that makes the page one of the affair, and the random rest. */
function fresh(given: Sprout[]): {
  body: HTMLElement;
  shelf: ChildNode[];
  roots: ShadowRoot[];
  onShadow(root: ShadowRoot): void;
} {
  const roots: ShadowRoot[] = [];
  const onShadow = (root: ShadowRoot) => void roots.push(root);
  const news = document.createElement('header');
  news.textContent = NEWS;
  const body = document.createElement('main');
  body.append(fragmentOf(given, onShadow));
  document.body.replaceChildren(news, body);
  return { body, shelf: [], roots, onShadow };
}

function start(signal: AbortSignal): { annotator: Annotator; beside: Beside } {
  const beside = backgroundBeside(engine!);
  const annotator = startAnnotator({
    ask: { marks: beside.askForMarks, card: async () => null },
    drawing: () => ({ css: '', draw: () => undefined }),
    signal,
    marksCss: '::highlight(bridle-mention) { color: red }',
    onHidden: (places) => beside.session().hide(places),
    onExplore: () => undefined,
    onMute: async () => true,
    openShadow: true,
  });
  return { annotator, beside };
}

const KINDS = ['bridle-mention', 'bridle-doubtful', 'bridle-contested', 'bridle-claim'];

interface Painted {
  kind: string;
  range: Range;
}

function paintedNow(): Painted[] {
  return KINDS.flatMap((kind) =>
    [...((CSS.highlights.get(kind) ?? []) as unknown as Iterable<StaticRange>)].map((span) => {
      const range = document.createRange();
      range.setStart(span.startContainer, span.startOffset);
      range.setEnd(span.endContainer, span.endOffset);
      return { kind, range };
    }),
  );
}

/** Paint on text that the page has hidden since it was read shows nothing; such marks may stay. */
function isSeen({ range }: Painted): boolean {
  const { parentNode } = range.startContainer;
  const element = parentNode instanceof ShadowRoot ? parentNode.host : parentNode;
  return !(element instanceof Element) || element.checkVisibility({ visibilityProperty: true });
}

function shown({ kind, range }: Painted): string {
  const { startContainer, startOffset, endContainer, endOffset } = range;
  return `${kind} ${placeOf(startContainer)}:${startOffset} – ${placeOf(endContainer)}:${endOffset} “${range.toString()}”`;
}

/** The way to a node from the document, by its number among its siblings. */
function placeOf(node: Node): string {
  const up = node.parentNode ?? (node as ShadowRoot).host;
  if (!up) return node === document ? '' : 'gone';
  if (node instanceof ShadowRoot) return `${placeOf(up)}/shadow`;
  let number = 0;
  for (let at = node.previousSibling; at; at = at.previousSibling) number++;
  return `${placeOf(up)}/${number}`;
}

function told({ mentions, matches }: Dossier): unknown {
  return [
    mentions.map(({ text, before, after, doubtful }) => [before, text, after, doubtful]),
    matches.map(({ claim, sentence }) => [claim, sentence]),
  ];
}

function expectNothingLeft(roots: ShadowRoot[], untouched: string): void {
  expectEqual(
    'highlights after the end',
    [...CSS.highlights.keys()].filter((name) => name.startsWith('bridle')),
    [],
  );
  expectEqual('markup after the end', outer(), untouched);
  expectEqual('style sheets after the end', roots.filter((root) => root.adoptedStyleSheets.length > 0).length, 0);
}

/** The page's markup with that of its shadow trees. */
function outer(): string {
  const shadows: string[] = [];
  const look = (root: ParentNode) => {
    for (const element of root.querySelectorAll('div, x-frame')) {
      if (!element.shadowRoot) continue;
      shadows.push(element.shadowRoot.innerHTML);
      look(element.shadowRoot);
    }
  };
  look(document);
  return [document.documentElement.outerHTML, ...shadows].join('\n');
}

function expectEqual(what: string, got: unknown, expected: unknown): void {
  const [a, b] = [got, expected].map((value) => JSON.stringify(value));
  if (a !== b) throw new Error(`${what}:\n${a}\n— but —\n${b}`);
}
