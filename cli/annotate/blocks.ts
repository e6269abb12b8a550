/** What is annotated as one: a paragraph, a heading, a cell. */
export interface Block {
  /** Place in the text of the document, in UTF-16 code units. */
  start: number;
  text: string;
  role: 'heading' | 'item' | 'paragraph';
  /** Whether the page hides what stands at an offset of the block; absent where it hides nothing. */
  isHidden?: (offset: number) => boolean;
}

/** A text and its blocks, in order. What lies between them is white space. */
export interface BlockText {
  text: string;
  blocks: Block[];
  /** As the document states it (BCP 47). */
  language?: string | undefined;
}
