/** What a schema cannot see: whether the records of the fact base hold together. Pure; the originals are not needed. */
import { coverageOf, gapOf } from './coverage.ts';
import { foldText } from './fold.ts';
import type { Problem } from './problem.ts';
import type { FactBase } from './read.ts';
import { RELATION_KINDS } from './relation-kinds.ts';
import type { Basis, Relation } from './schema.ts';

/** Longest quotation from a source, in words. */
export const QUOTE_WORDS = 15;

/** Everything that is wrong with the fact base; an empty list for a sound one. */
export function checkFactBase(base: FactBase): Problem[] {
  return [
    ...duplicateIds(base),
    ...base.sources.flatMap((source) => checkSentences(source, base)),
    ...base.entities.flatMap((entity) => checkEntity(entity, base)),
    ...sharedAliases(base.entities),
    ...noneCentral(base.entities),
    ...base.claims.flatMap((claim) => checkClaim(claim, base)),
    ...base.relations.flatMap((relation) => checkRelation(relation, base)),
    ...repeatedRelations(base.relations),
  ];
}

/** Number of words in a quotation; punctuation that stands alone is none. */
export function countWords(text: string): number {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

const ENTITIES = 'data/entities.json';
const CLAIMS = 'data/claims.json';
const RELATIONS = 'data/relations.json';

function duplicateIds({ sources, entities, claims, relations }: FactBase): Problem[] {
  const twice = (file: string, records: { id: string }[]) =>
    repeated(records.map(({ id }) => id)).map((id) =>
      problem(file, id, 'the id is used twice', 'Rename or remove one of the two.'),
    );
  return [
    ...repeated(sources.map(({ id }) => id)).map((id) =>
      problem(sourceFile(id), id, 'the id is used twice', 'Rename or remove one of the two.'),
    ),
    ...twice(ENTITIES, entities),
    ...twice(CLAIMS, claims),
    ...twice(RELATIONS, relations),
  ];
}

function checkSentences(source: FactBase['sources'][number], base: FactBase): Problem[] {
  const say = (wrong: string, remedy: string) => problem(sourceFile(source.id), source.id, wrong, remedy);
  let covered = 0;
  return coverageOf(source, base.claims).flatMap((sentence) => {
    const { start, end } = sentence;
    const place = `the sentence at ${start}–${end}`;
    const found: Problem[] = [];
    if (start >= end) found.push(say(`${place} ends before it starts`, 'Correct its offsets.'));
    if (end > source.length) found.push(say(`${place} lies outside the source`, `Keep it within ${source.length}.`));
    if (start < covered)
      found.push(say(`${place} overlaps an earlier one or stands out of order`, 'Sort and part the sentences.'));
    covered = Math.max(covered, end);
    const gap = gapOf(sentence);
    if (gap)
      found.push(say(`${place} ${gap}`, 'Make it the evidence of a claim, or say why it carries none, not both.'));
    return found;
  });
}

function checkEntity(entity: FactBase['entities'][number], base: FactBase): Problem[] {
  const say = (wrong: string, remedy: string) => problem(ENTITIES, entity.id, wrong, remedy);
  const found: Problem[] = [];
  const checkGround = (
    what: string,
    { dates, source, basis }: { dates: string; source?: string | undefined; basis: Basis },
  ) => {
    if (dates === '../..') found.push(say(`${what} has no dates`, 'Give a date on which the source speaks of it.'));
    if (source === undefined && basis.kind !== 'external') {
      found.push(say(`${what} is ${basis.kind} but names no source`, 'Name the source, or mark it as external.'));
    }
    if (source !== undefined && !has(base.sources, source)) found.push(broken(say, `${what}.source`, source, 'source'));
  };
  entity.roles.forEach((role, at) => checkGround(`roles.${at}`, role));
  entity.holders?.forEach((holder, at) => {
    checkGround(`holders.${at}`, holder);
    const { entity: person } = holder;
    if (person !== undefined && !has(base.entities, person))
      found.push(broken(say, `holders.${at}.entity`, person, 'entity'));
  });
  return found;
}

/** An alias of two entities needs cues on both, and on each a cue that the other lacks; otherwise nothing tells them apart. */
function sharedAliases(entities: FactBase['entities']): Problem[] {
  const holders = Map.groupBy(
    entities.flatMap((entity) =>
      entity.aliases.map((alias) => ({ form: foldText(alias.text), text: alias.text, entity })),
    ),
    ({ form }) => form,
  );
  return [...holders.values()].flatMap((held) =>
    held.flatMap(({ entity, text }, at) => {
      const rivals = held
        .slice(at + 1)
        .filter((other) => other.entity.id !== entity.id && !toldApart(entity.cues, other.entity.cues));
      return rivals.map((rival) =>
        problem(
          ENTITIES,
          entity.id,
          `the alias “${text}” is also one of ${rival.entity.id}, and no cues tell them apart`,
          'Give each of the two a cue that the other lacks, or drop the alias from one.',
        ),
      );
    }),
  );
}

/** Without a central entity the gate would ask for no name, and no page would ever be read. */
function noneCentral(entities: FactBase['entities']): Problem[] {
  if (entities.some(({ central }) => central)) return [];
  return [
    problem(
      ENTITIES,
      '',
      'no entity is central',
      'Mark those whose presence makes a page one of the affair: "central": true.',
    ),
  ];
}

function toldApart(one: string[], other: string[]): boolean {
  return one.some((cue) => !other.includes(cue)) && other.some((cue) => !one.includes(cue));
}

function checkClaim(claim: FactBase['claims'][number], base: FactBase): Problem[] {
  const say = (wrong: string, remedy: string) => problem(CLAIMS, claim.id, wrong, remedy);
  const found: Problem[] = [];
  const named = [
    ['claimant', claim.claimant],
    ...(claim.relayedBy ?? []).map((id, at) => [`relayedBy.${at}`, id]),
    ...claim.about.map((id, at) => [`about.${at}`, id]),
  ] as [string, string][];
  for (const [path, id] of named) if (!has(base.entities, id)) found.push(broken(say, path, id, 'entity'));
  claim.recordedBy.forEach((id, at) => {
    if (!has(base.sources, id)) found.push(broken(say, `recordedBy.${at}`, id, 'source'));
  });
  if (claim.evidence.length === 0)
    found.push(say('it has no evidence', 'Add the span of a source: `npm run facts -- locate` prints it.'));
  claim.evidence.forEach((span, at) => {
    const place = `evidence.${at}`;
    const source = base.sources.find(({ id }) => id === span.source);
    if (!source) found.push(broken(say, `${place}.source`, span.source, 'source'));
    if (span.start >= span.end) found.push(say(`${place} ends before it starts`, 'Correct its offsets.'));
    if (source && span.end > source.length) {
      found.push(say(`${place} lies outside ${source.id}`, `Keep it within ${source.length}.`));
    }
    if (span.quote !== undefined) found.push(...checkQuote(span.quote, place, say));
  });
  if (
    claim.evidence.length > 0 &&
    !sameMembers(
      claim.recordedBy,
      claim.evidence.map(({ source }) => source),
    )
  ) {
    found.push(
      say(
        'recordedBy does not name the sources of its evidence',
        'List each source of the evidence once, and no other.',
      ),
    );
  }
  return found;
}

function checkQuote(quote: string, place: string, say: Say): Problem[] {
  const found: Problem[] = [];
  const words = countWords(quote);
  if (words > QUOTE_WORDS) {
    found.push(
      say(
        `${place}.quote has ${words} words`,
        `Quote ${QUOTE_WORDS} words at most, and say the rest in the statement.`,
      ),
    );
  }
  if (/^["«“„‹]|["»”“›]$/u.test(quote.trim())) {
    found.push(say(`${place}.quote carries its quotation marks along`, 'Keep only the words between them.'));
  }
  return found;
}

function checkRelation(relation: Relation, base: FactBase): Problem[] {
  const say = (wrong: string, remedy: string) => problem(RELATIONS, relation.id, wrong, remedy);
  const found = relation.claims.flatMap((id, at) =>
    has(base.claims, id) ? [] : [broken(say, `claims.${at}`, id, 'claim')],
  );
  if (relation.claims[0] === relation.claims[1]) {
    found.push(say(`it ties ${relation.claims[0]} to itself`, 'Name two claims, or remove it.'));
  }
  return found;
}

function repeatedRelations(relations: Relation[]): Problem[] {
  const same = Map.groupBy(relations, ({ kind, claims }) =>
    [kind, ...(RELATION_KINDS[kind].isSymmetric ? claims.toSorted() : claims)].join(' '),
  );
  return [...same.values()].flatMap(([first, ...others]) =>
    others.map((other) =>
      problem(
        RELATIONS,
        other.id,
        `it repeats ${first?.id}: ${other.kind} between the same claims`,
        'Keep one of the two.',
      ),
    ),
  );
}

type Say = (wrong: string, remedy: string) => Problem;

function problem(file: string, id: string, wrong: string, remedy: string): Problem {
  return { file, id, wrong, remedy };
}

function broken(say: Say, path: string, id: string, kind: 'source' | 'entity' | 'claim'): Problem {
  return say(`${path} names ${id}, but there is no such ${kind}`, `Correct the id, or add the ${kind}.`);
}

function sourceFile(id: string): string {
  return `seeds/${id}.json`;
}

function has(records: { id: string }[], id: string): boolean {
  return records.some((record) => record.id === id);
}

function repeated(ids: string[]): string[] {
  return [...new Set(ids.filter((id, at) => ids.indexOf(id) < at))];
}

function sameMembers(list: string[], others: string[]): boolean {
  const expected = new Set(others);
  return list.length === expected.size && new Set(list).symmetricDifference(expected).size === 0;
}
