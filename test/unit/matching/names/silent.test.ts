/** Pages of the affair that were silent, or nearly so: each stands for a kind. */
import { describe, expect, it } from 'vitest';
import { marked } from '../engine.ts';

describe('names say what the page is about, without a word of spying', () => {
  it.each([
    [
      'a short item',
      [
        'NSO Group replies',
        'NSO was silent on Monday; on Friday NSO denied everything. WhatsApp has gone to court. Macron rang his colleague, and Gantz will see Parly about Pegasus.',
      ],
      ['nso-group', 'whatsapp', 'emmanuel-macron', 'benny-gantz', 'florence-parly', 'pegasus'],
    ],
    [
      'in Portuguese, with paragraphs of other matters between',
      [
        'A NSO regressou aos títulos em Paris. O ministro Gantz esteve com Parly por causa do Pegasus, e Macron mudou de telefone.',
        'Chovia na rua, e os carros esperavam junto à entrada enquanto os fotógrafos procuravam abrigo.',
        'O WhatsApp aguarda o tribunal, e a Amnistia Internacional quer respostas.',
      ],
      ['nso-group', 'benny-gantz', 'florence-parly', 'pegasus', 'emmanuel-macron', 'whatsapp', 'amnesty-international'],
    ],
    [
      'rendered word by word',
      [
        'Le ministère examine le groupe ONS',
        'Le ministre Gantz parlera de l’ONS avec sa collègue Parly. L’ONS dit que son logiciel Pégase combat le crime. Le Laboratoire citoyen et Amnistie internationale disent non.',
      ],
      ['nso-group', 'benny-gantz', 'florence-parly', 'pegasus', 'citizen-lab', 'amnesty-international'],
    ],
    [
      'in small letters',
      [
        'so nso has nine companies in luxembourg and mr asselborn writes them a letter. and bettel? and pegassus on macrons phone',
      ],
      ['nso-group', 'jean-asselborn', 'xavier-bettel', 'pegasus', 'emmanuel-macron'],
    ],
  ])('%s', (_, paragraphs, entities) => {
    const found = new Set(marked(...paragraphs).map((mark) => mark.split(':')[0]));
    expect(found).toEqual(new Set(entities));
  });
});

it('on a page that names neither NSO nor Pegasus', () => {
  const found = marked(
    'Florence Parly asked Benny Gantz about the Israeli spyware and the president’s phone. Macron’s number was on the list that Forbidden Stories had seen.',
    'Amnesty International and Citizen Lab found traces on other phones.',
  );
  expect(new Set(found.map((mark) => mark.split(':')[0]))).toEqual(
    new Set([
      'florence-parly',
      'benny-gantz',
      'emmanuel-macron',
      'forbidden-stories',
      'amnesty-international',
      'citizen-lab',
    ]),
  );
});

describe('names are found', () => {
  const affair = 'The spyware Pegasus is sold by NSO Group.';
  it.each([
    [
      'across indented source',
      'It was Jean\n            Asselborn who wrote.',
      'jean-asselborn: Jean\n            Asselborn',
    ],
    ['behind a word without a space', 'AffäreJean Asselborn antwortet', 'jean-asselborn: Jean Asselborn'],
    [
      'behind a number without a space',
      '2021Amnesty International replied',
      'amnesty-international: Amnesty International',
    ],
    ['before a word without a space', 'Human Rights WatchDie Antwort', 'human-rights-watch: Human Rights Watch'],
    ['with an initial', 'Then J. Asselborn wrote.', 'jean-asselborn: Asselborn'],
    ['spelled by ear beside a given name', 'Then Florence Parli wrote.', 'florence-parly: Florence Parli'],
    ['with what Arabic writes together with it', 'وإن إس أو تنفي', 'nso-group: إن إس أو'],
  ])('%s', (_, text, mark) => {
    expect(marked(affair, text)).toContain(mark);
  });

  it.each(['La ministre de la Défense répond.', 'Die Verteidigungsministerin antwortet.', 'Die Ortsgruppe antwortet.'])(
    'but not in “%s”',
    (text) => {
      expect(marked(affair, text).slice(2)).toEqual([]);
    },
  );
});
