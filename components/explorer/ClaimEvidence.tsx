import type { FactsClaim } from '../../data/facts.ts';
import { SourceLine } from '../card/SourceLine.tsx';
import { useWords } from '../words.ts';
import { BasisLine } from './BasisLine.tsx';
import { useDesk, type FactsSource } from './desk.ts';
import { EvidencePlace } from './EvidencePlace.tsx';
import { OriginalDrop } from './OriginalDrop.tsx';
import { PositionBar } from './PositionBar.tsx';

/** Where in its sources a statement stands. */
export function ClaimEvidence({ claim }: { claim: FactsClaim }) {
  const { t } = useWords();
  const { sources } = useDesk();
  const recording = claim.recordedBy.flatMap((id) => sources.get(id) ?? []);
  return (
    <section aria-labelledby="evidence">
      <h3 id="evidence">{t('explorer_in_sources')}</h3>
      {recording.map((source) => (
        <InSource key={source.id} claim={claim} source={source} />
      ))}
      <OriginalDrop expected={recording} />
    </section>
  );
}

function InSource({ claim, source }: { claim: FactsClaim; source: FactsSource }) {
  const { linkTo } = useDesk();
  const spans = claim.evidence.filter((span) => span.source === source.id);
  return (
    <div class="in-source">
      <p>
        <a href={linkTo('source', source.id)} lang={source.language}>
          {source.title.text}
        </a>
      </p>
      <p class="soft">
        <SourceLine source={source} />
      </p>
      <PositionBar source={source.id} spans={spans} />
      <ul>
        {spans.map((span) => (
          <EvidencePlace key={span.start} claim={claim} source={source} span={span} />
        ))}
      </ul>
      <BasisLine label="card_publisher" basis={source.publisher.basis} />
      <BasisLine label="card_published" basis={source.publishedBasis} />
    </div>
  );
}
