/** Whether a page is light or dark behind a piece of its text, so that the card follows it. */
import { parentOrHostOf, rootElementOf, typeOf } from './nodes.ts';

export type Theme = 'light' | 'dark';

/** Reads styles; asked once an opening. */
export function themeBehind(node: Node): Theme {
  for (let at: Node | null = node; at; at = parentOrHostOf(at)) {
    if (typeOf(at) !== 1) continue;
    const { backgroundColor, backgroundImage, color } = getComputedStyle(at as Element);
    if (backgroundImage.startsWith('url(') || backgroundImage.includes('gradient('))
      return lightnessOf(color) > 0.6 ? 'dark' : 'light';
    if (alphaOf(backgroundColor) >= 0.5) return lightnessOf(backgroundColor) < 0.5 ? 'dark' : 'light';
  }
  const { colorScheme } = getComputedStyle(rootElementOf(document));
  const prefersDark = colorScheme.includes('dark') && matchMedia('(prefers-color-scheme: dark)').matches;
  return colorScheme === 'dark' || prefersDark ? 'dark' : 'light';
}

/** 0 for black to 1 for white, of a colour as `getComputedStyle` writes it. */
export function lightnessOf(color: string): number {
  const [first = 0, second = 0, third = 0] = numbersOf(color);
  if (color.startsWith('rgb')) return (0.2126 * first + 0.7152 * second + 0.0722 * third) / 255;
  if (color.startsWith('ok')) return first;
  if (/^(?:lab|lch)/.test(color)) return first / 100;
  return 0.2126 * first + 0.7152 * second + 0.0722 * third;
}

/** 0 for transparent to 1. */
export function alphaOf(color: string): number {
  if (color === 'transparent') return 0;
  return numbersOf(color)[3] ?? 1;
}

/** `color(srgb 0.1 …)` names its space, which may hold a digit (`display-p3`). */
function numbersOf(color: string): number[] {
  const list = color.replace(/^color\(\s*[\w-]+/, '');
  return (list.match(/-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?/gi) ?? []).map(Number);
}
