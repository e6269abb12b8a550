import { localeOf } from '../../data/languages.ts';
import { readableHost } from '../../presentation/host-name.ts';
import type { JournalPage, JournalStatement } from '../../presentation/journal/journal-pages.ts';
import { factsAddress } from '../../presentation/search/suggestions.ts';
import { Section } from '../options/Section.tsx';
import { usePortions } from '../use-portions.ts';
import { useWords } from '../words.ts';

/** A day stands in the margin, beside it the pages that were met. */
export function JournalDays({ pages }: { pages: JournalPage[] }) {
  const { language } = useWords();
  const drawn = usePortions(pages, 0);
  const format = new Intl.DateTimeFormat(localeOf(language), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });
  return (
    <>
      {[...Map.groupBy(pages.slice(0, drawn), ({ day }) => day)].map(([day, sameDay]) => (
        <Section key={day} id={`day-${day}`} title={format.format(sameDay[0]!.firstAt)}>
          {sameDay.map((page) => (
            <Page key={page.key} page={page} />
          ))}
        </Section>
      ))}
    </>
  );
}

function Page({ page: { firstAt, address, host, title, statements } }: { page: JournalPage }) {
  const { language } = useWords();
  const time = new Intl.DateTimeFormat(localeOf(language), { timeStyle: 'short' }).format(firstAt);
  return (
    <article>
      <h3>
        <a href={address} target="_blank" rel="noopener noreferrer">
          <bdi>{title}</bdi>
        </a>
      </h3>
      <p class="soft">
        <bdi>{readableHost(host)}</bdi> · <time dateTime={firstAt.toISOString()}>{time}</time>
      </p>
      <ul>
        {statements.map((statement) => (
          <li key={statement.entry.claim}>
            <Statement statement={statement} />
          </li>
        ))}
      </ul>
    </article>
  );
}

function Statement({ statement: { entry, claim, claimant } }: { statement: JournalStatement }) {
  const { t, text, date } = useWords();
  return (
    <>
      <p>
        <b>{t(`journal_stance_${entry.stance}`)}</b>{' '}
        {claim ? (
          <a href={factsAddress({ claim: claim.id })} target="_blank">
            {text(claim.statement)}
          </a>
        ) : (
          t('journal_unknown_claim', { id: entry.claim })
        )}
      </p>
      <p class="soft">
        {claim && claimant && `${text(claimant)}, ${date(claim.date)}`}
        {entry.kinds.map((kind) => (
          <span key={kind} class="kind">
            {t(`journal_kind_${kind}`)}
          </span>
        ))}
      </p>
    </>
  );
}
