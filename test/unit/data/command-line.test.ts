import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileFacts, compileLexicon } from '../../../data/compile.ts';
import { sha256 } from '../../../data/originals.ts';
import { ClaimMatcher } from '../../../matching/claims/matcher.ts';
import { createEngine } from '../../../matching/engine.ts';
import { claimKnowledge } from '../../../matching/claims/knowledge.ts';
import { searchKnowledge } from '../../../presentation/search/knowledge.ts';
import { createSearch } from '../../../presentation/search/search.ts';
import { ORIGINALS, smallBase, text, writeBase } from './small-base.ts';

const project = join(import.meta.dirname, '../../..');

function run(command: 'facts' | 'verify', ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(project, `cli/${command}.ts`), ...args], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

describe('verify', () => {
  it('proves the small base', () => {
    const { base, originals } = writeBase(smallBase());
    expect(run('verify', originals, '--base', base)).toEqual({
      status: 0,
      stderr: '',
      stdout: 'Proved: 2 documents, 4 sentences, 3 spans of evidence, 1 quotations, 0 figures.\n',
    });
  });

  it('fails on one wrong byte, and names the document and the claim', () => {
    const { base, originals } = writeBase(smallBase());
    writeFileSync(join(originals, 'second.txt'), ORIGINALS['second.txt'].replace('neuf', 'neuv'));
    const { status, stderr } = run('verify', originals, '--base', base);
    expect(status).toBe(1);
    expect(stderr).toMatch(/seeds\/second\.json · second: the bytes of second\.txt/);
    expect(stderr).toMatch(/data\/claims\.json · nine-entities: evidence\.0/);
    expect(stderr).not.toContain('firm-denies');
    expect(stderr).toMatch(/3 failures\n$/);
  });

  it('fails on seven words in a row of a document, in any file of the project, and lets six pass', () => {
    const { base, originals } = writeBase(smallBase());
    mkdirSync(join(base, 'test'));
    writeFileSync(join(base, 'test/page.html'), "<p>le ministre dit « ne <b>rien</b> savoir » de\n l'affaire. Ici, ");
    writeFileSync(join(base, 'README.md'), 'Le ministre dit ne rien savoir du reste.');
    const { status, stderr } = run('verify', originals, '--base', base);
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /^test\/page\.html: “le ministre dit ne rien savoir de laffaire” are 8 words in a row of first\. .*\n1 failure\n$/,
    );
  });

  it('fails on a figure that the evidence does not hold, in digits or in words', () => {
    const wrong = smallBase();
    wrong.claims[2]!.figures = [
      { value: 9, counts: text('entities') },
      { value: 8, counts: text('entities') },
    ];
    const { base, originals } = writeBase(wrong);
    const { status, stderr } = run('verify', originals, '--base', base);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^data\/claims\.json · nine-entities: the figure 8 stands in none .*\n1 failure\n$/);
  });

  it('goes on after a document that is missing', () => {
    const { base, originals } = writeBase(smallBase());
    rmSync(join(originals, 'first.txt'));
    writeFileSync(join(originals, 'second.txt'), 'Autre chose.');
    const { status, stderr } = run('verify', originals, '--base', base);
    expect(status).toBe(1);
    expect(stderr).toMatch(/first\.txt cannot be read/);
    expect(stderr).toMatch(/the bytes of second\.txt/);
  });

  it.each([
    [[], /^Usage: npm run/],
    [['no-such-folder'], /^There is no folder no-such-folder/],
    [[join(project, 'package.json')], /is a file/],
    [['--nonsense'], /Unknown option '--nonsense'/],
  ])('says what is wrong with the arguments %j', (args, message) => {
    const { status, stderr } = run('verify', ...args);
    expect(status).toBe(1);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});

describe('facts', () => {
  it('exports the full records', () => {
    const { base } = writeBase(smallBase());
    const { status, stdout } = run('facts', 'export', '--base', base);
    const { sources, entities, claims, relations } = smallBase();
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual({ sources, entities, claims, relations });
  });

  it('shows speaker, date and source of what it finds', () => {
    const { base } = writeBase(smallBase());
    const { status, stdout } = run('facts', 'search', 'denies', 'FIRM', '--base', base);
    expect(status).toBe(0);
    expect(stdout).toContain(
      'statement of firm-denies (en)\n  — nso-group (en) · statement · 19 Oct 2021; A paper, 20 Oct 2021 [first]',
    );
  });

  it('says through whom a statement came, and that its date is inferred', () => {
    const told = smallBase();
    Object.assign(told.claims[0] ?? {}, {
      relayedBy: ['minister'],
      dateBasis: { kind: 'inferred', how: text('from the debate') },
    });
    const { base } = writeBase(told);
    expect(run('facts', 'search', 'denies', '--base', base).stdout).toContain(
      '— nso-group (en) · relayed by minister (en) · statement · 19 Oct 2021 (date inferred); A paper',
    );
  });

  it('finds what the other surfaces find, in the same order', () => {
    const known = smallBase();
    const { base } = writeBase(known);
    const [facts, lexicon] = [compileFacts(known), compileLexicon(known)];
    const engine = createEngine(lexicon, new ClaimMatcher(claimKnowledge(known)));
    const search = createSearch(searchKnowledge({ facts, lexicon, concepts: known.concepts, engine }));
    for (const query of ['who denies nine entities', 'contradictions']) {
      const printed = [...run('facts', 'search', query, '--base', base).stdout.matchAll(/^\S.*? \[(\S+)\]/gm)];
      const found = search(query).map(({ id }) => id);
      expect(found.length).toBeGreaterThan(0);
      expect(printed.map(([, id]) => id)).toEqual(found);
    }
  });

  it('fails with a hint where nothing is found', () => {
    const { base } = writeBase(smallBase());
    const { status, stdout, stderr } = run('facts', 'search', 'xylophone', '--base', base);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/Nothing found for “xylophone”.*try/);
  });

  it('lists each sentence with its claims or its reason, and its text where the originals are', () => {
    const { base, originals } = writeBase(smallBase());
    const { status, stdout } = run('facts', 'coverage', originals, '--base', base);
    expect(status).toBe(0);
    expect(stdout).toContain('  0–20  firm-denies\n      La société nie tout.\n');
    expect(stdout).toContain('none: caption\n      Photo: personne\n');
    expect(stdout).toContain('claims without a relation\n  minister-unaware  unrelated: only-mention\n');
    expect(stdout).toContain('4 sentences in 2 sources: 3 with claims, 1 with a reason for none, 0 gaps\n');
    expect(stdout).toMatch(/3 claims: 2 with relations, 1 with a reason for none, 0 gaps\n$/);
  });

  it('prints the words of a document that begins with a byte order mark where they stand', () => {
    const marked = smallBase();
    const spans = [...marked.sources[0]!.sentences, ...marked.claims.flatMap(({ evidence }) => evidence)];
    for (const span of spans) Object.assign(span, { start: span.start + 1, end: span.end + 1 });
    const { base, originals } = writeBase(marked);
    writeFileSync(join(originals, 'first.txt'), `\uFEFF${ORIGINALS['first.txt']}`);
    expect(run('facts', 'coverage', originals, '--base', base).stdout).toContain(
      '  1–21  firm-denies\n      La société nie tout.\n',
    );
  });

  it('fails on a sentence without claim and reason', () => {
    const broken = smallBase();
    broken.claims.shift();
    const { base, originals } = writeBase(broken);
    const { status, stdout } = run('facts', 'coverage', originals, '--base', base);
    expect(status).toBe(1);
    expect(stdout).toMatch(/0–20 {2}GAP: .*\n {6}La société nie tout/);
    expect(stdout).toMatch(/4 sentences .* 1 gaps\n/);
  });

  it('fails on a claim without relation and reason', () => {
    const loose = smallBase();
    loose.relations.shift();
    const { base, originals } = writeBase(loose);
    const { status, stdout } = run('facts', 'coverage', originals, '--base', base);
    expect(status).toBe(1);
    expect(stdout).toContain('  firm-denies  GAP: has neither a relation nor a reason for none\n');
    expect(stdout).toMatch(/3 claims: 0 with relations, 1 with a reason for none, 2 gaps\n$/);
  });

  it('locates a passage by its first and last words', () => {
    const { base, originals } = writeBase(smallBase());
    const { stdout } = run(
      'facts',
      'locate',
      'first',
      'Le ministre',
      'l’affaire.',
      '--originals',
      originals,
      '--base',
      base,
    );
    const passage = 'Le ministre dit « ne rien savoir » de l’affaire.';
    expect(JSON.parse(stdout)).toEqual({
      source: 'first',
      start: 22,
      end: 22 + passage.length,
      sha256: sha256(passage),
    });
  });

  it('asks which place is meant, and takes it', () => {
    const { base, originals } = writeBase(smallBase());
    const args = ['locate', 'second.txt', 'e', '--originals', originals, '--base', base];
    const { status, stderr } = run('facts', ...args);
    expect(status).toBe(1);
    expect(stderr).toMatch(/stands at 1, 11, .*--occurrence 1 to 4/);
    expect(JSON.parse(run('facts', ...args, '--occurrence', '2').stdout)).toMatchObject({
      source: 'second',
      start: 11,
      end: 12,
    });
  });

  it.each([
    [[], /^Usage/],
    [['exprot'], /There is no command exprot/],
    [['search'], /Say what to search/],
    [['locate', 'first', ''], /words to locate are empty/],
    [['locate', 'first', 'La', ' '], /words to locate are empty/],
    [['locate', 'first', 'La', '--occurrence', '0'], /number from 1/],
    [['locate', 'first', 'La', '--occurrence=-1'], /number from 1/],
    [['locate', 'first', 'La', '--occurrence', '1.5'], /number from 1/],
    [['export', 'claims'], /export takes no “claims”/],
    [['coverage', 'one', 'two'], /coverage takes no “two”/],
    [['draft'], /Name the document/],
    [['draft', 'one', 'two'], /Name the document/],
    [['draft', 'no-such-file.txt'], /There is no file no-such-file\.txt/],
    [['locate', 'first'], /Say where/],
    [['export', '--base', 'no-such-folder'], /data\/claims\.json: cannot be read/],
  ])('says what is wrong with the arguments %j', (args, message) => {
    const { status, stderr } = run('facts', ...args);
    expect(status).toBe(1);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});
