import { browser } from './browser.ts';

export const ownVersion = (): string => browser.runtime.getManifest().version;
