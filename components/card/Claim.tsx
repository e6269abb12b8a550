import { Fragment } from 'preact';
import { BasisNotes, Star, type Note } from './BasisNotes.tsx';
import type { ClaimView } from '../../presentation/card.ts';
import { SourceLine } from './SourceLine.tsx';
import { termKey } from '../../presentation/words.ts';
import { useWords } from '../words.ts';

interface Props {
  claim: ClaimView;
  /** The speaker above the statement, where two speakers stand side by side. */
  speakerFirst?: boolean;
  /** Where the statement leads, on a surface that has a page for each. */
  href?: string;
}

/** One statement: what, who, when, where it is recorded. */
export function Claim({ claim, speakerFirst = false, href }: Props) {
  const { text, t } = useWords();
  return (
    <div class="claim" data-claim={claim.id}>
      {speakerFirst && <Said claim={claim} />}
      <p class="statement">{href ? <a href={href}>{text(claim.statement)}</a> : text(claim.statement)}</p>
      {claim.quote && (
        <p class="quote" title={t('card_quote')}>
          <q lang={claim.quote.language}>{claim.quote.text}</q>
        </p>
      )}
      {!speakerFirst && <Said claim={claim} />}
      <div class="source">
        {claim.sources.map((source, i) => (
          <Fragment key={source.id}>
            {i > 0 && ' · '}
            <SourceLine source={source} />
          </Fragment>
        ))}{' '}
        <BasisNotes notes={notesOf(claim)} />
      </div>
    </div>
  );
}

function Said({ claim: { claimant, relayedBy, attitude, date: said, dateBasis } }: { claim: ClaimView }) {
  const { text, date, t } = useWords();
  return (
    <p class="said">
      <b>{text(claimant.name)}</b>
      {claimant.basis && <Star label="card_name_basis" basis={claimant.basis} />}
      {claimant.role && <span class="soft"> · {text(claimant.role)}</span>}
      {relayedBy.length > 0 && (
        <span class="soft">
          {' '}
          · {t('common_relayed', { names: relayedBy.map(({ name }) => text(name)).join(', ') })}
        </span>
      )}
      {' · '}
      {t(termKey('common_attitude', attitude))}
      {' · '}
      <time>{date(said)}</time>
      <Star label="card_date" basis={dateBasis} />
    </p>
  );
}

function notesOf({ claimant, dateBasis, sources }: ClaimView): Note[] {
  return [
    ...(claimant.basis ? [{ label: 'card_name_basis' as const, basis: claimant.basis }] : []),
    { label: 'card_date', basis: dateBasis },
    ...sources.flatMap(({ publisher, publishedBasis }): Note[] => [
      { label: 'card_publisher', basis: publisher.basis },
      { label: 'card_published', basis: publishedBasis },
    ]),
  ];
}
