/** A lexicon and facts of any size about nobody, for what a larger fact base would cost. */
import type { Facts, Lexicon, Text } from '../data/facts.ts';
import { seeded } from './pages.ts';

const SYLLABLES =
  'ba be bo da de do fa fe ga go ha he ka ke ko la le lo ma me mo na ne no pa pe ra re ro sa se so ta te to va ve wa za'.split(
    ' ',
  );

/** A lexicon like the given one with so many aliases more, two words each, of invented persons. */
export function withAliases({ entities, ...rest }: Lexicon, count: number): Lexicon {
  const random = seeded(7);
  const perEntity = 5;
  const invented = Array.from({ length: Math.ceil(count / perEntity) }, (_, index) => ({
    id: `invented-${index}`,
    kind: 'person' as const,
    aliases: Array.from({ length: perEntity }, () => ({
      text: `${name(random)} ${name(random)}`,
      needs: 'affair' as const,
      kind: 'full' as const,
    })),
    cues: [],
    traps: [],
    others: [],
  }));
  return { ...rest, entities: [...entities, ...invented] };
}

/** The given facts with so many claims more. */
export function withClaims(facts: Facts, count: number): Facts {
  const random = seeded(11);
  const words = facts.claims.flatMap(({ statement }) => statement.en.split(' '));
  const claimants = facts.entities.map(({ id }) => id);
  const text = (length: number): string =>
    Array.from({ length }, () => words[Math.floor(random() * words.length)]!).join(' ');
  const invented = Array.from({ length: count }, (_, index): Facts['claims'][number] => {
    const statement: Text = { en: text(14), fr: text(14), de: text(14) };
    return {
      ...facts.claims[0]!,
      id: `invented-${index}`,
      statement,
      claimant: claimants[index % claimants.length]!,
      evidence: [],
      figures: [],
    };
  });
  return { ...facts, claims: [...facts.claims, ...invented], relations: [] };
}

function name(random: () => number): string {
  const syllables = Array.from(
    { length: 3 + Math.floor(random() * 2) },
    () => SYLLABLES[Math.floor(random() * SYLLABLES.length)]!,
  );
  const word = syllables.join('');
  return word[0]!.toUpperCase() + word.slice(1);
}
