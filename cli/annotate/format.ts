import type { AnnotatedText } from './annotate-text.ts';

/** One way to write what was found. The parts are printed one after the other, each as soon as it is found. */
export interface Format {
  /** Before the first document. */
  open(): string;
  document(annotated: AnnotatedText): Iterable<string>;
  /** After the last one. */
  close(): string;
}

/** The text that all offsets count in, as it is. */
export const plainText: Format = { open: () => '', document: ({ text }) => [text], close: () => '' };
