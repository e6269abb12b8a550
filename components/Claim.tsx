import { Fragment } from 'preact';
import type { ClaimView, NameView } from './card-model.ts';
import { BasisNote } from './BasisNote.tsx';
import { SourceLine } from './SourceLine.tsx';
import { termKey, useWords } from './words.ts';

interface Props {
  claim: ClaimView;
  /** The speaker above the statement, where two speakers stand side by side. */
  speakerFirst?: boolean;
}

/** One statement: what, who, when, where it is recorded. */
export function Claim({ claim, speakerFirst = false }: Props) {
  const { text, date, t } = useWords();
  const said = (
    <p class="said">
      <Name name={claim.claimant} />
      {' · '}
      {t(termKey('common_attitude', claim.attitude))}
      {' · '}
      <time>{date(claim.date)}</time> <BasisNote basis={claim.dateBasis} label="card_date" />
      {claim.relayedBy.length > 0 && (
        <span class="soft"> · {t('card_relayed', { names: claim.relayedBy.map(({ name }) => text(name)).join(', ') })}</span>
      )}
    </p>
  );
  return (
    <div class="claim" data-claim={claim.id}>
      {speakerFirst && said}
      <p class="statement">{text(claim.statement)}</p>
      {claim.quote && (
        <p class="quote" title={t('card_quote')}>
          <q lang={claim.quote.language}>{claim.quote.text}</q>
        </p>
      )}
      {!speakerFirst && said}
      <p class="source">
        {claim.sources.map((source, i) => (
          <Fragment key={source.id}>
            {i > 0 && ' · '}
            <SourceLine source={source} />
          </Fragment>
        ))}
      </p>
    </div>
  );
}

function Name({ name }: { name: NameView }) {
  const { text } = useWords();
  return (
    <>
      <b>{text(name.name)}</b>
      {name.basis && (
        <>
          {' '}
          <BasisNote basis={name.basis} label="card_name_basis" />
        </>
      )}
    </>
  );
}
