import { useId, useState } from 'preact/hooks';
import type { FactsClaim } from '../../data/facts.ts';
import { placeOf, type PlacedSentence } from '../../presentation/explorer/evidence-place.ts';
import { termKey } from '../../presentation/words.ts';
import { useWords } from '../words.ts';
import { useDesk, type FactsSource } from './desk.ts';
import { OriginalPassage } from './OriginalPassage.tsx';

interface Props {
  claim: FactsClaim;
  source: FactsSource;
  span: FactsClaim['evidence'][number];
}

/** One span of evidence among the sentences of its document, and what was taken from each of them. */
export function EvidencePlace({ claim, source, span }: Props) {
  const { t } = useWords();
  const { facts, documents } = useDesk();
  const document = documents[source.id];
  const place = document && placeOf(span, document, facts.claims);
  const [chosen, setChosen] = useState(place?.first);
  const sentence = place?.around.find(({ number }) => number === chosen);
  return (
    <li class="evidence">
      <p class="soft">
        {place && (
          <b>
            {place.first === place.last
              ? t('explorer_sentence', { number: place.first, of: place.of })
              : t('explorer_sentences', { first: place.first, last: place.last, of: place.of })}
          </b>
        )}{' '}
        {t('explorer_characters', { from: span.start, to: span.end, length: document?.length ?? 0 })}
      </p>
      {span.quote && (
        <p>
          <q lang={source.language}>{span.quote}</q>
        </p>
      )}
      {place && <SentenceStrip around={place.around} of={place.of} chosen={chosen} onChoose={setChosen} />}
      {sentence && <Taken sentence={sentence} claim={claim.id} />}
      {place && <OriginalPassage source={source} span={span} place={place} chosen={chosen} />}
    </li>
  );
}

interface StripProps {
  around: PlacedSentence[];
  /** How many sentences the document has. */
  of: number;
  chosen: number | undefined;
  onChoose(number: number): void;
}

/** The numbers of the neighbours in a row, one of them chosen; dots where the document goes on. */
function SentenceStrip({ around, of, chosen, onChoose }: StripProps) {
  const { t } = useWords();
  const name = useId();
  return (
    <fieldset class="neighbours">
      <legend class="unseen">{t('explorer_around')}</legend>
      {around[0]!.number > 1 && <span aria-hidden="true">…</span>}
      {around.map(({ number, claims, none, isEvidence }) => (
        <label key={number} class={`${isEvidence ? 'is-evidence' : ''} ${claims.length > 0 ? '' : 'is-silent'}`}>
          <input
            type="radio"
            class="unseen"
            name={name}
            checked={number === chosen}
            aria-label={`${t('explorer_sentence', { number, of })}: ${
              none ? t(termKey('explorer_none', none)) : t('explorer_claims', { n: claims.length })
            }`}
            onChange={() => onChoose(number)}
          />
          {number}
        </label>
      ))}
      {around.at(-1)!.number < of && <span aria-hidden="true">…</span>}
    </fieldset>
  );
}

/** What Bridle took from a sentence: the statements, or why there is none. */
function Taken({ sentence: { number, claims, none }, claim }: { sentence: PlacedSentence; claim: string }) {
  const { t, text, date } = useWords();
  const { claims: records, linkTo, nameOf } = useDesk();
  const others = claims.filter((id) => id !== claim).flatMap((id) => records.get(id) ?? []);
  return (
    <div class="taken" aria-live="polite">
      <p class="soft">{t('explorer_taken', { number })}</p>
      {none && <p>{t('explorer_no_statement', { reason: t(termKey('explorer_none', none)) })}</p>}
      <ul>
        {claims.includes(claim) && <li>{t('explorer_this_statement')}</li>}
        {others.map(({ id, statement, claimant, relayedBy = [], date: said }) => (
          <li key={id}>
            <a href={linkTo('claim', id)}>{text(statement)}</a>{' '}
            <span class="soft">
              {nameOf(claimant)}
              {relayedBy.length > 0 && ` · ${t('common_relayed', { names: relayedBy.map(nameOf).join(', ') })}`} ·{' '}
              {date(said)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
