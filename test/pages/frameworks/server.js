import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { Page } from './react-document.js';

/** What a server sends of the page. */
export const html = () => `<!doctype html>${renderToString(createElement(Page))}`;
