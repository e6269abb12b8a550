import type { Facts } from '../../data/facts.ts';
import { reachOf } from '../../presentation/reach.ts';
import { useWords } from '../words.ts';
import type { PaintSample } from './Sample.tsx';
import { Section } from './Section.tsx';
import { WelcomeSample } from './WelcomeSample.tsx';
import { WelcomeSites, type WelcomeSitesProps } from './WelcomeSites.tsx';

interface Props extends WelcomeSitesProps {
  facts: Facts;
  paintSample: PaintSample;
}

/** What Bridle does, what it never does, and where it may do it. */
export function Welcome({ facts, paintSample, ...sites }: Props) {
  const { t, date } = useWords();
  const { reports, from, to } = reachOf(facts);
  return (
    <div class="page welcome">
      <header>
        <h1>Bridle</h1>
        <p class="lead">{t('welcome_lead')}</p>
        <p class="soft reach">{t('welcome_reach', { n: reports, from: date(from), to: date(to) })}</p>
      </header>
      <main>
        <Section id="does" title={t('welcome_does')}>
          <WelcomeSample facts={facts} paint={paintSample} />
          <p>{t('welcome_does_marks')}</p>
          <p>{t('welcome_does_card')}</p>
          <p>{t('welcome_does_search')}</p>
        </Section>
        <Section id="never" title={t('welcome_never')}>
          <p>
            <strong>{t('welcome_never_sends')}</strong> {t('welcome_never_asks')}
          </p>
          <p>{t('welcome_never_judges')}</p>
        </Section>
        <Section id="where" title={t('welcome_where')}>
          <p>{t('welcome_where_about')}</p>
          <WelcomeSites {...sites} />
          <p>
            {t('welcome_example_about')} <a href="/example.html">{t('welcome_example')}</a>
          </p>
        </Section>
        <Section id="later" title={t('welcome_later')}>
          <p>{t('welcome_later_about')}</p>
          <p>
            <a href="/options.html">{t('welcome_options')}</a>
          </p>
        </Section>
      </main>
    </div>
  );
}
