import type { FactsClaim } from '../../data/facts.ts';
import { viewsFor } from '../../presentation/card.ts';
import { termKey } from '../../presentation/words.ts';
import { useWords } from '../words.ts';
import { BasisLine } from './BasisLine.tsx';
import { useDesk } from './desk.ts';
import { NameLinks } from './NameLinks.tsx';

/** Who made a statement, through whom it came, of what kind it is, when, about whom, and its figures. */
export function ClaimDetails({ claim }: { claim: FactsClaim }) {
  const { t, text, date, language } = useWords();
  const { facts, entities } = useDesk();
  const { claimant, relayedBy = [], attitude, date: said, dateBasis, about, figures } = claim;
  const speaker = viewsFor(facts).claimView(claim).claimant;
  const number = new Intl.NumberFormat(language);
  return (
    <dl>
      <dt>{t('explorer_claimant')}</dt>
      <dd>
        <NameLinks ids={[claimant]} />
        {speaker.role && <span class="soft"> · {text(speaker.role)}</span>}
        <BasisLine label="card_name_basis" basis={entities.get(claimant)?.nameBasis} />
      </dd>
      {relayedBy.length > 0 && (
        <>
          <dt>{t('explorer_relayed')}</dt>
          <dd>
            <NameLinks ids={relayedBy} />
          </dd>
        </>
      )}
      <dt>{t('explorer_kind')}</dt>
      <dd>{t(termKey('common_attitude', attitude))}</dd>
      <dt>{t('explorer_when')}</dt>
      <dd>
        {date(said)}
        <BasisLine label="card_date" basis={dateBasis} />
      </dd>
      <dt>{t('explorer_entity')}</dt>
      <dd>
        <NameLinks ids={about} />
      </dd>
      {figures.length > 0 && (
        <>
          <dt>{t('explorer_figures')}</dt>
          <dd>
            {figures.map(({ value, counts }) => (
              <div key={`${value}-${counts.en}`}>
                <b>{number.format(value)}</b> {text(counts)}
              </div>
            ))}
          </dd>
        </>
      )}
    </dl>
  );
}
