/** Hands and eyes for the card; the test build's shadow root is open. */
import { vi } from 'vitest';
import { isSentence, readMarks, type Mark } from '../../scripts/marks.ts';
import type { Box, Tab } from '../../scripts/session.ts';
import { longestWaitMs } from './harness.ts';

/** The first mark of that text which is no sentence. */
export async function markOf(tab: Tab, name: string): Promise<Mark> {
  const mark = (await tab.evaluate(readMarks)).find((it) => it.text === name && !isSentence(it));
  if (!mark) throw new Error(`${name} is not marked`);
  return mark;
}

/** Presses a control of the card with a real click, once it is there. */
export async function pressInCard(tab: Tab, selector: string): Promise<void> {
  const place = await vi.waitFor(
    async () => {
      const found = await tab.evaluate(placeInCard, selector);
      if (!found) throw new Error(`there is no ${selector} in the card`);
      return found;
    },
    { timeout: longestWaitMs },
  );
  await tab.click(place.x, place.y);
}

/** Runs in the page. Middle of the first control that the selector finds, scrolled into view. */
function placeInCard(selector: string): { x: number; y: number } | null {
  const control = document.querySelector('bridle-card')?.shadowRoot?.querySelector(selector);
  control?.scrollIntoView({ block: 'nearest' });
  const box = control?.getBoundingClientRect();
  return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
}

// Both run in the page, and take nothing from outside. A page may add hosts of that name, which hold no card.

/** What the open card is about; null while none is open. */
export function cardTitle(): string | null {
  for (const host of Document.prototype.querySelectorAll.call(document, 'bridle-card')) {
    const title = host.shadowRoot?.querySelector('.card h2');
    if (title) return title.textContent;
  }
  return null;
}

/** Where the open card lies. */
export function cardBox(): Box | null {
  for (const host of Document.prototype.querySelectorAll.call(document, 'bridle-card')) {
    const box = host.shadowRoot?.querySelector('.bridle-card')?.getBoundingClientRect();
    if (box) return { x: box.x, y: box.y, width: box.width, height: box.height };
  }
  return null;
}
