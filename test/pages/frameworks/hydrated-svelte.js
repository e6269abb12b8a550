import { hydrate } from 'svelte';
import View from './View.svelte';

/** All that the document shows. Svelte takes over what stands in an element, `<html>` itself is none of it. */
globalThis.hydrate = () => {
  hydrate(View, { target: document.body, recover: false });
};
