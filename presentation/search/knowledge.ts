import type { Concept, Facts, Lexicon } from '../../data/facts.ts';
import { atOnce } from '../../matching/at-once.ts';
import type { Engine } from '../../matching/model.ts';
import type { SearchKnowledge } from './search.ts';

/** What a search knows that has the engine at hand. */
export function searchKnowledge({
  facts,
  lexicon,
  concepts,
  engine,
}: {
  facts: Facts;
  lexicon: Lexicon;
  concepts: readonly Concept[];
  engine: Engine;
}): Required<SearchKnowledge> {
  // A sentence is looked up in the affair, wherever it comes from: the engine reads it below a heading that names what it is about.
  const heading = lexicon.entities.flatMap(({ central, aliases: [first] }) => (central && first ? [first.text] : []));
  return {
    facts,
    aliases: lexicon.entities,
    concepts,
    matchSentence(sentence) {
      return atOnce(engine.link([engine.scan(heading.join(', ')), engine.scan(sentence)]))[1]!.matches;
    },
  };
}
