import { viewsFor } from '../../presentation/card.ts';
import { Claim } from '../card/Claim.tsx';
import { Reason } from '../card/Reason.tsx';
import { RELATION_KINDS } from '../../data/relation-kinds.ts';
import { termKey } from '../../presentation/words.ts';
import { useWords } from '../words.ts';
import { CopyCitation } from './CopyCitation.tsx';
import { useDesk } from './desk.ts';
import { ExportMenu } from './ExportMenu.tsx';
import { Missing } from './Missing.tsx';

/** Two statements, and why they belong together. */
export function RelationPage({ id }: { id: string }) {
  const { t } = useWords();
  const { facts, linkTo, compareLink } = useDesk();
  const relation = facts.relations.find((other) => other.id === id);
  if (!relation) return <Missing id={id} />;
  const view = viewsFor(facts).relationView(relation, null);
  return (
    <article class="record" data-relation={id}>
      <p class="eyebrow">{t('explorer_relation')}</p>
      <h2 tabIndex={-1}>
        <span class="sign" aria-hidden="true">
          {RELATION_KINDS[relation.kind].sign}
        </span>{' '}
        {t(termKey('common_relation', relation.kind))}
      </h2>
      <p class="soft">{t(termKey('legend_relation', relation.kind))}</p>
      <div class="pair">
        {view.claims.map((claim) => (
          <Claim key={claim.id} claim={claim} href={linkTo('claim', claim.id)} speakerFirst />
        ))}
      </div>
      <Reason relation={view} />
      {relation.sameOrigin && <p class="soft">{t('explorer_same_origin')}</p>}
      <div class="actions">
        <a class="action" href={compareLink(view.claims[0].id, view.claims[1].id)}>
          {t('explorer_compare_these')}
        </a>
        <ExportMenu selected={relation.claims} />
      </div>
      <CopyCitation kind="relation" id={id} />
    </article>
  );
}
