import { createElement } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { Page } from './react-document.js';

/** React 18 throws the whole page away where its markup holds one element more than it knows. */
globalThis.hydrate = () => {
  hydrateRoot(document, createElement(Page), { onRecoverableError: (error) => globalThis.faults.push(String(error)) });
};
