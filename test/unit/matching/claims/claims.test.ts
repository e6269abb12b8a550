import { describe, expect, it } from 'vitest';
import { matchesOf } from '../engine.ts';

const affair = 'The spyware Pegasus is sold by NSO Group.';
const claimsOf = (...paragraphs: string[]): string[] =>
  matchesOf(affair, ...paragraphs).map(({ claim, stance }) => `${stance} ${claim}`);

describe('a sentence is matched with the claim that it repeats', () => {
  it.each([
    [
      'in English',
      'The foreign ministry says that NSO runs nine entities in Luxembourg.',
      'foreign-ministry-nine-entities',
    ],
    [
      'in French',
      'Le ministère des Affaires étrangères reconnaît que NSO compte neuf entités au Luxembourg.',
      'foreign-ministry-nine-entities',
    ],
    [
      'in German',
      'Neun Gesellschaften betreibt NSO in Luxemburg, bestätigt das Außenministerium.',
      'foreign-ministry-nine-entities',
    ],
    ['with its figure in words', 'Die Liste der NSO umfasst fünfzigtausend mögliche Ziele.', 'paperjam-list-of-50000'],
  ])('%s', (_, sentence, claim) => {
    expect(claimsOf(sentence)).toContain(`restates ${claim}`);
  });

  it('and with one that it disputes', () => {
    expect(
      claimsOf('It is not true that NSO runs nine entities in Luxembourg, as the foreign ministry says.'),
    ).toContain('disputes foreign-ministry-nine-entities');
  });

  it('and a denial with the claim that it tells again', () => {
    expect(claimsOf('The company denied that its software was used against human rights defenders.')).toContain(
      'restates nso-denies-targeting-of-defenders',
    );
  });

  it('the denial that a claim tells of is none of who tells it again', () => {
    expect(claimsOf('Jean Asselborn said that the government was unable to verify what NSO Group denies.')).toContain(
      'restates asselborn-cannot-verify-denials',
    );
  });

  it.each([
    ['the same names and figure', 'NSO will hear nine witnesses, and Luxembourg is rainy.'],
    ['the same name', 'NSO did not reply before this paper went to press.'],
    ['another topic', 'Asselborn answered two further questions about fishing quotas.'],
  ])('but not with one that it merely shares %s with', (_, sentence) => {
    expect(claimsOf(sentence)).toEqual([]);
  });

  it('and nothing is matched on a page of something else', () => {
    expect(matchesOf('The ministry confirms that the orchestra runs nine entities in Luxembourg.')).toEqual([]);
  });
});
