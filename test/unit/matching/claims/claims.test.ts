import { describe, expect, it } from 'vitest';
import type { ClaimMatch } from '../../../../matching/model.ts';
import { judgeElsewhere } from '../../../../matching/claims/passages.ts';
import type { Passage } from '../../../../matching/claims/passages.ts';
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
      'Le ministère des Affaires étrangères confirme que NSO exploite neuf entités au Luxembourg.',
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

describe('a judge in the background', () => {
  const passage = (text: string): Passage => ({ text, mentions: [], before: [] });
  const match = (text: string): ClaimMatch => ({
    start: 0,
    end: text.length,
    text,
    claim: 'c',
    stance: 'restates',
    confidence: 0.9,
    stanceConfidence: 1,
  });
  const settled = () =>
    new Promise((resolve) => {
      setTimeout(resolve);
    });

  it('is asked once for each passage, and says when it knows more', async () => {
    const asked: string[] = [];
    let told = 0;
    const judge = judgeElsewhere(
      async (passages) => {
        asked.push(...passages.map(({ text }) => text));
        return passages.map(({ text }) => [match(text)]);
      },
      () => told++,
    );
    expect(judge([passage('a'), null])).toEqual([[], []]);
    await settled();
    expect(told).toBe(1);
    expect(judge([passage('a'), null])).toEqual([[match('a')], []]);
    judge([passage('a'), passage('b')]);
    await settled();
    // `b` may answer `a`, so both are sent
    expect(asked).toEqual(['a', 'a', 'b']);
  });

  it('is asked again after it gave no answer', async () => {
    let calls = 0;
    const judge = judgeElsewhere(
      async () => (calls++ === 0 ? null : [[match('a')]]),
      () => undefined,
    );
    judge([passage('a')]);
    await settled();
    judge([passage('a')]);
    await settled();
    expect(judge([passage('a')])).toEqual([[match('a')]]);
  });

  it('takes long pages in parts, and says so after the first and after the last', async () => {
    const asked: string[][] = [];
    const page = Array.from({ length: 650 }, (_, index) => passage(String(index)));
    const knownWhenTold: number[] = [];
    const judge = judgeElsewhere(
      async (passages) => {
        asked.push(passages.map(({ text }) => text));
        return passages.map(({ text }) => [match(text)]);
      },
      () => knownWhenTold.push(judge(page).filter(({ length }) => length > 0).length),
    );
    judge(page);
    await settled();
    expect(asked.every(({ length }) => length <= 201)).toBe(true);
    expect(new Set(asked.flat()).size).toBe(650);
    expect(asked.flat().length, 'one more for each part, which begins with what its first passage may answer').toBe(
      650 + asked.length - 1,
    );
    expect(knownWhenTold).toEqual([200, 650]);
  });

  it('shows what it was told before it gave no answer, and does not ask for ever', async () => {
    let calls = 0;
    const page = Array.from({ length: 650 }, (_, index) => passage(String(index)));
    const knownWhenTold: number[] = [];
    const judge = judgeElsewhere(
      async (passages) => (++calls > 2 ? null : passages.map(({ text }) => [match(text)])),
      () => knownWhenTold.push(judge(page).filter(({ length }) => length > 0).length),
    );
    judge(page);
    await settled();
    expect(knownWhenTold).toEqual([200, 399]);
    expect(calls).toBe(4);
  });

  it('goes on with the page as it is now, where it has changed while it was asked', async () => {
    const asked: string[][] = [];
    const judge = judgeElsewhere(
      async (passages) => {
        asked.push(passages.map(({ text }) => text));
        return passages.map(({ text }) => [match(text)]);
      },
      () => undefined,
    );
    judge([passage('a')]);
    judge([passage('b')]);
    await settled();
    expect(asked).toEqual([['a'], ['b']]);
    expect(judge([passage('b')])).toEqual([[match('b')]]);
  });
});
