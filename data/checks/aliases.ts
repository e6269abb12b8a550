import { foldText } from '../fold.ts';
import { ENTITIES, sayOf } from './say.ts';
import type { Check } from './say.ts';

/** An alias of two entities needs cues on both, and on each a cue that the other lacks; otherwise nothing tells them apart. */
export const sharedAliasesAreToldApart: Check = ({ entities }) => {
  const holders = Map.groupBy(
    entities.flatMap((entity) =>
      entity.aliases.map((alias) => ({ form: foldText(alias.text), text: alias.text, entity })),
    ),
    ({ form }) => form,
  );
  return [...holders.values()].flatMap((held) =>
    held.flatMap(({ entity, text }, at) => {
      const rivals = held
        .slice(at + 1)
        .filter((other) => other.entity.id !== entity.id && !toldApart(entity.cues, other.entity.cues));
      return rivals.map((rival) =>
        sayOf(ENTITIES, entity.id)(
          `the alias “${text}” is also one of ${rival.entity.id}, and no cues tell them apart`,
          'Give each of the two a cue that the other lacks, or drop the alias from one.',
        ),
      );
    }),
  );
};

function toldApart(one: string[], other: string[]): boolean {
  return one.some((cue) => !other.includes(cue)) && other.some((cue) => !one.includes(cue));
}
