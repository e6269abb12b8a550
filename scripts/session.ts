/** What `npm start`, the screenshots and the browser tests ask of a browser, whichever it is. */
import type { Family } from './browsers.ts';

export interface Session {
  family: Family;
  /** Opens a page in a new tab in front. */
  open(url: string, size?: Size): Promise<Tab>;
  /** Opens a page of the extension (`popup.html`) in a new tab in front. */
  openExtension(path: string, size?: Size): Promise<Tab>;
  /** Fires a keyboard command of the manifest, as the browser does on its keys, for the tab in front. */
  command(name: string): Promise<void>;
  /** Chooses Bridle's entry of the context menu on the tab in front, with what is selected there. */
  chooseMenu(item: string, selected?: string): Promise<void>;
  /** Enters words after the keyword in the address bar. */
  enterKeyword(words: string): Promise<void>;
  /** Opens the popup of the toolbar button over the tab in front. It belongs to no tab; pages of the extension find it by `extension.getViews`. */
  openPopup(): Promise<void>;
  /** Loads the extension from its folder once more, under the open tabs, as an update or a reload does. */
  update(): Promise<void>;
  /** Ends the background, as the browser does when it needs the memory. The next event starts it again. */
  stopBackground(): Promise<void>;
  /** Takes back, or gives again, the access that the manifest asks for, as the reader does on the browser's own page of extensions. */
  allow(isAllowed: boolean): Promise<void>;
  /**
   * Makes the browser as good as fresh: takes the extension out with all that it stored, closes the tabs, and loads the extension of a
   * folder, or none. Takes a fifth of the time of a new browser.
   */
  renew(extension?: string): Promise<void>;
  /** Settles when the reader closes the browser. */
  closed: Promise<void>;
  close(): Promise<void>;
}

export interface Tab {
  /** What the page's scripts, and Bridle's on it, threw so far without anybody catching it. */
  readonly errors: readonly string[];
  goto(url: string): Promise<void>;
  /** Runs a function in the page's own world, also where its policy forbids scripts. `given` must be JSON. */
  evaluate<Result, Given = undefined>(run: (given: Given) => Result, given?: Given): Promise<Awaited<Result>>;
  /** Moves the pointer in CSS pixels of the viewport, over a few places between. */
  move(x: number, y: number): Promise<void>;
  click(x: number, y: number): Promise<void>;
  /** Presses the button at one place and lets it go at another, over a few places between. */
  drag(from: Point, to: Point): Promise<void>;
  /** Turns the wheel, in CSS pixels, where the pointer is. */
  wheel(deltaY: number): Promise<void>;
  tap(x: number, y: number): Promise<void>;
  /** A key by its DOM name: `Escape`, `ArrowDown`, `Shift+Tab`. */
  press(key: string): Promise<void>;
  /** Presses a modifier key and keeps it down; `release` lets it go. */
  hold(key: string): Promise<void>;
  release(key: string): Promise<void>;
  type(text: string): Promise<void>;
  resize(size: Size): Promise<void>;
  /** What the reader has set in the system, or holds in the hand: media features by name, and the `medium` (`print`). Chromium alone can be told. */
  emulate(features: Record<string, string>): Promise<void>;
  /** Enlarges the page with two fingers, from its upper left corner on. Chromium alone can be told. */
  pinch(factor: number): Promise<void>;
  front(): Promise<void>;
  /** The page as the browser prints it. */
  pdf(): Promise<Uint8Array>;
  /** PNG of the viewport or of a part of it. */
  screenshot(clip?: Box): Promise<Uint8Array>;
  close(): Promise<void>;
}

export interface Point {
  x: number;
  y: number;
}

export interface Size {
  width: number;
  height: number;
}
export interface Box extends Size {
  x: number;
  y: number;
}

export type Scheme = 'light' | 'dark';

export interface SessionOptions {
  /** Path of the browser. */
  program: string;
  /** Folder of the built extension; none opens a browser without one. */
  extension?: string;
  headless?: boolean;
  /** What pages are told that the reader prefers; the browser's own choice if left out. */
  scheme?: Scheme;
  /** `host:port` of a proxy through which everything but loopback goes. */
  proxy?: string;
  /** Pages share few processes: a tab takes half as long to open as for a reader, whose sites have processes of their own. */
  thrifty?: boolean;
}
