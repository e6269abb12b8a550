import { describe, expect, it } from 'vitest';
import { marked, mentionsOf } from '../engine.ts';

describe('pages that do not speak of the affair', () => {
  it.each([
    ['the horse', 'Pegasus, the winged horse of Greek myth, sprang from Medusa’s blood.'],
    ['the airline', 'Pegasus Airlines flies to Ankara. Pegasus added two flights; passengers of Pegasus may check in.'],
    ['the constellation', 'Im Herbst steht das Sternbild Pegasus hoch am Himmel; Pegasus ist am Viereck zu erkennen.'],
    [
      'the orchestra',
      'The NSO opened its season with Mahler; the orchestra’s conductor bowed. The NSO plays again on Friday.',
    ],
    ['the statistics office', 'The NSO has begun its census. The NSO asks people to have their forms ready.'],
    [
      'firms and presidents',
      'Apple, Microsoft and WhatsApp met Emmanuel Macron and Joe Biden. Amnesty International protested.',
    ],
    [
      'another spyware',
      'The spyware was sold by another firm; journalists were hacked. Citizen Lab and Amnesty International investigated.',
    ],
  ])('%s', (_, text) => {
    expect(marked(text)).toEqual([]);
  });
});

describe('the same string in two senses on one page', () => {
  it('an airline piece that ends with the spyware', () => {
    expect(
      marked(
        'Pegasus Airlines added two flights a week. Passengers of Pegasus may check in as usual at the airport.',
        'The mix-up is easily explained: Pegasus is also the name of the spyware that NSO Group sells.',
      ),
    ).toEqual(['pegasus: Pegasus', 'nso-group: NSO Group']);
  });

  it('an affair article beside a notice of the orchestra, in German', () => {
    expect(
      marked(
        'Nach Angaben des Ministeriums betreibt die NSO Group im Großherzogtum neun Einheiten.',
        'Das Pegasus-Projekt berichtete, dass Telefone von Journalisten gehackt wurden; NSO weist den Bericht zurück.',
        'In den USA verklagt WhatsApp die Firma. Im November setzte das Handelsministerium NSO auf seine Entity List.',
        'Das NSO, unser Orchester, sucht ein Fagott.',
      ).filter((mark) => mark.endsWith(': NSO')),
    ).toHaveLength(2);
  });

  it('an affair article that explains the horse', () => {
    const mentions = mentionsOf(
      'The spyware Pegasus by NSO Group was found on the phones of journalists.',
      'In Greek myth the winged horse Pegasus carried Bellerophon.',
      'NSO said that Pegasus is sold to states alone, against terrorism.',
    );
    expect(mentions.map(({ text }) => text)).toEqual(['Pegasus', 'NSO Group', 'NSO', 'Pegasus']);
  });

  it('the letters of NSO turned round by a machine are linked where words bear it out, and doubtful', () => {
    const mentions = mentionsOf(
      'Le logiciel espion Pegasus est vendu par le groupe NSO.',
      'Le ministre parlera du logiciel espion de l’ONS avec la France.',
    );
    expect(mentions.at(-1)).toMatchObject({ text: 'ONS', entity: 'nso-group', doubtful: true });
    expect(marked('L’ONS publie l’indice des prix à la consommation.')).toEqual([]);
  });
});

describe('bare surnames', () => {
  const affair = 'The spyware Pegasus is sold by NSO Group.';

  it('are linked once the page has named the person', () => {
    expect(marked(affair, 'Benny Gantz flew to Paris.', 'Later Gantz went home.').slice(2)).toEqual([
      'benny-gantz: Benny Gantz',
      'benny-gantz: Gantz',
    ]);
  });

  it('are linked beside an office', () => {
    expect(marked(affair, 'Then minister Gantz went home.').slice(2)).toEqual(['benny-gantz: Gantz']);
  });

  it('are somebody else’s behind another given name', () => {
    expect(marked(affair, 'Later Valentino Gantz went home.').slice(2)).toEqual([]);
  });
});

it('reads a Hebrew word with and without the letters that may be its prefixes', () => {
  // הכוכבים: the article and "stars", though the second letter could be a prefix too
  expect(marked('תוכנת הריגול פגסוס נמכרת על ידי NSO Group.', 'בלילה נראית קבוצת הכוכבים פגסוס.').slice(2)).toEqual([]);
});
