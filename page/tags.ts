/**
 * What an element does to the text around it, by its name alone: asking the browser for styles would cost more than the whole reading.
 * What is not named here, custom elements among it, runs on within its line, which is also CSS's own default.
 */
export type Flow =
  /** Starts and ends a block of text. */
  | 'block'
  /** A line break: a name may run across it. */
  | 'break'
  /** Not read, and leaves no trace between its neighbours. */
  | 'nothing'
  /** Not read, but stands between its neighbours like a picture. */
  | 'object'
  /** The same, but for the HTML that it may hold in a `foreignObject`. */
  | 'drawing'
  /** Read, but apart from its neighbours, as the number of a footnote is. */
  | 'apart'
  /** A single word in a box of its own within a line: no name says that, see word-boxes.ts. */
  | 'word';

const names: Record<Exclude<Flow, 'word'>, string> = {
  block:
    'address article aside blockquote body button caption center col colgroup dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer foreignObject form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p search section summary table tbody td ' +
    'tfoot th thead tr ul',
  break: 'br',
  nothing:
    'head link meta noframes noscript param rp rt script style template title track wbr bridle-card bridle-ticks',
  object:
    'area audio canvas code datalist embed iframe img input kbd listing math meter object optgroup option picture plaintext pre progress ' +
    'samp select textarea video xmp',
  drawing: 'svg',
  apart: 'sub sup',
};

/** By the local name of the element; without an entry it is inline. */
export const flows: ReadonlyMap<string, Flow> = new Map(
  Object.entries(names).flatMap(([flow, list]) => list.split(' ').map((name): [string, Flow] => [name, flow as Flow])),
);
