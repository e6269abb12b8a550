import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FactBase } from '../../data/read.ts';
import { atOnce } from '../../matching/at-once.ts';
import { isStated, type Engine } from '../../matching/model.ts';
import type { LabelledText } from './labelled-texts.ts';

/** Hits, false alarms and misses. */
export interface Counts {
  right: number;
  wrong: number;
  missed: number;
}

export interface Found {
  type: 'mention' | 'claim';
  start: number;
  end: number;
}

/** The lines of a text that are not blank, each with its offset. */
export function blocksOf(text: string): { at: number; text: string }[] {
  const blocks: { at: number; text: string }[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    if (line.trim() !== '') blocks.push({ at, text: line });
    at += line.length + 1;
  }
  return blocks;
}

/** All mentions and claim matches of a text whose lines are its blocks, with offsets into the text. */
export function annotateLines<T extends object>(
  text: string,
  engine: Engine,
  extra: T,
): (Found & T & Record<string, unknown>)[] {
  const blocks = blocksOf(text);
  return atOnce(engine.link(blocks.map((block) => engine.scan(block.text)))).flatMap(({ mentions, matches }, index) => {
    const shift = <F extends { start: number; end: number }>(found: F): F => ({
      ...found,
      start: found.start + blocks[index]!.at,
      end: found.end + blocks[index]!.at,
    });
    return [
      ...mentions.map((mention) => ({ ...extra, type: 'mention' as const, ...shift(mention) })),
      ...matches.filter(isStated).map((match) => ({ ...extra, type: 'claim' as const, ...shift(match) })),
    ] as (Found & T & Record<string, unknown>)[];
  });
}

export interface TextResult extends Counts {
  exact: number;
  words: number;
  /** What went wrong, a line each, for whoever mends it in `data/`. */
  confusion: string[];
}

/** Mentions of one labelled text: by overlap and equal entity, one to one. `known`: only these entities are labelled. */
export function measureText(
  { file, kind, text, mentions }: LabelledText,
  engine: Engine,
  known: ReadonlySet<string>,
): TextResult {
  const result: TextResult = {
    right: 0,
    wrong: 0,
    missed: 0,
    exact: 0,
    words: text.split(/\s+/).length,
    confusion: [],
  };
  const open = new Set(mentions);
  const around = ({ start, end }: { start: number; end: number }): string =>
    `${text.slice(Math.max(0, start - 40), start)}«${text.slice(start, end)}»${text.slice(end, end + 40)}`.replaceAll(
      '\n',
      ' ',
    );
  for (const found of annotateLines(text, engine, {})) {
    if (found.type !== 'mention' || (kind !== 'lookalike' && !known.has(found['entity'] as string))) continue;
    const hit = [...open].find(
      ({ entity, start, end }) => entity === found['entity'] && start < found.end && found.start < end,
    );
    if (hit) {
      open.delete(hit);
      if (hit.optional) continue;
      result.right++;
      if (hit.start === found.start && hit.end === found.end) result.exact++;
    } else {
      result.wrong++;
      result.confusion.push(
        `false   ${file}  ${String(found['entity'])} (alias ${String(found['alias'])})  ${around(found)}`,
      );
    }
  }
  for (const mention of open) {
    if (mention.optional) continue;
    result.missed++;
    result.confusion.push(`missed  ${file}  ${mention.entity}  ${around(mention)}`);
  }
  return result;
}

interface Score {
  precision: number | null;
  recall: number | null;
  f1: number | null;
}

interface SharedReport {
  mentions: Record<'overlap' | 'exact', { all: Score }>;
  lookalike: { falseMentionsPer1000Words: number };
  claims: Record<'anyStance' | 'withStance', { all: Score }>;
}

export interface SharedResult {
  mentions: Score;
  exact: Score;
  lookalikePer1000: number;
  claims: Score;
  sameStance: Score;
  /** The scorer's own report, with each miss and false alarm. */
  report: string;
}

/** What the scorer of the shared development set says; null where that set is not there. */
export function measureShared(folder: string, engine: Engine, facts: FactBase): SharedResult | null {
  const scorer = join(folder, 'score.mjs');
  if (!existsSync(scorer)) return null;
  const scratch = mkdtempSync(join(tmpdir(), 'bridle-accuracy-'));
  try {
    const lines = readdirSync(join(folder, 'text'))
      .filter((file) => file.endsWith('.txt'))
      .flatMap((file) =>
        annotateLines(readFileSync(join(folder, 'text', file), 'utf8'), engine, { file }).map((found) =>
          JSON.stringify(found),
        ),
      );
    writeFileSync(join(scratch, 'predictions.jsonl'), lines.join('\n'));
    writeFileSync(join(scratch, 'facts.json'), JSON.stringify(facts));
    const run = (...options: string[]): string =>
      execFileSync(
        process.execPath,
        [
          scorer,
          '--predictions',
          join(scratch, 'predictions.jsonl'),
          '--facts',
          join(scratch, 'facts.json'),
          ...options,
        ],
        { encoding: 'utf8', maxBuffer: 2 ** 26 },
      );
    const { mentions, lookalike, claims } = JSON.parse(run('--json')) as SharedReport;
    return {
      mentions: mentions.overlap.all,
      exact: mentions.exact.all,
      lookalikePer1000: lookalike.falseMentionsPer1000Words,
      claims: claims.anyStance.all,
      sameStance: claims.withStance.all,
      report: run('--list', '200'),
    };
  } finally {
    rmSync(scratch, { recursive: true });
  }
}
