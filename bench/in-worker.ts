/** The background of the bench: the extension's own session, engine and cards in a thread of their own, as the browser has them in a process of theirs. */
import { facts } from 'virtual:bridle/facts';
import { lexicon } from 'virtual:bridle/lexicon';
import { synonyms } from 'virtual:bridle/synonyms';
import { words } from 'virtual:bridle/words/card';
import { createCards } from '../background/cards.ts';
import { createFrameSession, type FrameSession } from '../background/frame-session.ts';
import { createSubjects } from '../background/subjects.ts';
import { KNOWLEDGE_FILE, readKnowledge } from '../matching/claims/knowledge-file.ts';
import { ClaimMatcher } from '../matching/claims/matcher.ts';
import { atOnce } from '../matching/at-once.ts';
import { createEngine } from '../matching/engine.ts';
import type { BlocksUpdate, CardRequest, PageChoices } from '../platform/exchange.ts';
import { DEFAULT_LOOKS } from '../platform/default-looks.ts';
import { searchKnowledge } from '../presentation/search/knowledge.ts';
import { createSearch } from '../presentation/search/search.ts';
import { withAliases, withClaims } from './synthetic.ts';

/** What the page asks of it. Texts of JSON, as the browser makes them of an extension's messages. */
export interface WorkerRequests {
  /** Makes the session anew. */
  open: { sent: { choices: PageChoices }; got: true };
  marks: { sent: BlocksUpdate; got: unknown };
  card: { sent: CardRequest; got: unknown };
  /** Milliseconds to make the engine, once it is warm; for names and claims since `open`; and how many of them the session holds. */
  cost: { sent: null; got: WorkerCost };
  /** Milliseconds for names and claims of each of some articles, given as blocks of text, round after round; a round that warms up comes before. */
  articles: { sent: { articles: readonly string[][]; rounds: number }; got: number[] };
  /** Nanoseconds for each character of the texts, with so many aliases more than there are. */
  scan: { sent: { texts: string[]; aliases: number }; got: number };
  /** Milliseconds for each key of the queries, typed letter by letter, over so many claims more than there are. */
  search: { sent: { queries: readonly string[]; claims: number }; got: number[] };
}

export interface WorkerCost {
  engineMs: number;
  marksMs: number;
  mentions: number;
  matches: number;
}

const matcherComing = fetch(`https://bench.test/${KNOWLEDGE_FILE}`)
  .then((response) => response.arrayBuffer())
  .then((file) => new ClaimMatcher(readKnowledge(file)));
let matcher: ClaimMatcher | null = null;
const started = performance.now();
const engine = createEngine(lexicon, { matchInSteps: (passage) => matcher!.matchInSteps(passage) });
const engineMs = performance.now() - started;
const cards = createCards(facts, words, '0');
const subjects = createSubjects(facts);
let choices: PageChoices = { ...DEFAULT_LOOKS, dwellMs: 0, isHidden: false };
let session: FrameSession = newSession();
let marksMs = 0;

const ANSWERS: { [Name in keyof WorkerRequests]: (sent: WorkerRequests[Name]['sent']) => unknown } = {
  open(sent) {
    ({ choices } = sent);
    session = newSession();
    marksMs = 0;
    return true;
  },
  marks(update) {
    const from = performance.now();
    const answer = atOnce(session.update(update, { choices, isMuted: () => false }));
    marksMs += performance.now() - from;
    return answer;
  },
  card: (request) => cards(request, 'en'),
  cost() {
    const { mentions, matches } = session.dossier();
    return { engineMs, marksMs, mentions: mentions.length, matches: matches.length };
  },
  articles({ articles, rounds }) {
    for (const article of articles) annotate(article);
    return Array.from({ length: rounds }, () => articles.map(annotate)).flat();
  },
  scan({ texts, aliases }) {
    const own = createEngine(aliases === 0 ? lexicon : withAliases(lexicon, aliases));
    const characters = texts.reduce((sum, text) => sum + text.length, 0);
    for (const text of texts.slice(0, 200)) own.scan(text);
    const from = performance.now();
    for (const text of texts) own.scan(text);
    return ((performance.now() - from) * 1e6) / characters;
  },
  search({ queries, claims: count }) {
    const search = createSearch(
      searchKnowledge({
        facts: count === 0 ? facts : withClaims(facts, count),
        lexicon,
        concepts: synonyms.concepts,
        engine,
      }),
    );
    return queries.flatMap((query) =>
      [...query].map((_, at) => {
        const from = performance.now();
        search(query.slice(0, at + 1));
        return performance.now() - from;
      }),
    );
  },
};

globalThis.onmessage = async ({ data }: MessageEvent<string>) => {
  const { number, ask, sent } = JSON.parse(data) as { number: number; ask: keyof WorkerRequests; sent: never };
  matcher ??= await matcherComing;
  globalThis.postMessage(JSON.stringify({ number, answer: ANSWERS[ask](sent) }));
};

/** Milliseconds. */
function annotate(texts: readonly string[]): number {
  const from = performance.now();
  atOnce(engine.link(texts.map((text) => engine.scan(text))));
  return performance.now() - from;
}

function newSession(): FrameSession {
  return createFrameSession(engine, subjects);
}
