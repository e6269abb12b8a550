import type { Facts } from '../../data/facts.ts';
import { DEFAULT_SETTINGS } from '../../platform/settings-values.ts';
import { cardModel } from '../../presentation/card.ts';
import { cardView } from '../../presentation/card-view.ts';
import { storyOf } from '../../presentation/explorer/story.ts';
import { Card } from '../card/Card.tsx';
import { useWords } from '../words.ts';
import { Sample, type PaintSample } from './Sample.tsx';

/** What a reader will meet: the most contested statement as a page would say it, marked, with its card and what the marks mean. */
export function WelcomeSample({ facts, paint }: { facts: Facts; paint: PaintSample }) {
  const { t, text } = useWords();
  const [chapter] = storyOf(facts);
  if (!chapter) return null;
  const { subject } = chapter;
  return (
    <div class="welcome-sample">
      <div>
        <Sample marks={DEFAULT_SETTINGS} paint={paint}>
          <p>
            <span data-match="contested">{text(subject.statement)}</span>
          </p>
        </Sample>
        <dl class="marks-legend">
          <div>
            <dt class="is-name">{t('welcome_legend_name')}</dt>
            <dd>{t('welcome_legend_name_about')}</dd>
          </div>
          <div>
            <dt class="is-contested">{t('welcome_legend_contested')}</dt>
            <dd>{t('welcome_legend_contested_about')}</dd>
          </div>
        </dl>
      </div>
      {/* A picture of the card: the example page has living ones. */}
      <div class="card-picture" inert aria-hidden="true">
        <Card view={cardView(cardModel(facts, { kind: 'claim', id: subject.id }), false)} />
      </div>
    </div>
  );
}
