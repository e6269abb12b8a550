import { describe, expect, it } from 'vitest';
import { keptKnowledge } from '../../../../cli/kept-knowledge.ts';
import { cuesOf } from '../../../../matching/claims/cues.ts';
import { languageOf } from '../../../../matching/claims/language.ts';
import { ClaimMatcher } from '../../../../matching/claims/matcher.ts';
import { ConceptFinder, SentenceReader } from '../../../../matching/claims/profile.ts';
import { tabulateThesaurus, Thesaurus } from '../../../../matching/claims/thesaurus.ts';
import { mayRestate } from '../../../../matching/claims/stance.ts';
import { isStated } from '../../../../matching/model.ts';
import { foldText } from '../../../../data/fold.ts';

const matcher = new ClaimMatcher(keptKnowledge());
const passage = (text: string, before: string[] = []) => ({
  text,
  mentions: [],
  before: before.map((earlier) => ({ text: earlier, mentions: [] })),
});
const statedOf = (text: string, before?: string[]): string[] =>
  matcher
    .match(passage(text, before))
    .filter(isStated)
    .map(({ claim, stance }) => `${stance} ${claim}`);

describe('the language of a sentence', () => {
  it.each([
    ['en', 'The court has refused what the company asked for.'],
    ['fr', 'La cour a refusé ce que la société demandait.'],
    ['de', 'Das Gericht hat der Firma nicht gegeben, was sie wollte.'],
    ['es', 'El tribunal no ha dado a la empresa lo que pedía.'],
    ['it', 'La corte non ha dato alla società quello che chiedeva.'],
    ['nl', 'De rechter heeft het bedrijf niet gegeven wat het vroeg.'],
    ['pt', 'O tribunal não deu à empresa o que ela pedia.'],
    ['ar', 'رفضت المحكمة طلب الشركة'],
  ])('%s', (language, text) => {
    expect(languageOf(text)).toBe(language);
  });

  it('is unknown where nothing tells it', () => {
    expect(languageOf('NSO Pegasus 2021')).toBeNull();
  });
});

describe('words of one language', () => {
  const finder = new ConceptFinder([
    { id: 'gift', kind: 'thing', words: { en: ['gift*'], de: ['geschenk*'] } },
    { id: 'poison', kind: 'thing', words: { en: ['poison*'], de: ['gift*'] } },
  ]);

  it('are looked up in a sentence of that language only', () => {
    expect([...finder.find(['gift'], 'en')]).toEqual([0]);
    expect([...finder.find(['gift'], 'de')]).toEqual([1]);
    expect([...finder.find(['gift'], 'fr')]).toEqual([]);
  });
});

describe('cues', () => {
  const cues = (text: string) => cuesOf(text, foldText(text).split(' '), languageOf(text));

  it.each([
    ['The company denies that it was so.', 'denial'],
    ['La société ne l’a pas fait, et elle le dit à qui veut.', 'negation'],
    ['Das ist falsch, und der Minister weiß es.', 'correction'],
    ['El ministro guarda silencio sobre las compras de la empresa.', 'refusal'],
  ] as const)('%s', (text, name) => {
    expect(cues(text)[name]).toBeGreaterThan(0);
  });

  it('a question is one in any script, also in quotation marks', () => {
    expect(cues('Did it?').question).toBe(true);
    expect(cues('« Vraiment ? »').question).toBe(true);
    expect(cues('هل هذا صحيح؟').question).toBe(true);
    expect(cues('It did.').question).toBe(false);
  });
});

describe('what can restate a claim', () => {
  const reader = new SentenceReader(new ConceptFinder([]), new Thesaurus(tabulateThesaurus([])));
  const claim = { id: 'c', wordings: [], figures: [], speakers: [], about: [], negative: false, denies: false };
  const read = (text: string) => reader.read(text, 'en');

  it('a claim that says no: only a sentence that says no', () => {
    const denial = { ...claim, negative: true };
    expect(mayRestate(read('Campaigners were targeted with the program.'), denial)).toBe(false);
    expect(mayRestate(read('No campaigner was targeted with the program.'), denial)).toBe(true);
    expect(mayRestate(read('She stays silent on the program.'), denial)).toBe(true);
  });

  it('nothing: a sentence that says that something is not true', () => {
    expect(mayRestate(read('It is not true that the firm has entities there.'), claim)).toBe(false);
  });

  it('a claim that counts: no sentence with only other figures', () => {
    const counted = { ...claim, figures: [9] };
    expect(mayRestate(read('The firm has five entities there.'), counted)).toBe(false);
    expect(mayRestate(read('The firm has nine entities there.'), counted)).toBe(true);
    expect(mayRestate(read('The firm has entities there.'), counted)).toBe(true);
  });
});

describe('a sentence is never said to repeat', () => {
  it.each([
    [
      'a denial whose contrary it tells, in English',
      'Rights campaigners, reporters and lawyers in many countries were targeted with Pegasus, an inquiry found.',
    ],
    ['in French', 'Des journalistes et des défenseurs des droits ont été visés par Pegasus, selon l’enquête.'],
    [
      'in German',
      'Amnesty International wirft der NSO Group vor, Pegasus sei gegen Menschenrechtler gerichtet worden.',
    ],
  ])('%s', (_, text) => {
    expect(statedOf(text)).not.toContain('restates nso-denies-targeting-of-defenders');
  });

  it('but the denial itself, told again, is repeated and not disputed', () => {
    const stated = statedOf(
      'NSO Group says that Pegasus was not used to target human rights defenders, journalists and dissidents.',
    );
    expect(stated).toContain('restates nso-denies-targeting-of-defenders');
    expect(stated).not.toContain('disputes nso-denies-targeting-of-defenders');
  });

  it('a number that it replaces by another', () => {
    const stated = statedOf('NSO has not nine but five entities in Luxembourg, an accountant of the ministry counts.');
    expect(stated).not.toContain('restates foreign-ministry-nine-entities');
  });

  it.each([
    ['a question', 'Does NSO run nine entities in Luxembourg?'],
    ['a question of a headline', 'Immunität für NSO vom Gericht verweigert?'],
  ])('%s', (_, text) => {
    expect(statedOf(text)).toEqual([]);
  });
});

describe('nothing is said of', () => {
  it.each([
    ['a header', 'The Morning Paper - back to home'],
    [
      'filler',
      'Ut enim ad minim veniam, quis nostrud exercitation ullamco laboris nisi ut aliquip ex ea commodo consequat.',
    ],
    ['cookies', 'Wir und unsere Partner verwenden Cookies, um Inhalte zu messen. Alle akzeptieren'],
    ['advertising', 'Jetzt zwei Monate gratis lesen und neun Ausgaben sparen!'],
    ['a menu', 'Politik Wirtschaft Sport Kultur'],
    ['one word', 'Pegasus'],
  ])('%s', (_, text) => {
    expect(statedOf(text, ['NSO sells the spyware Pegasus.'])).toEqual([]);
  });
});

describe('a reply', () => {
  it('disputes what the sentence before it tells', () => {
    expect(
      statedOf('An accountant finds only five of them in the register.', [
        'The ministry counts nine entities of NSO in Luxembourg.',
      ]),
    ).not.toContain('restates foreign-ministry-nine-entities');
  });
});

describe('bounds', () => {
  it('a sentence of 40,000 characters is read as far as its beginning', () => {
    const long = `NSO runs nine entities in Luxembourg ${'and so on and on '.repeat(2_400)}`;
    expect(matcher.match(passage(long)).length).toBeLessThanOrEqual(3);
  });

  it('10,000 sentences are judged one by one', () => {
    const text = 'NSO runs nine entities there. '.repeat(10_000).trim();
    expect(matcher.judge(passage(text)).at(-1)).toMatchObject({ start: text.length - 29, end: text.length });
  });

  it('answers depend on the passage alone', () => {
    const asked = passage('The ministry says that NSO runs nine entities in Luxembourg.');
    const first = matcher.match(asked);
    matcher.match(passage('Something else was said of the nine entities of NSO. And more.'));
    expect(matcher.match(asked)).toEqual(first);
  });
});

it('a denial told in the third person is never taken for a dispute of itself', () => {
  const before = [
    'Front Line Defenders had found Pegasus on the devices of six Palestinian rights defenders, the Citizen Lab on those of nine activists.',
  ];
  const said = statedOf('The company denies that its software was used against people like them.', before);
  expect(said).not.toContain('disputes nso-denies-targeting-of-defenders');
});

it.each([
  'Amnesty International wirft der NSO Group vor, Pegasus sei gegen Menschenrechtler gerichtet worden.',
  'Des journalistes et des défenseurs des droits ont été visés par Pegasus, le logiciel espion de NSO.',
])('what tells the content of a denial without a word that says no disputes it: %s', (text) => {
  expect(statedOf(text, ['The spyware Pegasus of NSO Group.'])).toContain('disputes nso-denies-targeting-of-defenders');
});
