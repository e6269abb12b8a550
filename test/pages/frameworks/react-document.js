import { createElement as h } from 'react';
import { View } from './react-view.js';

/** The whole document, as frameworks with server rendering have it. */
export function Page() {
  return h('html', { lang: 'en' }, h('head', null, h('title', null, 'The Harbour Post')), h('body', null, h(View)));
}
