/** Hands and eyes for the card; the test build's shadow root is open. */
import { isSentence, readMarks, type Mark } from '../../scripts/marks.ts';
import type { Box, Tab } from '../../scripts/session.ts';

/** The first mark of that text which is no sentence. */
export async function markOf(tab: Tab, name: string): Promise<Mark> {
  const mark = (await tab.evaluate(readMarks)).find((it) => it.text === name && !isSentence(it));
  if (!mark) throw new Error(`${name} is not marked`);
  return mark;
}

/** Runs in the page. What the open card is about; null while none is open. */
export function cardTitle(): string | null {
  const host = Document.prototype.querySelector.call(document, 'bridle-card');
  return host?.shadowRoot?.querySelector('.card h2')?.textContent ?? null;
}

/** Runs in the page. Where the open card lies. */
export function cardBox(): Box | null {
  const host = Document.prototype.querySelector.call(document, 'bridle-card');
  const box = host?.shadowRoot?.querySelector('.bridle-card')?.getBoundingClientRect();
  return box ? { x: box.x, y: box.y, width: box.width, height: box.height } : null;
}
