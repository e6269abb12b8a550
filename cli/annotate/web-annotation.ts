/** W3C Web Annotation (https://www.w3.org/TR/annotation-model/) as JSON-LD. */
import { createHash } from 'node:crypto';
import { isAbsolute, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Facts, Language } from '../../data/facts.ts';
import { cardModel } from '../../presentation/card.ts';
import type { Words } from '../../presentation/words.ts';
import { printableJson } from '../printable.ts';
import { readWords } from '../words.ts';
import type { AnnotatedText, Find } from './annotate-text.ts';
import type { Format } from './format.ts';
import { STANDARD_INPUT } from './inputs.ts';

/** What the vocabulary of Web Annotation has no word for. */
const CONTEXT = [
  'http://www.w3.org/ns/anno.jsonld',
  Object.fromEntries(
    ['alias', 'distance', 'cues', 'confidence', 'doubtful', 'stance'].map((term) => [term, `urn:bridle:term:${term}`]),
  ),
];

/** Characters before and after a span that tell it from others of the same words. */
const SURROUNDING = 32;

/** One AnnotationCollection for all files, with one page; ids depend on nothing but the text, so that a second run prints the same. */
export function webAnnotation({ facts, language }: { facts: Facts; language: Language }): Format {
  const words = readWords(language);
  const names = new Map(facts.entities.map(({ id, name }) => [id, name[language]]));
  const everything = createHash('sha256');
  let total = 0;

  const annotationOf = (find: Find, source: string, text: string): string => {
    const body = find.type === 'mention' ? entityBody(find, names) : claimBodies(find, facts, words);
    const about = find.type === 'mention' ? find.entity : `${find.claim} ${find.stance}`;
    const id = createHash('sha256')
      .update(JSON.stringify([source, text.length, find.start, find.end, find.text, about]))
      .digest('hex')
      .slice(0, 32);
    everything.update(id);
    return printableJson({
      id: `urn:bridle:annotation:${id}`,
      type: 'Annotation',
      motivation: find.type === 'mention' ? 'identifying' : ['linking', 'commenting'],
      body,
      target: { type: 'SpecificResource', source, selector: selectorsOf(find, text) },
      confidence: find.confidence,
      ...(find.type === 'mention' && { doubtful: find.doubtful }),
    });
  };

  return {
    open: () =>
      `{"@context":${JSON.stringify(CONTEXT)},"type":"AnnotationCollection","label":"Bridle","first":{"type":"AnnotationPage","startIndex":0,"items":[`,
    *document(annotated) {
      const source = sourceOf(annotated);
      for (const { finds } of annotated.blocks)
        for (const find of finds) yield `${total++ === 0 ? '' : ','}\n${annotationOf(find, source, annotated.text)}`;
    },
    close() {
      const id = `urn:bridle:collection:${everything.digest('hex').slice(0, 32)}`;
      return `\n],"id":"${id}:1","partOf":"${id}"},"total":${total},"id":"${id}"}\n`;
    },
  };
}

function entityBody({ entity, alias, distance, cues }: Find & { type: 'mention' }, names: Map<string, string>): object {
  return {
    type: 'SpecificResource',
    purpose: 'identifying',
    source: { id: `urn:bridle:entity:${entity}`, label: names.get(entity) ?? entity },
    alias,
    distance,
    cues,
  };
}

/** The claim, and its statement with speaker and date for those who do not know the fact base. */
function claimBodies(
  { claim: id, stance }: Find & { type: 'claim' },
  facts: Facts,
  { text, date, language }: Words,
): object[] {
  const [match] = cardModel(facts, { kind: 'claim', id }).matches;
  const told = match && `${text(match.claim.claimant.name)}, ${date(match.claim.date)}: ${text(match.claim.statement)}`;
  return [
    {
      type: 'SpecificResource',
      purpose: 'linking',
      source: { id: `urn:bridle:claim:${id}`, label: told ?? id },
      stance,
    },
    ...(match
      ? [
          {
            type: 'TextualBody',
            purpose: 'commenting',
            value: told,
            format: 'text/plain',
            language,
          },
        ]
      : []),
  ];
}

function selectorsOf({ start, end, text: exact }: Find, text: string): object[] {
  const before = text.slice(Math.max(0, start - SURROUNDING), start);
  const after = text.slice(end, end + SURROUNDING);
  return [
    { type: 'TextPositionSelector', start, end },
    {
      type: 'TextQuoteSelector',
      exact,
      prefix: before.replace(/^[\uDC00-\uDFFF]/, ''),
      suffix: after.replace(/[\uD800-\uDBFF]$/, ''),
    },
  ];
}

/** An address relative to where the command ran, unless the file was named by an absolute path. */
function sourceOf({ name }: AnnotatedText): string {
  if (name === STANDARD_INPUT) return 'urn:bridle:standard-input';
  return isAbsolute(name) ? pathToFileURL(name).href : name.split(sep).map(encodeURIComponent).join('/');
}
