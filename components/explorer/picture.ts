/** A picture on the page as a file of its own: an SVG with its colours and fonts written out, which needs nothing from elsewhere. */

const SVG = 'http://www.w3.org/2000/svg';
/** What CSS may say of a drawing. */
const PAINT = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
] as const;
const COLOURS = new Set<string>(['fill', 'stroke']);
const GEOMETRY = /^(?:x|y|x1|x2|y1|y2|cx|cy|r|rx|ry|width|height|d|dx|dy|transform|viewBox|points)$/;
const MARGIN_PX = 20;
const TITLE_PX = 46;
const FOOT_PX = 34;

export interface Picture {
  svg: string;
  widthPx: number;
  heightPx: number;
}

/** Draws an element of the page, with what it holds of text and SVG, a title above and a line of origin below. */
export function pictureOf(element: HTMLElement, title: string, origin: string): Picture {
  const box = element.getBoundingClientRect();
  const looks = getComputedStyle(element);
  const [widthPx, heightPx] = [box.width + 2 * MARGIN_PX, box.height + TITLE_PX + FOOT_PX + MARGIN_PX];
  const picture = create('svg', { width: widthPx, height: heightPx, viewBox: `0 0 ${widthPx} ${heightPx}` });
  picture.append(create('rect', { width: widthPx, height: heightPx, fill: paperOf(element) }));
  const ink = colourOf(looks.color);
  picture.append(
    textAt(title, {
      x: MARGIN_PX,
      y: 30,
      fill: ink,
      'font-family': 'Georgia, serif',
      'font-size': 20,
      'font-weight': 600,
    }),
    textAt(origin, { x: MARGIN_PX, y: heightPx - 14, fill: ink, 'font-family': looks.fontFamily, 'font-size': 12 }),
  );
  const content = create('g', { transform: `translate(${MARGIN_PX - box.left} ${TITLE_PX - box.top})` });
  draw(element, content);
  picture.append(content);
  return { svg: new XMLSerializer().serializeToString(picture), widthPx, heightPx };
}

/** The same as pixels, twice as fine as on the page. */
export async function pixelsOf({ svg, widthPx, heightPx }: Picture): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(widthPx * 2);
  canvas.height = Math.round(heightPx * 2);
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((settle, fail) => {
    canvas.toBlob((blob) => (blob ? settle(blob) : fail(new Error('The canvas gave no picture.'))), 'image/png');
  });
}

function draw(element: Element, into: Element): void {
  if (!element.checkVisibility()) return;
  for (const child of element.childNodes) {
    if (child instanceof Text) drawText(child, into);
    else if (child instanceof SVGSVGElement) into.append(drawingOf(child));
    else if (child instanceof Element) draw(child, into);
  }
}

/** A drawing where it stands on the page. */
function drawingOf(drawing: SVGSVGElement): Element {
  const { left, top, width, height } = drawing.getBoundingClientRect();
  const copy = copyOf(drawing);
  for (const [name, value] of Object.entries({ x: left, y: top, width, height }))
    copy.setAttribute(name, String(value));
  return copy;
}

function copyOf(element: Element): Element {
  const copy = create(element.localName === 'a' ? 'g' : element.localName, {});
  for (const { name, value } of element.attributes) if (GEOMETRY.test(name)) copy.setAttribute(name, value);
  const looks = getComputedStyle(element);
  for (const property of PAINT) {
    const value = looks.getPropertyValue(property);
    copy.setAttribute(property, COLOURS.has(property) && value !== 'none' ? colourOf(value) : value);
  }
  for (const child of element.childNodes) {
    if (child instanceof Text) copy.append(child.data);
    else if (child instanceof Element && getComputedStyle(child).visibility !== 'hidden') copy.append(copyOf(child));
  }
  return copy;
}

/** Each line of a text where it was laid out, cut where the page cuts it. */
function drawText(text: Text, into: Element): void {
  const parent = text.parentElement!;
  const looks = getComputedStyle(parent);
  const clip = clipOf(parent);
  for (const { words, box } of linesOf(text)) {
    if (clip && (box.top >= clip.bottom - 2 || box.left >= clip.right)) continue;
    const line = textAt(words, {
      x: box.left,
      y: box.top + box.height * 0.78,
      fill: colourOf(looks.color),
      'font-family': looks.fontFamily,
      'font-size': looks.fontSize,
      'font-weight': looks.fontWeight,
    });
    if (!clip || box.right <= clip.right + 1) {
      into.append(line);
      continue;
    }
    const { left, top, width, height } = clip;
    const frame = create('svg', { x: left, y: top, width, height, viewBox: `${left} ${top} ${width} ${height}` });
    frame.append(line);
    into.append(frame);
  }
}

function linesOf(text: Text): { words: string; box: DOMRect }[] {
  const lines: { words: string; box: DOMRect }[] = [];
  const range = document.createRange();
  for (const { 0: word, index } of text.data.matchAll(/\S+\s*/g)) {
    range.setStart(text, index);
    range.setEnd(text, index + word.length);
    const box = range.getBoundingClientRect();
    const last = lines.at(-1);
    if (box.width === 0) continue;
    if (last && Math.abs(last.box.top - box.top) < 2) {
      last.words += word;
      last.box = new DOMRect(last.box.left, last.box.top, box.right - last.box.left, last.box.height);
    } else lines.push({ words: word, box });
  }
  return lines;
}

function clipOf(element: Element): DOMRect | null {
  const clipping = element.closest<HTMLElement>('[data-clips]');
  return clipping ? clipping.getBoundingClientRect() : null;
}

function paperOf(element: Element): string {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const { backgroundColor } = getComputedStyle(at);
    if (!/^rgba\(.*, 0\)$|^transparent$/.test(backgroundColor)) return colourOf(backgroundColor);
  }
  return '#ffffff';
}

/** Any colour of CSS in the notation that every program reads. */
function colourOf(value: string): string {
  if (/^rgba?\(/.test(value)) return value;
  const pixel = document.createElement('canvas').getContext('2d')!;
  pixel.fillStyle = value;
  pixel.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha = 255] = pixel.getImageData(0, 0, 1, 1).data;
  return `rgba(${red}, ${green}, ${blue}, ${(alpha / 255).toFixed(3)})`;
}

function textAt(content: string, attributes: Record<string, string | number>): Element {
  const text = create('text', attributes);
  text.textContent = content;
  return text;
}

function create(name: string, attributes: Record<string, string | number>): Element {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}
