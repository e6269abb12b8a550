import { createElement } from 'react';
import { hydrate } from 'react-dom';
import { Page } from './react-document.js';

/** React 17 removes what it does not know of the markup, and complains. */
globalThis.hydrate = () => {
  for (const script of document.querySelectorAll('script')) script.remove();
  hydrate(createElement(Page), document);
};
