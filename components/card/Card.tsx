import type { ComponentChildren } from 'preact';
import type { CardView } from '../../presentation/card-view.ts';
import { useWords } from '../words.ts';
import { BasisNotes, Star, type Note } from './BasisNotes.tsx';
import { CardClaim, notesOfClaim } from './CardClaim.tsx';
import { CloseSign, PinSign } from './signs.tsx';
import { Reason } from './Reason.tsx';
import { RelationHeading } from './RelationHeading.tsx';

export interface CardProps {
  view: CardView;
  /** Opens the card of an entity in place of this one. */
  onOpen?: ((entity: string) => void) | undefined;
  /** Leads back to the card that this one was opened from. */
  onBack?: (() => void) | undefined;
  /** Closes a card that lies over a page. */
  onClose?: (() => void) | undefined;
  /** Whether the card stays until it is closed; absent where it always does. */
  pin?: { isPinned: boolean; onPin(isPinned: boolean): void } | undefined;
  /** Stands in small print beside the notes. */
  fine?: ComponentChildren;
  /** The ways on, below all else. */
  children?: ComponentChildren;
}

/** One statement and what stands against it, or who somebody is. About as much as is read at a glance. */
export function Card({ view, onOpen, onBack, onClose, pin, fine, children }: CardProps) {
  const { t, text, date, language } = useWords();
  const { entity, claims, doubtful, headedBy, endsOn } = view;
  const name = entity ? text(entity.name) : 'Bridle';
  const onKeyDown = (event: KeyboardEvent) => {
    if (!onBack || !isBackKey(event)) return;
    event.preventDefault();
    event.stopPropagation();
    onBack();
  };
  return (
    <div
      class="bridle card"
      dir="ltr"
      lang={language}
      role={onClose ? 'dialog' : 'region'}
      aria-label={headedBy === 'claim' && claims[0] ? text(claims[0].statement) : t('card_label', { name })}
      onKeyDown={onKeyDown}
    >
      {onBack && (
        <button type="button" class="link back" data-escape onClick={onBack}>
          <span aria-hidden="true">←</span> {t('card_back')}
        </button>
      )}
      {(pin || onClose) && (
        <div class="tools">
          {pin && (
            <button
              type="button"
              class="tool pin"
              aria-pressed={pin.isPinned}
              aria-label={t('card_pin')}
              onClick={() => pin.onPin(!pin.isPinned)}
            >
              <PinSign />
            </button>
          )}
          {onClose && (
            <button type="button" class="tool close" aria-label={t('card_close')} onClick={onClose}>
              <CloseSign />
            </button>
          )}
        </div>
      )}
      {headedBy === 'entity' && <Head view={view} />}
      {doubtful && <Doubt {...doubtful} />}
      <Told view={view} onOpen={onOpen} />
      <div class="fine">
        <span>{t('common_ends', { date: date(endsOn) })}</span>
        <BasisNotes notes={notesOf(view)} />
        {fine}
      </div>
      {children}
    </div>
  );
}

const isBackKey = ({ key, altKey, ctrlKey, metaKey, target }: KeyboardEvent): boolean =>
  !ctrlKey &&
  !metaKey &&
  ((key === 'ArrowLeft' && altKey) || (key === 'Backspace' && !altKey && !(target instanceof HTMLTextAreaElement)));

function Head({ view: { entity, role, holder } }: { view: CardView }) {
  const { t, text, date } = useWords();
  if (!entity) return null;
  return (
    <header>
      <h2>
        {text(entity.name)}
        {entity.nameBasis && <Star label="card_name_basis" basis={entity.nameBasis} />}
      </h2>
      <p class="about">
        {role ? t('card_role_at', { role: text(role.title), date: date(role.dates) }) : text(entity.description)}
        {role && <Star label="card_role" basis={role.basis} />}
        {holder && (
          <>
            {' · '}
            {t('card_holder', { name: holder.name })}
            <Star label="card_name_basis" basis={holder.basis} />
          </>
        )}
      </p>
    </header>
  );
}

/** The statement, with what stands against it beside it. */
function Told({ view, onOpen }: Pick<CardProps, 'view' | 'onOpen'>) {
  const { t } = useWords();
  const { headedBy, stance, claims, relation } = view;
  const [first, second] = claims;
  if (!first) {
    return (
      <section>
        <p class="soft">{t('card_nothing')}</p>
      </section>
    );
  }
  const isOfSentence = stance !== null || headedBy === 'claim';
  return (
    <section class={isOfSentence ? 'told first' : 'told'} {...(relation && { 'data-relation': relation.id })}>
      {relation && !isOfSentence && <RelationHeading kind={relation.kind} />}
      <div class={second ? 'pair' : 'alone'}>
        <div>
          {isOfSentence && <p class="eyebrow">{stance ? t(`card_stance_${stance}`) : t('common_kind_claim')}</p>}
          <CardClaim claim={first} isHead={headedBy === 'claim'} isBrief={second !== undefined} onOpen={onOpen} />
        </div>
        {second && (
          <div>
            {relation && isOfSentence && <RelationHeading kind={relation.kind} isPassive={relation.isPassive} />}
            <CardClaim claim={second} isBrief onOpen={onOpen} />
          </div>
        )}
      </div>
      {relation && <Reason relation={relation} />}
    </section>
  );
}

/** Says that the match is doubtful, and what spoke for it. */
function Doubt({ alias, cues }: { alias: string; cues: string[] }) {
  const { t, language } = useWords();
  const list = new Intl.ListFormat(language, { type: 'unit' }).format(cues);
  return (
    <p class="doubtful">
      <strong>{t('card_doubtful')}</strong>{' '}
      {cues.length > 0 ? t('card_doubtful_cues', { alias, cues: list }) : t('card_doubtful_none', { alias })}
    </p>
  );
}

function notesOf({ entity, role, holder, headedBy, claims }: CardView): Note[] {
  const ofHead: Note[] =
    headedBy === 'claim'
      ? []
      : [
          ...(entity?.nameBasis ? [{ label: 'card_name_basis' as const, basis: entity.nameBasis }] : []),
          ...(role ? [{ label: 'card_role' as const, basis: role.basis }] : []),
          ...(holder ? [{ label: 'card_name_basis' as const, basis: holder.basis }] : []),
        ];
  return [...ofHead, ...claims.flatMap((claim) => notesOfClaim(claim, claims.length > 1))];
}
