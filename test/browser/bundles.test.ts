/** What readers get, file by file: no text of it becomes markup or code, and nothing is loaded from elsewhere. Opens no browser. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Family } from '../../scripts/browsers.ts';
import { compileFacts, readFactBase } from '../../data/compile.ts';
import { KNOWLEDGE_FILE } from '../../matching/claims/knowledge-file.ts';
import { packagesIn } from '../../scripts/notices.ts';
import { folderOf, root } from './harness.ts';

const ROADS: Record<string, RegExp> = {
  'writes markup':
    /\b(?:outerHTML|insertAdjacentHTML|createContextualFragment|setHTMLUnsafe|parseHTMLUnsafe|srcdoc|DOMParser)\b|document\.write/,
  'runs text as code': /\bnew Function\b|(?<![\w.$])(?:eval|Function)\(|import\(["'`]https?:/,
  'asks the network':
    /\b(?:XMLHttpRequest|WebSocket|EventSource|WebTransport|RTCPeerConnection)\b|\.sendBeacon\(|\bimportScripts\(/,
  'listens to strangers': /\bon(?:(?:Message|Connect)External|UserScript(?:Message|Connect))\??\.addListener/,
};
const base = readFactBase();
/** Preact can set markup where it is told to by an attribute of its own. Nobody here says it. */
const PREACT = readFileSync(resolve(root, 'node_modules/preact/dist/preact.mjs'), 'utf8');
const timesIn = (code: string, word: RegExp): number => code.match(word)?.length ?? 0;

describe.each<Family>(['chromium', 'firefox'])('the bundles (%s)', (family) => {
  const folder = folderOf(family, 'production');
  const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.js'));
  const code = (path: string) => readFileSync(join(folder, path), 'utf8');

  test('there are scripts to look at', () =>
    expect(scripts).toEqual(expect.arrayContaining(['gate.js', 'annotator.js', 'drawing.js', 'background.js'])));

  test.each(Object.entries(ROADS))('none %s', (_what, road) => {
    expect(scripts.filter((path) => road.test(code(path)))).toEqual([]);
  });

  test('innerHTML is there as often as Preact has it, and nobody asks Preact for it', () => {
    const most = timesIn(PREACT, /\binnerHTML\b/g);
    for (const path of scripts) expect(timesIn(code(path), /\binnerHTML\b/g), path).toBeLessThanOrEqual(most);
    // Preact names the attribute to know it; an element of ours that carried it would name it once more.
    const named = timesIn(PREACT, /dangerouslySetInnerHTML/g);
    for (const path of scripts)
      expect(timesIn(code(path), /dangerouslySetInnerHTML/g), path).toBeLessThanOrEqual(named);
  });

  test('the licences of what is packed come with it, in full', () => {
    const notices = readFileSync(join(folder, 'licences.txt'), 'utf8');
    expect(packagesIn(notices).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['preact', 'zod', 'fuse.js', 'd3-scale', 'webextension-polyfill']),
    );
    for (const words of [
      'Jason Miller',
      'Permission is hereby granted',
      'Apache License',
      'Mozilla Public License Version 2.0',
    ])
      expect(notices).toContain(words);
  });

  test('a page gets no fact: no id, no name and no statement is in its scripts', () => {
    const facts = compileFacts(base);
    const statements = facts.claims.flatMap(({ statement }) => Object.values(statement));
    const reasons = facts.relations.flatMap(({ reason }) => Object.values(reason));
    const aliases = base.entities.flatMap((entity) => entity.aliases.map(({ text }) => text));
    const ids = [...facts.claims, ...facts.entities, ...facts.sources]
      .map(({ id }) => id)
      .filter((id) => id.includes('-'));
    const known = [...statements, ...reasons, ...ids];
    const [background, gate] = [code('background.js'), code('gate.js')];
    const onPages = code('annotator.js') + code('drawing.js');
    const packed = known.filter((text) => background.includes(text));
    expect(packed.length, 'they are looked for as they are packed').toBeGreaterThan(known.length / 2);
    expect([...known, ...aliases].filter((text) => onPages.includes(text))).toEqual([]);
    // It asks for the central names by what they have in common, and for words of the affair.
    expect(known.filter((text) => gate.includes(text))).toEqual([]);
  });

  test('one script asks for one file, its own: what the claim matching knows, which no page of ours loads', () => {
    const calls = scripts.flatMap((path) =>
      [...code(path).matchAll(/(?<![\w.$])fetch\(([^;]{0,60})/g)].map(([, asked]) => [path, asked] as const),
    );
    expect(calls.map(([path]) => path)).toEqual(['background.js']);
    expect(calls[0]![1], 'an address within the extension').toMatch(/^\w+(?:\.\w+)?\.runtime\.getURL\(\w+\)\)/);
    expect(scripts.filter((path) => code(path).includes(KNOWLEDGE_FILE))).toEqual(['background.js']);
    expect(statSync(join(folder, KNOWLEDGE_FILE)).size).toBeGreaterThan(1_000_000);
    expect(statSync(join(folder, 'background.js')).size).toBeLessThan(1_200_000);
  });

  test('pages load only what is packed', () => {
    for (const page of readdirSync(folder).filter((path) => path.endsWith('.html'))) {
      const html = readFileSync(join(folder, page), 'utf8');
      for (const [, address] of html.matchAll(/\b(?:src|href)="([^"]*)"/g)) expect(address, page).toMatch(/^\/[^/]/);
      expect(html, `${page} has no script or handler of its own`).not.toMatch(/<script(?![^>]*\bsrc=)|\son\w+=/);
    }
  });
});
