import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkFactBase } from '../../../data/checks.ts';
import { countWords } from '../../../data/checks/claims.ts';
import type { FactBase } from '../../../data/read.ts';
import { entity, relation, smallBase } from './small-base.ts';

/** The record at a place that the small base surely has. */
function at<T>(list: T[], place: number): T {
  const record = list[place];
  if (record === undefined) throw new Error(`the small base has no record ${place}`);
  return record;
}

const first = <T>(list: T[]) => at(list, 0);

describe('a sound fact base', () => {
  it('has no problem', () => expect(checkFactBase(smallBase())).toEqual([]));
});

/** What breaks, how, and what the author is told: file, id and a word of the wrong. */
const BROKEN: [string, (base: FactBase) => void, { file: string; id: string; wrong: RegExp }][] = [
  [
    'an unknown claimant',
    ({ claims }) => {
      first(claims).claimant = 'nobody';
    },
    { file: 'data/claims.json', id: 'firm-denies', wrong: /claimant names nobody/ },
  ],
  [
    'an unknown relay',
    ({ claims }) => {
      first(claims).relayedBy = ['minister', 'nobody'];
    },
    { file: 'data/claims.json', id: 'firm-denies', wrong: /relayedBy\.1 names nobody/ },
  ],
  [
    'an unknown entity that a claim is about',
    ({ claims }) => {
      first(claims).about.push('nobody');
    },
    { file: 'data/claims.json', id: 'firm-denies', wrong: /about\.1 names nobody/ },
  ],
  [
    'evidence from an unknown source',
    ({ claims }) => {
      first(first(claims).evidence).source = 'nowhere';
    },
    { file: 'data/claims.json', id: 'firm-denies', wrong: /evidence\.0\.source names nowhere/ },
  ],
  [
    'a record by an unknown source',
    ({ claims }) => {
      first(claims).recordedBy = ['nowhere'];
    },
    { file: 'data/claims.json', id: 'firm-denies', wrong: /recordedBy\.0 names nowhere/ },
  ],
  [
    'a relation of an unknown claim',
    ({ relations }) => {
      first(relations).claims[1] = 'unsaid';
    },
    { file: 'data/relations.json', id: 'denial-against-nine', wrong: /claims\.1 names unsaid/ },
  ],
  [
    'a role from an unknown source',
    ({ entities }) => {
      first(at(entities, 2).roles).source = 'nowhere';
    },
    { file: 'data/entities.json', id: 'minister', wrong: /roles\.0\.source names nowhere/ },
  ],
  [
    'an unknown holder',
    ({ entities }) => {
      first(entities).holders = [
        {
          name: 'N.',
          entity: 'nobody',
          dates: '2021',
          basis: { kind: 'external', whence: { en: 'w', fr: 'w', de: 'w' } },
        },
      ];
    },
    { file: 'data/entities.json', id: 'nso-group', wrong: /holders\.0\.entity names nobody/ },
  ],
  [
    'a role without dates',
    ({ entities }) => {
      first(at(entities, 2).roles).dates = '../..';
    },
    { file: 'data/entities.json', id: 'minister', wrong: /no dates/ },
  ],
  [
    'a stated role without a source',
    ({ entities }) => {
      delete first(at(entities, 2).roles).source;
    },
    { file: 'data/entities.json', id: 'minister', wrong: /names no source/ },
  ],
  [
    'a source id used twice',
    ({ sources }) => {
      sources.push({ ...first(sources), sentences: [] });
    },
    { file: 'seeds/first.json', id: 'first', wrong: /used twice/ },
  ],
  [
    'an entity id used twice',
    ({ entities }) => {
      entities.push(entity('pegasus', [], []));
    },
    { file: 'data/entities.json', id: 'pegasus', wrong: /used twice/ },
  ],
  [
    'a claim id used twice',
    ({ claims }) => {
      claims.push(first(claims));
    },
    { file: 'data/claims.json', id: 'firm-denies', wrong: /used twice/ },
  ],
  [
    'a relation id used twice',
    ({ relations }) => {
      relations.push(relation('denial-against-nine', 'updates', 'firm-denies', 'minister-unaware'));
    },
    { file: 'data/relations.json', id: 'denial-against-nine', wrong: /used twice/ },
  ],
  [
    'a quotation of 16 words',
    ({ claims }) => {
      first(first(claims).evidence).quote = 'mot '.repeat(16);
    },
    { file: 'data/claims.json', id: 'firm-denies', wrong: /16 words/ },
  ],
  [
    'a quotation with its marks',
    ({ claims }) => {
      first(at(claims, 1).evidence).quote = '« ne rien savoir »';
    },
    { file: 'data/claims.json', id: 'minister-unaware', wrong: /quotation marks/ },
  ],
  [
    'a claim without evidence',
    ({ claims }) => {
      claims.push({ ...first(claims), id: 'bare', evidence: [] });
    },
    { file: 'data/claims.json', id: 'bare', wrong: /no evidence/ },
  ],
  [
    'evidence past the end of its source',
    ({ claims }) => {
      first(at(claims, 2).evidence).end = 999;
    },
    { file: 'data/claims.json', id: 'nine-entities', wrong: /outside second/ },
  ],
  [
    'evidence that ends before it starts',
    ({ claims }) => {
      first(claims).evidence.push({ ...first(first(claims).evidence), start: 9, end: 3 });
    },
    { file: 'data/claims.json', id: 'firm-denies', wrong: /ends before it starts/ },
  ],
  [
    'recordedBy without a source of the evidence',
    ({ claims }) => {
      first(claims).recordedBy = ['second'];
    },
    { file: 'data/claims.json', id: 'firm-denies', wrong: /recordedBy/ },
  ],
  [
    'recordedBy with a source too many',
    ({ claims }) => {
      first(claims).recordedBy = ['first', 'second'];
    },
    { file: 'data/claims.json', id: 'firm-denies', wrong: /recordedBy/ },
  ],
  [
    'an alias of two entities without cues',
    ({ entities }) => {
      entities.push(entity('horse', ['Pégasus'], []));
    },
    { file: 'data/entities.json', id: 'pegasus', wrong: /also one of horse/ },
  ],
  [
    'an alias of two entities with the same cues',
    ({ entities }) => {
      entities.push(entity('horse', ['PEGASUS'], ['spyware', 'phone*']));
    },
    { file: 'data/entities.json', id: 'pegasus', wrong: /also one of horse/ },
  ],
  [
    'no entity being central',
    ({ entities }) => {
      for (const each of entities) delete each.central;
    },
    { file: 'data/entities.json', id: '', wrong: /no entity is central/ },
  ],
  [
    'a symmetric relation stored the other way round',
    ({ relations }) => {
      first(relations).claims.reverse();
    },
    { file: 'data/relations.json', id: 'denial-against-nine', wrong: /not in the order of their ids/ },
  ],
  [
    'a pair that is tied twice',
    ({ relations }) => {
      relations.push(relation('again', 'contradicts', 'firm-denies', 'nine-entities'));
    },
    { file: 'data/relations.json', id: 'again', wrong: /once more: denial-against-nine says contradicts/ },
  ],
  [
    'a pair that contradicts and corroborates',
    ({ relations }) => {
      relations.push(relation('agreed', 'corroborates', 'firm-denies', 'nine-entities'));
    },
    { file: 'data/relations.json', id: 'agreed', wrong: /says contradicts, this one corroborates/ },
  ],
  [
    'a directed relation each way',
    ({ relations }) => {
      relations.push(
        relation('there', 'qualifies', 'firm-denies', 'minister-unaware'),
        relation('back', 'qualifies', 'minister-unaware', 'firm-denies'),
      );
    },
    { file: 'data/relations.json', id: 'back', wrong: /once more: there says qualifies/ },
  ],
  [
    'claims that update each other in a circle',
    ({ relations }) => {
      relations.splice(
        0,
        1,
        relation('one', 'updates', 'firm-denies', 'nine-entities'),
        relation('two', 'updates', 'nine-entities', 'minister-unaware'),
        relation('three', 'retracts', 'minister-unaware', 'firm-denies'),
      );
    },
    { file: 'data/relations.json', id: 'two', wrong: /which in turn retracts or updates nine-entities/ },
  ],
  [
    'somebody who retracts what another claims',
    ({ relations }) => {
      relations.push(relation('taken-back', 'retracts', 'minister-unaware', 'firm-denies'));
    },
    { file: 'data/relations.json', id: 'taken-back', wrong: /minister retracts what nso-group claims/ },
  ],
  [
    'a claim with neither relation nor reason',
    ({ claims }) => {
      delete at(claims, 1).unrelated;
    },
    { file: 'data/claims.json', id: 'minister-unaware', wrong: /neither a relation nor a reason/ },
  ],
  [
    'a claim with both',
    ({ claims }) => {
      first(claims).unrelated = 'aside';
    },
    {
      file: 'data/claims.json',
      id: 'firm-denies',
      wrong: /tied by denial-against-nine and yet says unrelated: aside/,
    },
  ],
  [
    'a publisher as the one who relays',
    ({ claims, sources }) => {
      first(sources).publisher.name = 'minister (fr)';
      first(claims).relayedBy = ['minister'];
    },
    { file: 'data/claims.json', id: 'firm-denies', wrong: /relayedBy names minister, who publishes the source/ },
  ],
  [
    'a claimant as the one who relays',
    ({ claims }) => {
      first(claims).relayedBy = ['nso-group'];
    },
    { file: 'data/claims.json', id: 'firm-denies', wrong: /relayedBy names nso-group, who claims it/ },
  ],
  [
    'a claim tied to itself',
    ({ relations }) => {
      first(relations).claims = ['firm-denies', 'firm-denies'];
    },
    { file: 'data/relations.json', id: 'denial-against-nine', wrong: /to itself/ },
  ],
  [
    'overlapping sentences',
    ({ sources }) => {
      at(first(sources).sentences, 1).start -= 10;
    },
    { file: 'seeds/first.json', id: 'first', wrong: /overlaps/ },
  ],
  [
    'sentences out of order',
    ({ sources }) => {
      first(sources).sentences.reverse();
    },
    { file: 'seeds/first.json', id: 'first', wrong: /out of order/ },
  ],
  [
    'a sentence past the end',
    ({ sources }) => {
      at(first(sources).sentences, 2).end = 999;
    },
    { file: 'seeds/first.json', id: 'first', wrong: /outside the source/ },
  ],
  [
    'a sentence with neither claim nor reason',
    ({ sources }) => {
      delete at(first(sources).sentences, 2).none;
    },
    { file: 'seeds/first.json', id: 'first', wrong: /neither a claim nor a reason/ },
  ],
  [
    'a sentence with both',
    ({ sources }) => {
      first(first(sources).sentences).none = 'heading';
    },
    { file: 'seeds/first.json', id: 'first', wrong: /evidence of firm-denies and yet says none: heading/ },
  ],
  [
    'a concept id used twice',
    ({ concepts }) => {
      const concept = { id: 'sell', kind: 'act' as const, words: { en: ['sell*'] } };
      concepts.push(concept, { ...concept, words: { fr: ['vend*'] } });
    },
    { file: 'data/concepts.json', id: 'sell', wrong: /used twice/ },
  ],
  [
    'a sign that turns the direction of a statement',
    ({ claims }) => {
      first(claims).statement.en = 'The firm \u202edenies\u202c it';
    },
    { file: 'data/claims.json', id: 'firm-denies', wrong: /statement\.en holds the invisible character U\+202E/ },
  ],
  [
    'a character without width in an alias',
    ({ entities }) => {
      first(first(entities).aliases).text = 'NSO\u200bGroup';
    },
    { file: 'data/entities.json', id: 'nso-group', wrong: /aliases\.0\.text holds .* U\+200B/ },
  ],
  [
    'a control character in the vocabulary',
    ({ vocabulary }) => {
      vocabulary.titles.push('minister\u0007');
    },
    { file: 'data/vocabulary.json', id: '', wrong: /titles\.1 holds .* U\+0007/ },
  ],
  [
    'a line separator in the note of a source',
    ({ sources }) => {
      first(sources).notes.push({ en: 'one\u2028two', fr: 'f', de: 'd' });
    },
    { file: 'seeds/first.json', id: 'first', wrong: /notes\.0\.en holds .* U\+2028/ },
  ],
  [
    'an alias of ordinary words that needs no cue',
    ({ entities }) => {
      first(entities).aliases.push({ text: 'der', language: 'de', kind: 'short', needs: 'affair' });
    },
    { file: 'data/entities.json', id: 'nso-group', wrong: /“der” consists of ordinary words, and needs affair/ },
  ],
  [
    'a single word that needs nothing',
    ({ entities }) => {
      first(first(entities).aliases).text = 'Group';
      first(first(entities).aliases).needs = 'nothing';
    },
    { file: 'data/entities.json', id: 'nso-group', wrong: /“Group” is a single word, and needs nothing/ },
  ],
  [
    'a single word in lower case that needs no cue',
    ({ entities }) => {
      first(first(entities).aliases).text = 'the';
    },
    { file: 'data/entities.json', id: 'nso-group', wrong: /“the” is a single word in lower case/ },
  ],
  [
    'an entity without a name in some languages',
    ({ entities }) => {
      delete at(entities, 1).noAlias;
    },
    { file: 'data/entities.json', id: 'pegasus', wrong: /no alias of the kind full in ar, he$/ },
  ],
  [
    'a short form that one language alone has',
    ({ entities }) => {
      first(entities).aliases.push({ text: 'die Gruppe', language: 'de', kind: 'short', needs: 'cue' });
    },
    {
      file: 'data/entities.json',
      id: 'nso-group',
      wrong: /no alias of the kind short in en, fr, es, it, nl, pt, lb, pl, ar, he/,
    },
  ],
  [
    'a reason for a form that is there',
    ({ entities }) => {
      at(entities, 1).noAlias = [{ kind: 'full', languages: ['fr', 'ar', 'he'], why: 'Forgotten.' }];
    },
    { file: 'data/entities.json', id: 'pegasus', wrong: /no alias of the kind full in fr, but there is one/ },
  ],
  ...(
    [
      ['en', 'It knows nothing.'],
      ['en', 'This was denied.'],
      ['fr', 'Elle ne sait rien.'],
      ['fr', 'C’est exact.'],
      ['de', 'Ihre Kunden wissen nichts.'],
    ] as const
  ).map(
    ([language, statement]) =>
      [
        `the statement “${statement}”`,
        ({ claims }: FactBase) => {
          first(claims).statement[language] = statement;
        },
        {
          file: 'data/claims.json',
          id: 'firm-denies',
          wrong: new RegExp(`statement\\.${language} begins with the pronoun`),
        },
      ] satisfies (typeof BROKEN)[number],
  ),
  [
    'two claims with one statement, up to case and accents',
    ({ claims }) => {
      first(claims).statement.fr = 'Le ministère a confirmé.';
      at(claims, 2).statement.fr = 'le ministere a confirme';
    },
    { file: 'data/claims.json', id: 'nine-entities', wrong: /statement\.fr is also that of firm-denies/ },
  ],
];

describe('a broken fact base', () => {
  it.each(BROKEN)('is refused for %s', (_, damage, { file, id, wrong }) => {
    const base = smallBase();
    damage(base);
    const problems = checkFactBase(base);
    expect(problems).toContainEqual({
      file,
      id,
      wrong: expect.stringMatching(wrong),
      remedy: expect.stringMatching(/\w/),
    });
  });
});

describe('what is allowed', () => {
  it('a statement that begins like a pronoun, or speaks of people in general', () => {
    const base = smallBase();
    first(base.claims).statement = { en: 'Italy denies it.', fr: 'On ne sait rien.', de: 'Man weiß nichts.' };
    expect(checkFactBase(base)).toEqual([]);
  });

  it('an alias of two entities that their cues tell apart', () => {
    const base = smallBase();
    base.entities.push(entity('horse', ['Pegasus'], ['wings']));
    expect(checkFactBase(base)).toEqual([]);
  });

  it('claims that update one after the other', () => {
    const base = smallBase();
    delete at(base.claims, 1).unrelated;
    base.relations.splice(
      0,
      1,
      relation('later', 'updates', 'nine-entities', 'minister-unaware'),
      relation('earlier', 'updates', 'minister-unaware', 'firm-denies'),
    );
    expect(checkFactBase(base)).toEqual([]);
  });

  it('an external role without a source', () => {
    const base = smallBase();
    const role = first(at(base.entities, 2).roles);
    delete role.source;
    role.basis = { kind: 'external', whence: { en: 'a register', fr: 'un registre', de: 'ein Register' } };
    expect(checkFactBase(base)).toEqual([]);
  });
});

it('counts words whatever stands between them', () => {
  const word = fc.stringMatching(/^[a-zé]{1,8}[’'-]?[a-z]{0,3}$/);
  const space = fc.constantFrom(' ', '\u00a0', '\n', ' – ', '  ');
  fc.assert(
    fc.property(fc.array(word, { maxLength: 30 }), space, (words, between) => {
      expect(countWords(words.join(between))).toBe(words.length);
    }),
  );
});
