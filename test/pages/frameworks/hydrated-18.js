import { createElement } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { Page } from './react-document.js';

/** React 18 throws the whole page away where its markup holds one element more than it knows. */
globalThis.hydrate = () => {
  // Scripts that the server put beside the page's own markup would count as such elements too
  for (const script of document.querySelectorAll('script')) script.remove();
  hydrateRoot(document, createElement(Page), { onRecoverableError: (error) => globalThis.faults.push(String(error)) });
};
