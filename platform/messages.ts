/**
 * What the parts of Bridle say to each other: who may ask what, what is sent with it and what is got for it. Whatever arrives is looked at
 * before it is believed, on both ends: a page's process may be in wrong hands, and an update may have put another version there.
 */
import type { BlocksUpdate, CardContent, CardRequest, MarksUpdate, NoMarks } from './exchange.ts';
import type { Dossier } from '../presentation/dossier.ts';
import type { SentenceMatch } from '../presentation/search/search.ts';

/** What a page's script may ask of the background. */
export interface PageRequests {
  /** The gate has seen the affair: the frame is to be annotated. */
  affair: { sent: null; got: true };
  marks: { sent: BlocksUpdate; got: MarksUpdate | NoMarks };
  card: { sent: CardRequest; got: CardContent | 'busy' };
  /** The script that draws cards is to be put into the frame: no page needs it before its first card. */
  drawing: { sent: null; got: true };
  /** Which places of the dossier the page does not show. */
  hidden: { sent: number[]; got: true };
  /** "Wrong match": the alias of a target, or the claim of a sentence's, is muted on the frame's site or everywhere, or that is taken back. */
  mute: { sent: MuteRequest; got: true };
  /** A record of the fact base is to be opened in the explorer. */
  explore: { sent: ExploreRequest; got: true };
  /** The page is left, or Bridle ends on it. */
  leave: { sent: null; got: true };
}

export interface MuteRequest {
  target: string;
  where: 'here' | 'everywhere';
  isMuted: boolean;
}

export interface ExploreRequest {
  kind: 'entity' | 'claim';
  id: string;
}

/** What the extension's own pages may ask of the background. */
export interface SurfaceRequests {
  /** What the page of a tab holds, frame by frame, the top frame first. */
  dossiers: { sent: { tabId: number }; got: FrameDossier[] };
  /** Which claims a sentence speaks of: the engine is in the background alone. */
  sentence: { sent: string; got: SentenceMatch[] };
}

/** What one frame of a page holds. */
export interface FrameDossier {
  frameId: number;
  /** Its host, where that is another one than the page's: what it says, the page did not say. */
  origin?: string | undefined;
  dossier: Dossier;
}

export type AnyRequests = PageRequests & SurfaceRequests;

/** A request as it travels. */
export interface Envelope {
  ask: keyof AnyRequests;
  sent: unknown;
}

/** From the background to the extension's own pages that are open: what a tab's page holds has changed. */
export interface DossiersChanged {
  changed: number;
}

/** From the background or one of the extension's own pages to the scripts of a tab. */
export type TabMessage =
  | { type: 'step'; direction: 1 | -1 }
  | { type: 'jump'; place: number }
  /** All marks of the tab are hidden, or shown again. */
  | { type: 'hide'; isHidden: boolean }
  /** Ask for the marks again: the reader has chosen something else, or the background was restarted. Answered when that is done. */
  | { type: 'renew' }
  /** End, on pages that one of these match patterns covers: the reader took the access back. */
  | { type: 'stop'; origins: string[] };
