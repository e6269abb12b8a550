import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'wxt';
import { plainCssPlugin } from './components/plain-css-plugin.ts';
import { keptKnowledgeFile } from './cli/kept-knowledge.ts';
import { factBasePlugin } from './data/vite-plugin.ts';
import { KNOWLEDGE_FILE } from './matching/claims/knowledge-file.ts';
import { wordsPlugin } from './platform/words-plugin.ts';
import { NOTICES_FILE, noticesOf } from './scripts/notices.ts';

/** Nothing is loaded but what is packed, and no request leaves the machine: the promise of the README, kept by the browser. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  // The background reads the file of what the matching knows. It can reach no other address.
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  // No text becomes markup or code, by whatever road: there is no policy that could make it so.
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** One for all builds of a run, so that the fact base is compiled once. */
const factBase = factBasePlugin();

export default defineConfig({
  manifestVersion: 3,
  imports: false,
  vite: () => ({
    plugins: [factBase, wordsPlugin(), plainCssPlugin()],
    // The tests' build too: what is measured there is what readers get.
    oxc: { jsx: { development: false } },
    // Its polyfill would call `fetch`, which every supported browser can do without.
    build: {
      modulePreload: { polyfill: false },
      target: ['chrome150', 'firefox153'],
      cssTarget: ['chrome150', 'firefox153'],
    },
  }),
  hooks: {
    'build:publicAssets': (_wxt, files) => {
      files.push({ absoluteSrc: keptKnowledgeFile(), relativeDest: KNOWLEDGE_FILE });
    },
    'build:done': (wxt, { steps }) => {
      const modules = steps
        .flatMap(({ chunks }) => chunks)
        .flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : []));
      writeFileSync(join(wxt.config.outDir, NOTICES_FILE), noticesOf(modules));
    },
    // The builder writes them for every browser but Firefox.
    'build:manifestGenerated': ({ config }, manifest) => {
      if (config.browser !== 'safari') return;
      delete manifest.side_panel;
      manifest.permissions = manifest.permissions?.filter((permission) => permission !== 'sidePanel');
    },
  },
  manifest: ({ browser, mode }) => ({
    name: '__MSG_manifest_name__',
    description: '__MSG_manifest_description__',
    default_locale: 'en',
    // Chrome's `sidePanel` comes with the panel's folder.
    permissions: ['activeTab', 'contextMenus', 'scripting', 'storage'],
    optional_host_permissions: ['*://*/*'],
    // The tests' pages are served from loopback, and a headless browser cannot be asked for access.
    ...(mode === 'e2e' && { host_permissions: ['*://127.0.0.1/*', '*://localhost/*'] }),
    content_security_policy: { extension_pages: POLICY },
    action: { default_title: '__MSG_manifest_action__' },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+K' } },
      'next-mention': { suggested_key: { default: 'Alt+Shift+Period' }, description: '__MSG_manifest_command_next__' },
      'previous-mention': {
        suggested_key: { default: 'Alt+Shift+Comma' },
        description: '__MSG_manifest_command_previous__',
      },
      'hide-marks': { suggested_key: { default: 'Alt+Shift+H' }, description: '__MSG_manifest_command_hide__' },
      // Chrome suggests keys for four commands at most.
      'open-panel': {
        ...(browser === 'firefox' && { suggested_key: { default: 'Alt+Shift+L' } }),
        description: '__MSG_manifest_command_panel__',
      },
      'switch-site': { description: '__MSG_manifest_command_switch__' },
    },
    // Chrome, Edge and Firefox keep Bridle out of private windows by themselves: nothing of them can be kept then.
    // Safari has neither an address bar's keyword nor a say in private windows: there the reader lets extensions in or not.
    ...(browser !== 'safari' && { omnibox: { keyword: 'bridle' }, incognito: 'not_allowed' }),
    // The Custom Highlight API with `highlightsFromPoint`, and anchor positioning.
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'bridle@bridle-reader.org',
              strict_min_version: '153.0',
              data_collection_permissions: { required: ['none'] },
            },
            // The oldest that was run: docs/browsers.md.
            gecko_android: { strict_min_version: '153.0' },
          },
        }
      : browser === 'safari'
        ? { browser_specific_settings: { safari: { strict_min_version: '18.4' } } }
        : { minimum_chrome_version: '150' }),
  }),
});
