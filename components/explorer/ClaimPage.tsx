import { useWords } from '../words.ts';
import { ClaimDetails } from './ClaimDetails.tsx';
import { ClaimEvidence } from './ClaimEvidence.tsx';
import { ClaimRelations } from './ClaimRelations.tsx';
import { CopyCitation } from './CopyCitation.tsx';
import { useDesk } from './desk.ts';
import { ExportMenu } from './ExportMenu.tsx';
import { Missing } from './Missing.tsx';

/** One statement with all that is known of it. */
export function ClaimPage({ id }: { id: string }) {
  const { t, text } = useWords();
  const { claims, compareLink } = useDesk();
  const claim = claims.get(id);
  if (!claim) return <Missing id={id} />;
  return (
    <article class="record" data-claim={id}>
      <p class="eyebrow">{t('common_kind_claim')}</p>
      <h2 tabIndex={-1} class="statement">
        {text(claim.statement)}
      </h2>
      <ClaimDetails claim={claim} />
      <ClaimEvidence claim={claim} />
      <ClaimRelations id={id} />
      <div class="actions">
        <a class="action" href={compareLink(id, '')}>
          {t('explorer_compare')}
        </a>
        <ExportMenu selected={[id]} />
      </div>
      <CopyCitation kind="claim" id={id} />
    </article>
  );
}
