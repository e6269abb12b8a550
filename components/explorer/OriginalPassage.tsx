import { Fragment } from 'preact';
import type { FactsClaim } from '../../data/facts.ts';
import { passageOf, type EvidencePlace } from '../../presentation/explorer/evidence-place.ts';
import { useWords } from '../words.ts';
import type { FactsSource } from './desk.ts';
import { useOriginals } from './originals.ts';

interface Props {
  source: FactsSource;
  span: FactsClaim['evidence'][number];
  place: EvidencePlace;
  /** Number of the sentence that is pointed out. */
  chosen: number | undefined;
}

/** The span itself among its neighbours, where the reader has brought the document; nothing otherwise. */
export function OriginalPassage({ source, span, place, chosen }: Props) {
  const { t } = useWords();
  const original = useOriginals().bySource.get(source.id);
  if (!original) return null;
  return (
    <figure class="passage">
      <blockquote lang={source.language} dir="auto">
        {passageOf(original.text, span, place).map(({ text, isEvidence, begins }, at) => (
          <Fragment key={at}>
            {begins !== null && <sup class={begins === chosen ? 'is-chosen' : undefined}>{begins}</sup>}
            {isEvidence ? <mark>{text}</mark> : text}
          </Fragment>
        ))}
      </blockquote>
      <figcaption>
        <b>
          <span aria-hidden="true">✓</span> {t('explorer_fingerprint_matches')}
        </b>{' '}
        <bdi class="soft">{original.name}</bdi>
      </figcaption>
    </figure>
  );
}
