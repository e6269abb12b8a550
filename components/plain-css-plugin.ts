/**
 * Puts the values of the tokens into the styles that go to web pages (`card.css?inline`), so that these hold no custom property. A page
 * can register any custom property by its name (`@property`), also for a closed shadow tree, and so decide what it holds there.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';

const TOKENS = resolve(import.meta.dirname, 'tokens.css');

export function plainCssPlugin(): Plugin {
  return {
    name: 'bridle-plain-css',
    enforce: 'pre',
    transform(css, id) {
      if (!/\/components\/.+\.css\?inline$/.test(id)) return null;
      this.addWatchFile(TOKENS);
      return { code: plainCss(css, readFileSync(TOKENS, 'utf8')), map: null };
    },
  };
}

const COMMENT = /\/\*.*?\*\//gs;
const DECLARATION = /(--[\w-]+)\s*:\s*([^;{}]+);/g;
const USE = /var\(\s*(--[\w-]+)\s*\)/g;

/**
 * @param tokens a sheet that declares each token once
 * @throws {Error} where a custom property is no token, or a token is declared twice: one value could not stand for it everywhere
 */
export function plainCss(css: string, tokens: string): string {
  const values = new Map<string, string>();
  for (const [, name = '', value = ''] of tokens.replace(COMMENT, '').matchAll(DECLARATION)) {
    if (values.has(name)) throw new Error(`${name} is declared twice: on a web page a token has one value`);
    values.set(name, value.trim());
  }
  const valueOf = (name: string): string => {
    const value = values.get(name);
    if (value === undefined)
      throw new Error(`${name} is no token of tokens.css: on a web page nothing else may be used`);
    return value.replace(USE, (_, inner: string) => valueOf(inner));
  };
  const plain = css
    .replace(COMMENT, '')
    .replace(DECLARATION, (declaration, name: string) => (values.has(name) ? '' : declaration))
    .replace(USE, (_, name: string) => valueOf(name));
  const left = /--[a-z][\w-]*/i.exec(plain);
  if (left) throw new Error(`${left[0]} would be a custom property on a web page`);
  return plain;
}
