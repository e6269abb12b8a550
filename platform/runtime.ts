/**
 * The browser's own API object, for scripts on web pages and for what they share with other surfaces: both browsers answer with
 * promises here, so the polyfill's kilobytes stay out of every page. Background and popup use `browser.ts`.
 */
import type { Browser } from 'webextension-polyfill';

const scope = globalThis as unknown as { browser?: Browser; chrome: Browser };

export const runtime = (): Browser['runtime'] => (scope.browser ?? scope.chrome).runtime;
/** Whether an update of the extension has left this script behind on its page. */
export const isLeftBehind = (): boolean => !runtime()?.id;
export const storage = (): Browser['storage'] => (scope.browser ?? scope.chrome).storage;
export const interfaceLanguage = (): string => (scope.browser ?? scope.chrome).i18n.getUILanguage();
