/** What a reader without a mouse, with large type or in a contrast theme meets on a surface. All of it runs in the page. */

/** A stop of the Tab key. */
export interface Stop {
  name: string;
  /** Place among all stops, in the order of the document. A group of radio buttons is one. */
  place: number;
  /** Whether it looks other than without the focus. */
  isSeen: boolean;
  /** Whether it lies within the window. */
  isInView: boolean;
}

export interface Fault {
  name: string;
  fault: string;
}

declare global {
  var stops: { list: Element[]; looks: string[]; lookOf(element: Element): string; start: number } | undefined;
}

/**
 * Takes down every control that Tab should reach and how it looks; returns their names, and the place of the one that has the focus, or -1.
 * `inCard` looks into the card on a page, whose test build has an open shadow root.
 */
export function listStops(inCard: boolean): { names: string[]; start: number } {
  const root: ParentNode = inCard ? document.querySelector('bridle-card')!.shadowRoot! : document;
  const candidates = [
    ...root.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex]'),
  ];
  const list = candidates.filter((element) => {
    const isRadio = element instanceof HTMLInputElement && element.type === 'radio';
    const group = isRadio
      ? [...root.querySelectorAll<HTMLInputElement>(`input[type=radio][name="${element.name}"]`)]
      : [];
    const isGroups = !isRadio || (group.find(({ checked }) => checked) ?? group[0]) === element;
    return (
      element.tabIndex >= 0 &&
      !element.matches(':disabled') &&
      !element.closest('[inert]') &&
      isGroups &&
      element.checkVisibility({ visibilityProperty: true })
    );
  });
  const lookOf = (element: Element): string => {
    const looks = [element, element.parentElement!, element.nextElementSibling]
      .filter((near) => near !== null)
      .map((near) => {
        const {
          outlineStyle,
          outlineWidth,
          outlineColor,
          boxShadow,
          borderColor,
          borderWidth,
          backgroundColor,
          stroke,
          strokeWidth,
        } = getComputedStyle(near);
        const outline = outlineStyle === 'none' || outlineWidth === '0px' ? '' : `${outlineWidth} ${outlineColor}`;
        return [outline, boxShadow, borderColor, borderWidth, backgroundColor, stroke, strokeWidth].join('; ');
      });
    // What a drawing shows instead of an outline.
    const knot = element.querySelector('.knot, .reach');
    return [
      ...looks,
      knot
        ? getComputedStyle(knot).stroke + getComputedStyle(knot).strokeWidth + getComputedStyle(knot).outlineWidth
        : '',
    ].join(' | ');
  };
  const active = (root as Document | ShadowRoot).activeElement;
  const start = active ? list.indexOf(active as HTMLElement) : -1;
  globalThis.stops = { list, looks: list.map(lookOf), lookOf, start };
  const names = list.map(
    (element) =>
      element.getAttribute('aria-label') ??
      (element.textContent.trim() || `${element.localName} ${element.getAttribute('type') ?? ''}`),
  );
  return { names, start };
}

/** Where the focus is; null outside of what `listStops` took down. */
export async function readStop(inCard: boolean): Promise<Stop | null> {
  await new Promise((painted) => {
    requestAnimationFrame(painted);
  });
  const { list, looks, lookOf, start } = globalThis.stops!;
  const active = (inCard ? document.querySelector('bridle-card')!.shadowRoot! : document).activeElement;
  // What had the focus at first is seen without it only now.
  if (start >= 0 && list[start] !== active) {
    looks[start] = lookOf(list[start]!);
    globalThis.stops!.start = -1;
  }
  const place = active ? list.indexOf(active) : -1;
  if (!active || place === -1) return null;
  const { top, bottom, left, right } = active.getBoundingClientRect();
  return {
    name: active.textContent.trim().slice(0, 60) || active.localName,
    place,
    isSeen: lookOf(active) !== looks[place],
    isInView: bottom > 0 && top < innerHeight && right > 0 && left < innerWidth,
  };
}

/** What does not fit into the window: the page as a whole, and controls or texts that are cut off. */
export function readOverflow(inCard: boolean): Fault[] {
  const { scrollWidth } = document.documentElement;
  const faults: Fault[] =
    scrollWidth > innerWidth ? [{ name: 'page', fault: `${scrollWidth} px wide in ${innerWidth}` }] : [];
  const root: ParentNode = inCard ? document.querySelector('bridle-card')!.shadowRoot! : document;
  // A chart is allowed to scroll within itself: it has a table as its equal.
  const scrolls = (element: Element | null): boolean =>
    element !== null &&
    ((/auto|scroll/.test(getComputedStyle(element).overflowX) && element.scrollWidth > element.clientWidth + 1) ||
      scrolls(element.parentElement));
  for (const element of root.querySelectorAll<HTMLElement>(
    'a[href], button, input, select, summary, label, h1, h2, h3, p, th, td, li',
  )) {
    if (!element.checkVisibility({ visibilityProperty: true }) || element.closest('.unseen, svg') || scrolls(element))
      continue;
    const { left, right, width, height } = element.getBoundingClientRect();
    const name = `${element.localName}.${element.className} ${element.textContent.trim().slice(0, 40)}`;
    if (width > 0 && height > 0 && (left < -1 || right > innerWidth + 1))
      faults.push({ name, fault: `from ${left.toFixed(0)} to ${right.toFixed(0)} in ${innerWidth}` });
    const { overflowX, textOverflow, display } = getComputedStyle(element);
    const isCut =
      overflowX !== 'visible' &&
      textOverflow !== 'ellipsis' &&
      !display.endsWith('inline') &&
      element.scrollWidth > element.clientWidth + 1;
    if (isCut && !(element instanceof HTMLInputElement))
      faults.push({ name, fault: `text of ${element.scrollWidth} px cut at ${element.clientWidth}` });
  }
  return faults;
}

/** Controls that a contrast theme makes one with their surroundings: neither border nor underline nor outline, nor the browser's own looks. */
export function readFaint(inCard: boolean): string[] {
  const root: ParentNode = inCard ? document.querySelector('bridle-card')!.shadowRoot! : document;
  const isDrawn = (element: Element): boolean => {
    const { borderTopWidth, borderBottomWidth, textDecorationLine, outlineStyle, appearance, display } =
      getComputedStyle(element);
    // A summary has its triangle.
    const isNative =
      (appearance !== 'none' && /^(?:input|select)$/.test(element.localName)) ||
      (element.localName === 'summary' && display === 'list-item');
    return (
      isNative ||
      [borderTopWidth, borderBottomWidth].some((width) => Number.parseFloat(width) > 0) ||
      textDecorationLine !== 'none' ||
      outlineStyle !== 'none'
    );
  };
  return [...root.querySelectorAll<HTMLElement>('a[href], button, input, select, summary')]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('svg'))
    .filter(
      (element) =>
        !isDrawn(element) &&
        ![
          ...element.querySelectorAll('*'),
          ...(element.nextElementSibling ? [element.nextElementSibling] : []),
          element.parentElement!,
        ].some(isDrawn),
    )
    .map((element) => `${element.localName}.${element.className} ${element.textContent.trim().slice(0, 40)}`);
}

/** Whatever moves although the reader asked for rest: running animations, and elements that would. */
export function readMotion(inCard: boolean): string[] {
  const root: ParentNode = inCard ? document.querySelector('bridle-card')!.shadowRoot! : document;
  const moving = [...root.querySelectorAll('*')].filter((element) => {
    const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
    return (
      transitionDuration.split(', ').some((duration) => Number.parseFloat(duration) > 0.01) ||
      animationName !== 'none' ||
      scrollBehavior === 'smooth'
    );
  });
  return [
    ...document.getAnimations().map((animation) => `running: ${animation.playState}`),
    ...moving.map((element) => `${element.localName}.${element.getAttribute('class')}`),
  ];
}
