import type { Facts } from '../data/facts.ts';
import type { Dossier } from '../page/model.ts';
import type { Subject } from './card-model.ts';
import { useWords } from './words.ts';

/** `waiting`: not known yet. Otherwise what the site allows. */
export type PageState = 'waiting' | 'on' | 'off' | 'none' | 'impossible';

interface Props {
  facts: Facts;
  state: PageState;
  dossiers: Dossier[];
  onOpen(subject: Subject): void;
  onAllow(): void;
  onOnce(): void;
}

const MAX_MATCHES = 5;

/** What the page mentions, with counts; or why there is nothing, and what can be done. */
export function PageMentions({ facts, state, dossiers, onOpen, onAllow, onOnce }: Props) {
  const { t, text } = useWords();
  const mentioned = countMentions(facts, dossiers);
  const matches = dossiers.flatMap((dossier) => dossier.matches).flatMap((match) => {
    const claim = facts.claims.find(({ id }) => id === match.claim);
    return claim ? [{ ...match, claim }] : [];
  });
  if (state === 'waiting') return <section class="page" aria-busy="true" />;
  return (
    <section class="page">
      <h2 class="eyebrow">{t('popup_page')}</h2>
      {mentioned.length === 0 && <Nothing state={state} />}
      <ul>
        {mentioned.map(({ entity, count }) => (
          <li key={entity.id}>
            <button type="button" class="row" onClick={() => onOpen({ kind: 'entity', id: entity.id })}>
              <span class="name">{text(entity.name)}</span>
              <span class="count" aria-hidden="true">
                {count}
              </span>
              <span class="unseen">{t('popup_mentions', { n: count })}</span>
            </button>
          </li>
        ))}
      </ul>
      {matches.length > 0 && (
        <>
          <h3 class="eyebrow">{t('popup_matches')}</h3>
          <ul>
            {matches.slice(0, MAX_MATCHES).map(({ claim, stance, place }) => (
              <li key={`${claim.id}-${place}`}>
                <button type="button" class="row match" onClick={() => onOpen({ kind: 'claim', id: claim.id })}>
                  <span class="stance">{t(`popup_stance_${stance}`)}</span> <span>{text(claim.statement)}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {state === 'none' && (
        <div class="offer">
          <button type="button" class="action main" onClick={onAllow}>
            {t('popup_allow')}
          </button>
          {mentioned.length === 0 && (
            <button type="button" class="action" onClick={onOnce}>
              {t('popup_once')}
            </button>
          )}
        </div>
      )}
    </section>
  );
}

function Nothing({ state }: { state: Exclude<PageState, 'waiting'> }) {
  const { t } = useWords();
  const message = { on: 'popup_no_affair', off: 'popup_off', none: 'popup_no_access', impossible: 'popup_impossible' }[state];
  return (
    <div class="empty">
      <p>{t(message)}</p>
      <p class="soft">{t(`${message}_hint`)}</p>
    </div>
  );
}

/** Entities with the number of their mentions in all frames, the most mentioned first; of equals, the one that comes first. */
function countMentions(facts: Facts, dossiers: Dossier[]): { entity: Facts['entities'][number]; count: number }[] {
  const counts = new Map<string, number>();
  for (const { entity } of dossiers.flatMap(({ mentions }) => mentions)) counts.set(entity, (counts.get(entity) ?? 0) + 1);
  return [...counts]
    .flatMap(([id, count]) => {
      const entity = facts.entities.find((other) => other.id === id);
      return entity ? [{ entity, count }] : [];
    })
    .sort((a, b) => b.count - a.count);
}
