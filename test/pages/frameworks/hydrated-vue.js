import { createSSRApp } from 'vue';
import { View } from './vue-view.js';

/** All that the document shows. Vue takes over what stands in an element, `<html>` itself is none of it. */
globalThis.hydrate = () => {
  createSSRApp(View).mount(document.body);
};
