import type { Facts } from '../../data/facts.ts';
import { storyOf } from '../../presentation/explorer/story.ts';
import { useWords } from '../words.ts';

/** How many of the statements against one a paragraph tells. */
const AGAINST = 2;

/** An invented article: contested statements of the fact base, told as a paper might. It is read and marked like any page. */
export function Example({ facts }: { facts: Facts }) {
  const { t, text } = useWords();
  const nameOf = (id: string) => text(facts.entities.find((entity) => entity.id === id)!.name);
  return (
    <main class="example">
      <p class="eyebrow">{t('example_label')}</p>
      <h1>{t('example_title')}</h1>
      <p class="soft">{t('example_about')}</p>
      {storyOf(facts).map(({ subject, against }) => (
        <p key={subject.id}>
          {[...against.slice(0, AGAINST).map(({ claim }) => claim), subject]
            .map(({ claimant, statement }) => t('example_said', { name: nameOf(claimant), statement: text(statement) }))
            .join(' ')}
        </p>
      ))}
    </main>
  );
}
