import { Fragment } from 'preact';
import type { ClaimView, NameView } from '../../presentation/card.ts';
import { termKey } from '../../presentation/words.ts';
import { useWords } from '../words.ts';
import { Star, type Note } from './BasisNotes.tsx';
import { SourceLine } from './SourceLine.tsx';

interface Props {
  claim: ClaimView;
  /** Whether the statement is the title of the card. */
  isHead?: boolean;
  /** Whether another stands beside it, and there is half the room. */
  isBrief?: boolean;
  onOpen?: ((entity: string) => void) | undefined;
}

/** A statement in few lines: what, who, when, where it is recorded. */
export function CardClaim({ claim, isHead = false, isBrief = false, onOpen }: Props) {
  const { text, date, t } = useWords();
  const { claimant, relayedBy, attitude, sources } = claim;
  return (
    <div class="claim" data-claim={claim.id}>
      {isHead ? <h2 class="statement">{text(claim.statement)}</h2> : <p class="statement">{text(claim.statement)}</p>}
      {claim.quote && (
        <p class="quote" title={t('card_quote')}>
          <q lang={claim.quote.language}>{claim.quote.text}</q>
        </p>
      )}
      <p class="said">
        <Name name={claimant} onOpen={onOpen} />
        {claimant.basis && <Star label="card_name_basis" basis={claimant.basis} />}
        {claimant.role && `, ${text(claimant.role)}`}
        {attitude !== 'states' && ` · ${t(termKey('common_attitude', attitude))}`}
        {' · '}
        <time>{date(claim.date)}</time>
        <Star label="card_date" basis={claim.dateBasis} />
      </p>
      <p class="source">
        {relayedBy.length > 0 &&
          `${t('common_relayed', { names: relayedBy.map(({ name }) => text(name)).join(', ') })} · `}
        {sources.map((source, i) => (
          <Fragment key={source.id}>
            {i > 0 && ' · '}
            <SourceLine source={source} isBrief={isBrief} />
          </Fragment>
        ))}
      </p>
    </div>
  );
}

function Name({ name: { id, name }, onOpen }: { name: NameView; onOpen: Props['onOpen'] }) {
  const { text } = useWords();
  if (!onOpen) return <b>{text(name)}</b>;
  return (
    <button type="button" class="name" onClick={() => onOpen(id)}>
      {text(name)}
    </button>
  );
}

export function notesOfClaim({ claimant, dateBasis, sources }: ClaimView, isBrief: boolean): Note[] {
  return [
    ...(claimant.basis ? [{ label: 'card_name_basis' as const, basis: claimant.basis }] : []),
    { label: 'card_date', basis: dateBasis },
    ...sources.flatMap(({ publisher, publishedBasis }): Note[] => [
      { label: 'card_publisher', basis: publisher.basis },
      ...(isBrief ? [] : [{ label: 'card_published' as const, basis: publishedBasis }]),
    ]),
  ];
}
