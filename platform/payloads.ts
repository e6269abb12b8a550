/** What requests may bring, for the background: within these bounds, and in no other shape. */
import type { BlocksUpdate, CardRequest } from './exchange.ts';
import { longestBlock } from './exchange.ts';
import { isCount, isList, isRecord, isText } from './guards.ts';
import type { AnyRequests, ExploreRequest, MuteRequest } from './messages.ts';

/** What was sent, in its own shape; undefined where it is not what the request takes. */
type Payloads = { [Name in keyof AnyRequests]: (sent: unknown) => AnyRequests[Name]['sent'] | undefined };

/** The page layer sends 100,000 characters at a time, and moved blocks by their numbers. */
const mostInserted = 200_000;
const mostCharacters = 200_000;
const mostHidden = 20_000;
/** A target is an alias, the words around it, and a few claims. */
const longestTarget = 4_000;
const longestId = 200;
/** As much as a search reads of what is typed. */
const longestSentence = 400;

export const PAYLOADS: Payloads = {
  affair: readNothing,
  drawing: readNothing,
  leave: readNothing,

  marks(sent): BlocksUpdate | undefined {
    if (!isRecord(sent)) return undefined;
    const { revision, at, remove, insert, more } = sent;
    if (!isCount(revision) || !isCount(at) || !isCount(remove) || typeof more !== 'boolean') return undefined;
    if (!isList(insert, isTextOrNumber, mostInserted)) return undefined;
    const characters = insert.reduce<number>((sum, entry) => sum + (typeof entry === 'string' ? entry.length : 0), 0);
    return characters <= mostCharacters ? { revision, at, remove, insert, more } : undefined;
  },

  card(sent): CardRequest | undefined {
    if (!isRecord(sent)) return undefined;
    const { target, words } = sent;
    if (!isText(target, longestTarget)) return undefined;
    return { target, words: words === 'en' || words === 'fr' || words === 'de' ? words : null };
  },

  hidden: (sent) => (isList(sent, isCount, mostHidden) ? sent : undefined),

  mute(sent): MuteRequest | undefined {
    if (!isRecord(sent)) return undefined;
    const { target, where, isMuted } = sent;
    if (!isText(target, longestTarget) || typeof isMuted !== 'boolean') return undefined;
    return where === 'here' || where === 'everywhere' ? { target, where, isMuted } : undefined;
  },

  explore(sent): ExploreRequest | undefined {
    if (!isRecord(sent)) return undefined;
    const { kind, id } = sent;
    if (!isText(id, longestId)) return undefined;
    return kind === 'entity' || kind === 'claim' ? { kind, id } : undefined;
  },

  dossiers: (sent) => (isRecord(sent) && isCount(sent.tabId) ? { tabId: sent.tabId } : undefined),
  sentence: (sent) => (isText(sent, longestSentence) ? sent : undefined),
};

function readNothing(): null {
  return null;
}

function isTextOrNumber(value: unknown): value is string | number {
  return isCount(value) || isText(value, longestBlock);
}
