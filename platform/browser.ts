/** The polyfilled API, for the background and for extension pages. Scripts on web pages use `runtime.ts`. */
export { default as browser } from 'webextension-polyfill';
export type { Runtime, Tabs } from 'webextension-polyfill';
