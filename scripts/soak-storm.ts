/** What a live page does to itself, run in the page. */

/** Adds, edits, moves, splits and removes paragraphs with and without names, for a while. The same seed does the same things. */
export async function storm({ seed, forMs }: { seed: number; forMs: number }): Promise<void> {
  const sentences = [
    'NSO Group denies what <b>Jean Asselborn</b> told the deputies.',
    'The spy<i>ware</i> Pegasus was sold to vetted governments only.',
    'Rain until noon, and <a href="#">then</a> more of it.',
    'Shalev Hulio spoke of NSO and of its clients.',
  ];
  let state = seed * 2_654_435_761;
  const random = (below: number) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 0x9e3779b9) >>> 0;
    return state % below;
  };
  const main = document.querySelector('main')!;
  const any = () => main.children[random(main.children.length)]!;
  const acts: (() => void)[] = [
    () => main.insertAdjacentHTML('beforeend', `<p>${sentences[random(sentences.length)]}</p>`),
    () =>
      any().insertAdjacentHTML(
        'beforebegin',
        `<section><h2>NSO Group</h2><p>${sentences[random(sentences.length)]}</p></section>`,
      ),
    () => {
      any().innerHTML = sentences[random(sentences.length)]!;
    },
    () => main.append(any()),
    () => any().remove(),
    () => any().toggleAttribute('hidden'),
    () => {
      any().normalize();
    },
    () => {
      const text = any().firstChild;
      if (text instanceof Text) text.splitText(random(text.length + 1));
    },
    () => {
      const text = any().firstChild;
      if (text instanceof Text) text.data += ' Pegasus';
    },
    () => {
      const host = document.createElement('live-ticker');
      host.attachShadow({ mode: 'open' }).innerHTML = `<p>${sentences[random(sentences.length)]}</p>`;
      any().replaceWith(host);
    },
  ];
  const until = performance.now() + forMs;
  while (performance.now() < until) {
    for (let count = 0; count < 20; count++) {
      const few = main.children.length < 20;
      acts[few ? 0 : random(acts.length)]!();
      if (main.children.length > 300) main.firstElementChild!.remove();
    }
    await new Promise((settle) => {
      setTimeout(settle, 20);
    });
  }
}

/** Back to the page as it was. */
export function clearStorm(): void {
  document.querySelector('main')!.replaceChildren();
}
