/** How long a reader waits, asked of pages in a real browser: from a key to painted results, from a resting pointer to the painted card. */

export interface KeyTimes {
  /** For each key: until the results are in the document and laid out. */
  laidOutMs: number[];
  /** For each key: until the frame that shows them has been painted. */
  paintedMs: number[];
}

/**
 * Runs in popup or explorer: types queries letter by letter into the box that the selector finds, each after the last has been painted. It
 * begins when the surface has nothing left to do for its opening, which takes less time than a reader needs for the first key.
 */
export async function timeKeys({ box, queries }: { box: string; queries: string[] }): Promise<KeyTimes> {
  const input = document.querySelector<HTMLInputElement>(box)!;
  input.focus();
  const task = () =>
    new Promise<void>((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => done());
      port1.start();
      port2.postMessage(null);
    });
  // A task that is posted in a frame runs after that frame has been painted.
  const frame = async () => {
    await new Promise((done) => {
      requestAnimationFrame(done);
    });
    await task();
  };
  const times: KeyTimes = { laidOutMs: [], paintedMs: [] };
  const enter = async (value: string) => {
    const startedAt = performance.now();
    input.value = value;
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await task();
    void document.body.offsetHeight;
    times.laidOutMs.push(performance.now() - startedAt);
    await frame();
    times.paintedMs.push(performance.now() - startedAt);
  };
  await new Promise((rested) => {
    setTimeout(() => requestIdleCallback(rested), 100);
  });
  for (const query of queries) {
    for (let length = 1; length <= query.length; length++) await enter(query.slice(0, length));
    await enter('');
  }
  return times;
}

/** Runs in a page of a build with an open shadow root, before the pointer moves: milliseconds from its last movement to the painted card. */
export function timeCard(): Promise<number> {
  return new Promise((done) => {
    let movedAt = 0;
    addEventListener(
      'pointermove',
      ({ timeStamp }) => {
        movedAt = timeStamp;
      },
      { capture: true },
    );
    requestAnimationFrame(function look() {
      const card = document.querySelector('bridle-card')?.shadowRoot?.querySelector('.card h2');
      if (!card) requestAnimationFrame(look);
      else {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => done(performance.now() - movedAt));
        port1.start();
        port2.postMessage(null);
      }
    });
  });
}
