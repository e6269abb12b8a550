import { describe, expect, it } from 'vitest';
import { marked, mentionsOf } from '../engine.ts';

/** A paragraph that makes the page one of the affair, and whose own marks are left out below. */
const affair = 'The spyware Pegasus is sold by NSO Group.';
const own = marked(affair).length;
const inAffair = (text: string): string[] => marked(affair, text).slice(own);

describe('forms in which a name is read', () => {
  it.each([
    ['elision', 'La lettre d’Asselborn est arrivée hier.', 'jean-asselborn: Asselborn'],
    ['possessive', 'Nobody saw NSO’s letter about the spyware.', 'nso-group: NSO'],
    ['straight possessive', "Nobody saw NSO's letter about the spyware.", 'nso-group: NSO'],
    ['German genitive', 'Asselborns Brief kam gestern an.', 'jean-asselborn: Asselborn'],
    ['compound', 'Die NSO-Gruppe schwieg.', 'nso-group: NSO-Gruppe'],
    ['compound of the name with a noun', 'Die Pegasus-Affäre zieht Kreise.', 'pegasus: Pegasus'],
    ['slash', 'The spyware maker NSO/Group said nothing.', 'nso-group: NSO/Group'],
    ['hashtag', 'Read more: #NSOGroup', 'nso-group: NSOGroup'],
    ['capitals', 'JEAN ASSELBORN WAS SILENT', 'jean-asselborn: JEAN ASSELBORN'],
    ['soft hyphen', 'Herr Assel\u00adborn schwieg.', 'jean-asselborn: Assel\u00adborn'],
    ['no-break space', 'Jean\u00a0Asselborn se tait.', 'jean-asselborn: Jean\u00a0Asselborn'],
    ['line break', 'Jean\nAsselborn se tait.', 'jean-asselborn: Jean\nAsselborn'],
    ['no diacritics or others', 'Le Projet Pégasus continue.', 'pegasus-project: Projet Pégasus'],
    ['ending after an apostrophe', 'NSO’nun casus yazılımı', 'nso-group: NSO'],
    ['Slavic case', 'Rozmawiano z Macronem o podsłuchach.', 'emmanuel-macron: Macron'],
    ['Arabic prefix', 'قال الباحثون إن برنامج التجسس لبيغاسوس', 'pegasus: بيغاسوس'],
    ['Hebrew prefix', 'תוכנת הריגול לפגסוס', 'pegasus: פגסוס'],
    ['swapped', 'Présents : ASSELBORN Jean', 'jean-asselborn: ASSELBORN Jean'],
    ['full stops', 'The spyware firm N.S.O. said nothing.', 'nso-group: N.S.O.'],
    ['near spelling', 'Jean Assleborn se tait.', 'jean-asselborn: Jean Assleborn'],
    ['near spelling of a first name', 'Emanuel Macron se tait.', 'emmanuel-macron: Emanuel Macron'],
    ['words run together', 'Frontline Defenders reported it.', 'front-line-defenders: Frontline Defenders'],
  ])('%s', (_, text, expected) => {
    expect(inAffair(text)).toContain(expected);
  });

  it('says how far a near spelling is off, and which alias it is', () => {
    const mention = mentionsOf(affair, 'Jean Assleborn se tait.').at(-1);
    expect(mention).toMatchObject({ alias: 'Jean Asselborn', distance: 1 });
  });
});

describe('places in which a name is left alone', () => {
  it.each([
    ['part of a word', 'The ransomware and the consenso of Mansoor'],
    ['an identifier', 'The file com.apple.mail and user@nso.example and www.pegasus.example'],
    ['another bearer', 'Brigitte Macron and Hunter Biden came; so did Valentino Gantz and Valentino Asselborn.'],
    ['another paper', 'Le Monde diplomatique wrote about it.'],
    ['a picture’s credit', 'Photo: Reuters'],
    ['a byline', 'PARIS (Reuters) – It rained.'],
    ['a share button', 'Share on WhatsApp'],
  ])('%s', (_, text) => {
    expect(inAffair(text)).toEqual([]);
  });

  it('marks an agency that somebody speaks to', () => {
    expect(inAffair('An aide told Reuters that it would take weeks.')).toEqual(['reuters: Reuters']);
  });
});
