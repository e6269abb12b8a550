/** What a reader can send where a card is wrong: which record it is of, what led to it, and which version says so. */
import type { Subject } from './card.ts';
import type { Words } from './words.ts';

/** Ends with the label of the page's address, which follows as far as the reader wants to tell it. Of the page's text it holds the name alone. */
export function reportOf(subject: Subject, version: string, endsOn: string, { t, date }: Words): string {
  const facts =
    subject.kind === 'place'
      ? placeLines(subject.target, t)
      : [`${t('card_report_record')} ${subject.kind} ${subject.id}`];
  return [
    `${t('card_report_wrong')} `,
    '',
    ...facts,
    `Bridle ${version} · ${t('common_ends', { date: date(endsOn) })}`,
    `${t('card_report_address')} `,
  ].join('\n');
}

function placeLines({ mention, matches }: Extract<Subject, { kind: 'place' }>['target'], t: Words['t']): string[] {
  return [
    ...(mention ? [`${t('card_report_alias')} “${mention.alias}” → ${mention.entity}`] : []),
    ...(mention && mention.cues.length > 0 ? [`${t('card_report_cues')} ${mention.cues.join(', ')}`] : []),
    ...matches.map(({ claim, stance }) => `${t(`card_stance_${stance}`)}: ${claim}`),
  ];
}
