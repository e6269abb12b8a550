import { DOMParser, parseHTML } from 'linkedom';
import { readBlocks, type TextBlock } from '../../page/blocks.ts';
import type { Block, BlockText } from './blocks.ts';

/**
 * The blocks that the extension would read in a page, joined by line breaks. There is no layout here: of what a page hides, only what
 * an attribute hides is known.
 */
export function readHtmlBlocks(markup: string, type: 'html' | 'xhtml'): BlockText {
  const root = parse(markup, type);
  attachShadowRoots(root);
  const blocks: Block[] = [];
  let start = 0;
  for (const read of readBlocks(root)) {
    if (!read) continue;
    blocks.push({ start, text: read.text, role: roleOf(read), isHidden: (offset) => isHiddenAt(read, offset) });
    start += read.text.length + 1;
  }
  return {
    text: blocks.map(({ text }) => text).join('\n'),
    blocks,
    language: root.querySelector('html')?.getAttribute('lang') ?? undefined,
  };
}

/**
 * An element around the whole file: linkedom adds neither `html` nor `body`, so that text may stand beside the first element, and what
 * follows its document type cannot be reached from it.
 */
function parse(markup: string, type: 'html' | 'xhtml'): Element {
  const whole = `<bridle-file>${markup.replace(/^\uFEFF/, '')}`;
  if (type === 'html') return new DOMParser().parseFromString(whole, 'text/html').documentElement as unknown as Element;
  // The parser knows only the entities of XML.
  const plain = whole.replace(/&(?!(?:amp|lt|gt|quot|apos);)[a-z][a-z0-9]*;/gi, decodeEntity);
  return new DOMParser().parseFromString(`${plain}</bridle-file>`, 'text/xml').documentElement as unknown as Element;
}

/** linkedom leaves declarative shadow trees lying as templates. */
function attachShadowRoots(root: Element): void {
  for (const template of root.querySelectorAll('template[shadowrootmode="open"]')) {
    const host = template.parentElement;
    if (!host || host.shadowRoot) continue;
    host.attachShadow({ mode: 'open' }).append(...template.childNodes);
    template.remove();
  }
}

function decodeEntity(entity: string): string {
  return parseHTML(`<i>${entity}</i>`).document.documentElement.textContent ?? entity;
}

function roleOf({ holder }: TextBlock): Block['role'] {
  const name = 'localName' in holder ? holder.localName : '';
  if (/^h[1-6]$/.test(name)) return 'heading';
  return name === 'li' || name === 'dd' || name === 'dt' || name === 'td' || name === 'th' ? 'item' : 'paragraph';
}

function isHiddenAt({ pieces }: TextBlock, offset: number): boolean {
  const piece = pieces.find(({ end }) => end > offset);
  for (let at: Node | null | undefined = piece?.node.parentNode; at; at = at.parentNode) {
    if (at.nodeType === 1 && hides(at as Element)) return true;
  }
  return false;
}

function hides(element: Element): boolean {
  if (element.hasAttribute('hidden')) return true;
  const edited = element.getAttribute('contenteditable');
  if (edited !== null && edited !== 'false') return true;
  return /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))\b/i.test(
    element.getAttribute('style') ?? '',
  );
}
