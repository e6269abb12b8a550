/** Hands for pages on which the built extension runs, and for its scripts there. */
import type { Tab } from '../scripts/session.ts';

interface Api {
  tabs: { query(filter: object): Promise<{ id: number; url?: string }[]> };
  scripting: {
    executeScript(injection: { target: { tabId: number }; func: () => unknown }): Promise<{ result?: unknown }[]>;
  };
  runtime: { sendMessage(message: { ask?: string }): Promise<unknown> };
}

declare const chrome: Api;

/** The number of the newest tab whose address ends so. `inside` is a page of the extension. */
export function numberOfNewest(inside: Tab, end: string): Promise<number> {
  return inside.evaluate(
    async (wanted) => (await chrome.tabs.query({})).findLast(({ url }) => url?.endsWith(wanted))!.id,
    end,
  );
}

/** From now on the page's gate notes when it says yes. Whether there is a gate. */
export async function noteYes(inside: Tab, tabId: number): Promise<boolean> {
  return inside.evaluate(async (id) => {
    const [ran] = await chrome.scripting.executeScript({
      target: { tabId: id },
      func: () => {
        const world = globalThis as unknown as Record<symbol, unknown> & { yesAtMs?: number };
        if (!world[Symbol.for('bridle-gate')]) return false;
        const { runtime } = chrome;
        const send = runtime.sendMessage.bind(runtime);
        runtime.sendMessage = (message) => {
          if (message.ask === 'affair') world.yesAtMs = performance.now();
          return send(message);
        };
        return true;
      },
    });
    return ran?.result === true;
  }, tabId);
}

/** On the page's own clock, in milliseconds. */
export async function yesOf(inside: Tab, tabId: number): Promise<number> {
  return inside.evaluate(async (id) => {
    const [ran] = await chrome.scripting.executeScript({
      target: { tabId: id },
      func: () => (globalThis as unknown as { yesAtMs?: number }).yesAtMs,
    });
    return ran!.result as number;
  }, tabId);
}

/** Runs in a page of the bench: shows its article; at which millisecond of the page's clock the frame was painted that shows the marks. */
export function whenMarked(): Promise<number> {
  (globalThis as unknown as { show(): void }).show();
  return new Promise((done) => {
    requestAnimationFrame(function look() {
      if (!CSS.highlights.get('bridle-mention')?.size) return void requestAnimationFrame(look);
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => done(performance.now()));
      port1.start();
      port2.postMessage(null);
    });
  });
}

export async function waitUntil(holds: () => Promise<boolean>, what: string, mostMs = 10_000): Promise<void> {
  const until = Date.now() + mostMs;
  while (!(await holds())) {
    if (Date.now() > until) throw new Error(`Waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
