import { createElement } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { Page } from './react-document.js';

/** Called when the marks are there: a reader's network may be slower than Bridle. */
globalThis.hydrate = () => {
  hydrateRoot(document, createElement(Page));
};
