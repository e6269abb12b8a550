import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';

const project = join(import.meta.dirname, '../../..');
const STORY = 'NSO Group sells Pegasus, a spyware, to states.';

// Each run makes what the matching knows: some seconds, and many on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bridle-annotate-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
});

function put(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function annotate(args: string[], input: string | Uint8Array = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(project, 'cli/annotate.ts'), ...args], {
    encoding: 'utf8',
    input,
    cwd: folder,
  });
  return {
    status,
    stdout,
    stderr,
    mentions: () =>
      stdout
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Record<string, unknown>)
        .filter(({ type }) => type !== 'claim'),
  };
}

describe('a text file', () => {
  it('gives one object a mention, in reading order, with what speaks for it', () => {
    const path = put('story.txt', `An opening.\n\n${STORY}\n`);
    const { status, stderr, mentions } = annotate([path]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(mentions()).toMatchObject([
      {
        type: 'mention',
        start: 13,
        end: 22,
        text: 'NSO Group',
        entity: 'nso-group',
        alias: 'NSO Group',
        distance: 0,
        doubtful: false,
      },
      { type: 'mention', start: 29, end: 36, text: 'Pegasus', entity: 'pegasus' },
    ]);
    expect(Object.keys(mentions()[0]!)).toEqual([
      'type',
      'start',
      'end',
      'text',
      'entity',
      'confidence',
      'alias',
      'distance',
      'cues',
      'doubtful',
    ]);
  });

  it('is not changed', () => {
    const path = put('story.txt', STORY);
    annotate([path, '--format', 'html']);
    expect(readFileSync(path, 'utf8')).toBe(STORY);
  });

  it('is printed as it is by --text', () => {
    const text = `\uFEFFone\r\n\r\n${STORY}`;
    expect(annotate([put('story.txt', text), '--text']).stdout).toBe(text);
  });

  it('may be UTF-16, or begin with a byte order mark', () => {
    const text = `\uFEFF${STORY}`;
    const big = Buffer.from(text, 'utf16le').swap16();
    for (const content of [text, Buffer.from(text, 'utf16le'), big]) {
      const { status, mentions } = annotate([put('story.txt', content)]);
      expect(status).toBe(0);
      expect(mentions()[0]).toMatchObject({ start: 1, end: 10, text: 'NSO Group' });
    }
  });
});

describe('a page', () => {
  it('counts offsets in the text of its blocks, which --text prints', () => {
    const path = put(
      'story.html',
      '<!doctype html><title>NSO</title><h1>News</h1><p>NSO Gro<b>up</b> sells Peg<wbr>asus, a spyware &amp; more.<script>NSO</script>',
    );
    const text = 'News\nNSO Group sells Pegasus, a spyware & more.';
    expect(annotate([path, '--text']).stdout).toBe(text);
    expect(
      annotate([path])
        .mentions()
        .map(({ text: words, start, end }) => [words, text.slice(start as number, end as number)]),
    ).toEqual([
      ['NSO Group', 'NSO Group'],
      ['Pegasus', 'Pegasus'],
    ]);
  });

  it('shows no mention in what it hides by an attribute', () => {
    const path = put(
      'story.html',
      `<p>${STORY}</p><p hidden>${STORY}</p><div style="display: none">${STORY}</div><span contenteditable>${STORY}</span>`,
    );
    expect(annotate([path]).mentions()).toHaveLength(2);
  });

  it('may be XHTML, with empty elements and named characters', () => {
    const path = put(
      'story.xhtml',
      `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><script src="x"/></head><body><p>Caf&eacute;: NSO&nbsp;Group sells Pegasus, a spyware.</p></body></html>`,
    );
    expect(annotate([path, '--text']).stdout).toBe('Café: NSO\u00A0Group sells Pegasus, a spyware.');
    expect(annotate([path]).mentions()[0]).toMatchObject({ start: 6, end: 15, entity: 'nso-group' });
  });

  it('may be nested a hundred thousand deep', () => {
    const path = put('deep.html', `<!doctype html><body>${'<div>'.repeat(100_000)}${STORY}`);
    const { status, stderr, mentions } = annotate([path]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(mentions().map(({ text }) => text)).toEqual(['NSO Group', 'Pegasus']);
  }, 60_000);

  it('is read with its declarative shadow trees', () => {
    const path = put(
      'story.html',
      `<p>One.</p><x-card><template shadowrootmode="open"><p>${STORY}</p></template></x-card><p>Two.</p>`,
    );
    expect(annotate([path, '--text']).stdout).toBe(`One.\n${STORY}\nTwo.`);
  });
});

describe('standard input', () => {
  it.each([
    ['a page if it begins with a tag', [], `<p>NSO <i>Group</i> sells Pegasus, a spyware.`, 0],
    ['text otherwise', [], `2 < 3. ${STORY}`, 7],
    ['what --type says', ['--type', 'text'], `<p>${STORY}`, 3],
  ])('is %s', (_, args, input, start) => {
    expect(annotate(['-', ...args], input).mentions()[0]).toMatchObject({ text: 'NSO Group', start });
  });
});

describe('several files', () => {
  it('are told apart, in the order of their names, however deep they lie', () => {
    mkdirSync(join(folder, 'press', 'old'), { recursive: true });
    put('press/b.txt', STORY);
    put('press/a.htm', `<p>${STORY}`);
    put('press/old/c.txt', STORY);
    put('press/ignored.json', '{}');
    const { status, mentions } = annotate(['press']);
    expect(status).toBe(0);
    expect(mentions().map(({ file }) => file)).toEqual(
      ['press/a.htm', 'press/b.txt', 'press/old/c.txt'].flatMap((file) => [file, file]),
    );
  });

  it('are annotated though some cannot be, and those are named, counted and told by the exit status', () => {
    mkdirSync(join(folder, 'empty'));
    put('good.txt', STORY);
    put('latin.txt', Buffer.from('caf\u00E9', 'latin1'));
    put('binary.txt', Buffer.from([0x89, 0x50, 0, 1, 0xff]));
    put('large.html', Buffer.alloc(21_000_000, 'a'));
    put('picture.png', 'x');
    const { status, stderr, mentions } = annotate([
      'latin.txt',
      'binary.txt',
      'missing.txt',
      'empty',
      'large.html',
      'picture.png',
      'good.txt',
    ]);
    expect(status).toBe(1);
    expect(mentions().map(({ file, entity }) => [file, entity])).toEqual([
      ['good.txt', 'nso-group'],
      ['good.txt', 'pegasus'],
    ]);
    expect(stderr.trimEnd().split('\n')).toEqual([
      'latin.txt: is not valid UTF-8; convert it first; skipped',
      'binary.txt: is a binary file; skipped',
      'missing.txt: there is no such file or folder; skipped',
      'empty: holds no .txt, .html, .htm or .xhtml file; skipped',
      'large.html: is too large: 21.0 MB, at most 20 MB; skipped',
      'picture.png: its name ends in none of .txt, .html, .htm, .xhtml; say --type html or --type text; skipped',
      '1 file annotated, 6 skipped',
    ]);
  });
});

it('ends quietly where nobody reads on', () => {
  put('long.txt', `${STORY}\n`.repeat(4000));
  const command = `'${process.execPath}' '${join(project, 'cli/annotate.ts')}' long.txt long.txt | head -n 1; echo "\${PIPESTATUS[0]}"`;
  const { stdout, stderr } = spawnSync('bash', ['-c', command], { encoding: 'utf8', cwd: folder });
  expect(stderr).toBe('');
  expect(stdout.trimEnd().split('\n').at(-1)).toBe('0');
});

it('ends as soon as nobody reads on: what comes behind in a long line is not weighed, and nothing is said of it', () => {
  put('long.txt', `${STORY} `.repeat(1_000) + 'The boats came in one by one. '.repeat(40_000));
  const program = `'${process.execPath}' '${join(project, 'cli/annotate.ts')}' long.txt`;
  const run = (command: string) => spawnSync('bash', ['-c', command], { encoding: 'utf8', cwd: folder });
  const left = run(`${program} | head -n 1; echo "\${PIPESTATUS[0]}"`);
  expect([left.stdout.trimEnd().split('\n'), left.stderr]).toEqual([[expect.stringContaining('NSO'), '0'], '']);
  const whole = run(`${program} > whole.jsonl`);
  expect([whole.status, whole.stderr]).toEqual([
    0,
    'long.txt: is longer than 1,000,000 characters; beyond that, names alone are looked for\n',
  ]);
}, 300_000);

it.each([
  [[], /^Usage: npm run/],
  [['--format', 'xml', 'a.txt'], /--format is jsonl, webannotation or html/],
  [['--language', 'it', 'a.txt'], /--language is one of en, fr, de/],
  [['--type', 'pdf', 'a.txt'], /--type is html or text/],
  [['--text', 'a.txt', 'b.txt'], /--text takes one file/],
  [['-', '-'], /read once/],
])('says what is wrong with the arguments %j', (args, message) => {
  const { status, stdout, stderr } = annotate(args);
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toMatch(message);
  expect(stderr).not.toMatch(/\n\s+at /);
});
