/** The answering end of messages, in the background. Who asks decides what may be asked. */
import type { Runtime } from 'webextension-polyfill';
import { browser } from './browser.ts';
import { isRecord } from './guards.ts';
import type { AnyRequests, DossiersChanged, PageRequests, SurfaceRequests } from './messages.ts';
import { PAYLOADS } from './payloads.ts';

/** The frame that a page's script runs in. */
export interface Frame {
  tabId: number;
  frameId: number;
  /** Of the document in the frame, where the browser tells. */
  documentId: string;
  /** The host of the frame, or of the page around one that has no address of its own. */
  site: string;
  /** The host of the page that the tab shows; empty where the browser does not tell. */
  pageHost: string;
  /** It stands in a page of another host. */
  isForeign?: boolean;
}

type Got<Answer> = Answer | null | Promise<Answer | null>;

/** How each request is answered. Null is no answer: what was sent makes no sense. */
export interface AnswerTable {
  pages: {
    [Name in keyof PageRequests]: (frame: Frame, sent: PageRequests[Name]['sent']) => Got<PageRequests[Name]['got']>;
  };
  surfaces: {
    [Name in keyof SurfaceRequests]: (sent: SurfaceRequests[Name]['sent']) => Got<SurfaceRequests[Name]['got']>;
  };
}

/** Answers requests from now on. To what is no request, or none that its sender may make, there is no answer. */
export function answerRequests({ pages, surfaces }: AnswerTable): void {
  browser.runtime.onMessage.addListener((raw: unknown, sender: Runtime.MessageSender) => {
    if (!isRecord(raw) || typeof raw.ask !== 'string') return undefined;
    const { ask: name, sent } = raw;
    const frame = frameOf(sender);
    if (frame)
      return has(pages, name) ? answer(name, sent, (fit) => (pages[name] as Answering)(frame, fit)) : undefined;
    if (isOwnPage(sender) && has(surfaces, name))
      return answer(name, sent, (fit) => (surfaces[name] as Answering)(fit));
    return undefined;
  });
}

/** That a name's payload fits the name's handler is what the tables say; for a name that is only known here, the compiler cannot tell. */
type Answering = (...given: unknown[]) => unknown;

function answer(
  name: keyof AnyRequests,
  sent: unknown,
  handle: (fit: unknown) => unknown,
): Promise<unknown> | undefined {
  const fit = PAYLOADS[name](sent);
  return fit === undefined ? undefined : Promise.resolve(handle(fit));
}

const has = <Handlers extends object>(handlers: Handlers, name: string): name is keyof Handlers & string =>
  Object.hasOwn(handlers, name);

/** Tells the extension's own pages that are open. */
export function tellSurfaces(message: DossiersChanged): void {
  // Nobody may be there.
  void browser.runtime.sendMessage(message).catch(() => undefined);
}

/** The frame that a message came from; null unless it is a page's script of this extension. */
export function frameOf(sender: Runtime.MessageSender): Frame | null {
  const { id, tab, frameId } = sender;
  if (id !== browser.runtime.id || tab?.id === undefined || frameId === undefined) return null;
  if (isOwnPage(sender) && !isExample(sender)) return null;
  const { documentId = '', origin } = sender as { documentId?: string; origin?: string };
  const site = [origin, sender.url, tab.url].map(hostOf).find((host) => host !== '') ?? '';
  const pageHost = hostOf(tab.url);
  const isForeign = frameId !== 0 && site !== pageHost;
  return { tabId: tab.id, frameId, documentId, site, pageHost, ...(isForeign && { isForeign }) };
}

/** The page to try Bridle on is read like any other. */
function isExample({ url }: Runtime.MessageSender): boolean {
  return url === browser.runtime.getURL('/example.html');
}

function isOwnPage({ id, url }: Runtime.MessageSender): boolean {
  return id === browser.runtime.id && url?.startsWith(browser.runtime.getURL('')) === true;
}

function hostOf(address: string | undefined): string {
  return address && URL.canParse(address) ? new URL(address).hostname : '';
}
