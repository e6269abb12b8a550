import type { CDPSession } from 'playwright-core';

/**
 * A way to count the bytes of live objects that the extension's service worker holds, after all garbage has been collected. Playwright gives no
 * debugging session of a service worker: messages to it are wrapped by hand.
 */
export async function workerHeap(browser: CDPSession): Promise<() => Promise<number>> {
  const { targetInfos } = await browser.send('Target.getTargets');
  const { targetId } = targetInfos.find(
    ({ type, url }) => type === 'service_worker' && url.startsWith('chrome-extension://'),
  )!;
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: false });
  let lastId = 0;
  const ask = (method: string) =>
    new Promise<Record<string, unknown>>((settle) => {
      const id = ++lastId;
      browser.on('Target.receivedMessageFromTarget', function listen({ message }) {
        const answer = JSON.parse(message) as { id?: number; result?: Record<string, unknown> };
        if (answer.id !== id) return;
        browser.off('Target.receivedMessageFromTarget', listen);
        settle(answer.result ?? {});
      });
      void browser.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method }) });
    });
  return async () => {
    for (let times = 0; times < 3; times++) await ask('HeapProfiler.collectGarbage');
    return Number((await ask('Runtime.getHeapUsage')).usedSize);
  };
}
