import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { render } from 'svelte/server';
import { createSSRApp } from 'vue';
import { renderToString as renderVue } from 'vue/server-renderer';
import { Page } from './react-document.js';
import { View } from './vue-view.js';

/** What a server of React sends of the page. */
export const html = () => `<!doctype html>${renderToString(createElement(Page))}`;

/** What servers of the others send of its body. */
export const vue = () => renderVue(createSSRApp(View));
export const svelte = (view) => render(view).body;
