import { viewsFor } from '../../presentation/card.ts';
import type { Chapter } from '../../presentation/explorer/story.ts';
import { reachOf } from '../../presentation/reach.ts';
import { termKey } from '../../presentation/words.ts';
import { Claim } from '../card/Claim.tsx';
import { Reason } from '../card/Reason.tsx';
import { RelationHeading } from '../card/RelationHeading.tsx';
import { useWords } from '../words.ts';
import { useDesk } from './desk.ts';
import { PairAxis } from './PairAxis.tsx';

/** The contradictions, told one after the other. */
export function Story({ chapters }: { chapters: Chapter[] }) {
  const { t, text, date } = useWords();
  const { facts, nameOf } = useDesk();
  const { reports, from, to } = reachOf(facts);
  const count = chapters.reduce((sum, { against }) => sum + against.length, 0);
  return (
    <div class="story">
      <div class="opening">
        <p class="lead">{t('explorer_story_lead', { n: count, reports, from: date(from), to: date(to) })}</p>
        <p class="soft">{t('explorer_story_about', { date: date(facts.endsOn) })}</p>
      </div>
      <nav aria-label={t('explorer_story_contents')}>
        <ol class="contents">
          {chapters.map(({ subject, against }) => (
            <li key={keyOf({ subject, against })}>
              <a href={`#${keyOf({ subject, against })}`}>
                <b>{nameOf(subject.claimant)}</b> {text(subject.statement)}
              </a>{' '}
              <span class="soft">{t('explorer_against', { n: against.length })}</span>
            </li>
          ))}
        </ol>
      </nav>
      {chapters.map((chapter, at) => (
        <ChapterOf key={keyOf(chapter)} chapter={chapter} number={at + 1} />
      ))}
    </div>
  );
}

/** A statement can stand in a chapter of its own and again in a pair. */
const keyOf = ({ subject, against }: Chapter): string =>
  against.length > 1 ? `on-${subject.id}` : `on-${against[0]!.relation.id}`;

function ChapterOf({ chapter, number }: { chapter: Chapter; number: number }) {
  const { t, text } = useWords();
  const { facts, linkTo, compareLink, nameOf } = useDesk();
  const { subject, against } = chapter;
  const kind = against[0]!.relation.kind;
  const subjectView = viewsFor(facts).claimView(subject);
  return (
    <section class="chapter" id={keyOf(chapter)} aria-labelledby={`${keyOf(chapter)}-title`}>
      <h3 id={`${keyOf(chapter)}-title`}>
        <span class="number">{number}</span>{' '}
        {against.length > 1
          ? t('explorer_chapter_many', { name: nameOf(subject.claimant), n: against.length })
          : against[0]!.claim.claimant === subject.claimant
            ? nameOf(subject.claimant)
            : t('explorer_chapter_pair', {
                first: nameOf(subject.claimant),
                second: nameOf(against[0]!.claim.claimant),
              })}
      </h3>
      <div class="facing">
        <div class="subject">
          <Claim claim={subjectView} href={linkTo('claim', subject.id)} speakerFirst />
        </div>
        <div class="against">
          <RelationHeading kind={kind} />
          <p class="soft">{t(termKey('legend_relation', kind))}</p>
          <ol>
            {against.map(({ relation, claim }) => {
              const view = viewsFor(facts).relationView(relation, subject.id);
              return (
                <li key={relation.id} data-relation={relation.id}>
                  <Claim claim={view.claims[1]} href={linkTo('claim', claim.id)} speakerFirst />
                  <PairAxis subject={subject} claim={claim} />
                  <Reason relation={view} />
                  <p class="more-links">
                    <a
                      href={linkTo('relation', relation.id)}
                      aria-label={`${t('explorer_open_relation')}: ${text(relation.reason)}`}
                    >
                      {t('explorer_open_relation')}
                    </a>{' '}
                    ·{' '}
                    <a
                      href={compareLink(subject.id, claim.id)}
                      aria-label={`${t('explorer_compare_these')}: ${text(relation.reason)}`}
                    >
                      {t('explorer_compare_these')}
                    </a>
                  </p>
                </li>
              );
            })}
          </ol>
        </div>
      </div>
    </section>
  );
}
