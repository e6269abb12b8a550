import { describe, expect, it } from 'vitest';
import { marked } from '../engine.ts';

describe('an acronym that is spelled out is somebody else’s', () => {
  it.each([
    ['in front, in brackets, by letters within compounds', 'Der Netzservice Oberland (NSO) baut. Die NSO spart nicht.'],
    [
      'in front, after a comma',
      'Norsk Sykepleierforbunds studentorganisasjon, NSO, krever betalt praksis. NSO har møte.',
    ],
    ['behind', 'Das NSO, das Nahetaler Sinfonieorchester, spielt. Journalisten loben das NSO.'],
    ['with little words between', 'The NSO is the Network for Students of Oceanography. Journalists met the NSO.'],
    ['in Cyrillic', 'Новосибирская область (НСО) получит деньги. Министр НСО рад.'],
  ])('%s', (_, text) => {
    expect(marked(text)).toEqual([]);
  });

  it('in another paragraph, where the acronym does not stand', () => {
    expect(
      marked('You will run the NSO at night and talk to governments.', 'Vacancy in Network Security Operations.'),
    ).toEqual([]);
  });

  it('and a firm that stands beside other words is none', () => {
    expect(marked('The spyware Pegasus is sold by the Israeli firm (NSO). Journalists were hacked.')).toEqual([
      'pegasus: Pegasus',
      'nso-group: NSO',
    ]);
  });
});
