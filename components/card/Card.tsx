import { useState } from 'preact/hooks';
import { Against } from './Against.tsx';
import { BasisNotes, Star, type Note } from './BasisNotes.tsx';
import type { CardModel } from '../../presentation/card.ts';
import { Claim } from './Claim.tsx';
import { MoreButton } from './MoreButton.tsx';
import { Pair } from './Pair.tsx';
import { useWords } from '../words.ts';
import { WrongMatch, type Muting } from './WrongMatch.tsx';

interface Props {
  model: CardModel;
  /** Where the card stands on a page; absent where it was looked up. */
  muting?: Muting | undefined;
  /** Closes a card that lies over a page. */
  onClose?: (() => void) | undefined;
}

const PAIRS_OPEN = 3;

/** What is known about one entity, with what matters for the sentence first. */
export function Card({ model, muting, onClose }: Props) {
  const { t, date, language } = useWords();
  const { matches, relations, rest, restOpen } = model;
  const [pairsShown, setPairsShown] = useState(PAIRS_OPEN);
  const [restShown, setRestShown] = useState(restOpen);
  const empty = matches.length + relations.length + rest.length === 0;
  return (
    <div
      class="bridle card"
      dir="ltr"
      lang={language}
      role={onClose ? 'dialog' : 'region'}
      aria-label={t('card_label', { name: useName(model) })}
    >
      <Head model={model} onClose={onClose} />
      {model.doubtful && <Doubt {...model.doubtful} />}
      {matches.map(({ claim, stance, against }) => (
        <section key={claim.id} class="first">
          <div>
            {stance && <h3 class="eyebrow">{t(`card_stance_${stance}`)}</h3>}
            <Claim claim={claim} />
          </div>
          {against.length > 0 && <Against relations={against} />}
        </section>
      ))}
      {relations.length > 0 && (
        <section>
          {relations.slice(0, pairsShown).map((relation) => (
            <Pair key={relation.id} relation={relation} />
          ))}
          <MoreButton
            hidden={relations.length - pairsShown}
            more="card_more_relations"
            extra={relations.length > PAIRS_OPEN}
            onToggle={(open) => setPairsShown(open ? relations.length : PAIRS_OPEN)}
          />
        </section>
      )}
      {rest.length > 0 && (
        <section>
          {restShown > 0 && (
            <>
              <h3 class="eyebrow">{t(matches.length + relations.length > 0 ? 'card_claims_rest' : 'card_claims')}</h3>
              <ul class="claims">
                {rest.slice(0, restShown).map((claim) => (
                  <li key={claim.id}>
                    <Claim claim={claim} />
                  </li>
                ))}
              </ul>
            </>
          )}
          <MoreButton
            hidden={rest.length - restShown}
            more="card_more_claims"
            extra={rest.length > restOpen}
            onToggle={(open) => setRestShown(open ? rest.length : restOpen)}
          />
        </section>
      )}
      {empty && (
        <section>
          <p class="soft">{t('card_nothing')}</p>
        </section>
      )}
      <footer>
        <span>{t('common_ends', { date: date(model.endsOn) })}</span>
        {muting && <WrongMatch {...muting} />}
      </footer>
    </div>
  );
}

function Head({ model: { entity, role, holder }, onClose }: { model: CardModel; onClose: Props['onClose'] }) {
  const { t, text, date } = useWords();
  if (!entity) return null;
  const notes: Note[] = [
    ...(entity.nameBasis ? [{ label: 'card_name_basis' as const, basis: entity.nameBasis }] : []),
    ...(role ? [{ label: 'card_role' as const, basis: role.basis }] : []),
    ...(holder ? [{ label: 'card_name_basis' as const, basis: holder.basis }] : []),
  ];
  return (
    <header>
      <p class="eyebrow">{t(`common_kind_${entity.kind}`)}</p>
      {onClose && (
        <button type="button" class="close" aria-label={t('card_close')} onClick={onClose}>
          ×
        </button>
      )}
      <h2>
        {text(entity.name)}
        {entity.nameBasis && <Star label="card_name_basis" basis={entity.nameBasis} />}
      </h2>
      {role && (
        <p class="role">
          {t('card_role_at', { role: text(role.title), date: date(role.dates) })}
          <Star label="card_role" basis={role.basis} />
        </p>
      )}
      {holder && (
        <p class="role">
          {t('card_holder', { name: holder.name })}
          <Star label="card_name_basis" basis={holder.basis} />
        </p>
      )}
      {!role && <p class="about">{text(entity.description)}</p>}
      <BasisNotes notes={notes} />
    </header>
  );
}

/** Says that the match is doubtful, and what spoke for it. */
function Doubt({ alias, cues }: { alias: string; cues: string[] }) {
  const { t, language } = useWords();
  const list = new Intl.ListFormat(language, { type: 'unit' }).format(cues);
  return (
    <p class="doubtful">
      <span class="sign" aria-hidden="true">
        ?
      </span>
      <strong>{t('card_doubtful')}</strong>
      {cues.length > 0 ? t('card_doubtful_cues', { alias, cues: list }) : t('card_doubtful_none', { alias })}
    </p>
  );
}

function useName({ entity }: CardModel): string {
  const { text } = useWords();
  return entity ? text(entity.name) : 'Bridle';
}
