import type { Facts } from '../../data/facts.ts';
import type { Subject } from '../../presentation/card.ts';
import { contestedOn, othersThan, placeKey } from '../../presentation/dossier-contested.ts';
import { dossierModel, type DossierModel, type HeldByFrame, type Place } from '../../presentation/dossier.ts';
import { DossierList } from '../dossier/DossierList.tsx';
import type { MessageKey } from '../../presentation/words.ts';
import { ContestedHere } from './ContestedHere.tsx';
import { useWords } from '../words.ts';

/** `waiting`: not known yet. Otherwise what the site allows. */
export type PageState = 'waiting' | 'on' | 'off' | 'none' | 'impossible';

interface Props {
  facts: Facts;
  state: PageState;
  frames: readonly HeldByFrame[];
  onOpen(subject: Subject): void;
  onAllow(): void;
  onOnce(): void;
  /** Opens the panel, which lists every place. Absent where the browser has none, as on phones: all places are listed here then. */
  onPanel?: (() => void) | undefined;
  onJump(place: Place): void;
}

const MOST_NAMES = 8;

type OverviewProps = Pick<Props, 'facts' | 'onOpen' | 'onJump'> & { model: DossierModel; onPanel(): void };

/** What the page mentions; or why there is nothing, and what can be done. */
export function PageMentions({ facts, state, frames, onOpen, onAllow, onOnce, onPanel, onJump }: Props) {
  const { t } = useWords();
  const model = dossierModel(facts, frames);
  const isEmpty = model.groups.length + model.matches.length === 0;
  if (state === 'waiting') return <section class="page" aria-busy="true" />;
  return (
    <section class="page">
      <div class="head">
        <h2 class="eyebrow">{t('popup_page')}</h2>
        {!isEmpty && onPanel && (
          <button type="button" class="link" onClick={onPanel}>
            {t('panel_open')}
          </button>
        )}
      </div>
      {isEmpty && <Nothing state={state} />}
      {!isEmpty &&
        (onPanel ? (
          <Overview model={model} facts={facts} onOpen={onOpen} onPanel={onPanel} onJump={onJump} />
        ) : (
          <DossierList
            model={model}
            contested={contestedOn(model, facts)}
            current={null}
            onJump={onJump}
            onOpen={onOpen}
          />
        ))}
      {state === 'none' && (
        <div class="offer">
          <button type="button" class="action main" onClick={onAllow}>
            {t('popup_allow')}
          </button>
          {isEmpty && (
            <button type="button" class="action" onClick={onOnce}>
              {t('popup_once')}
            </button>
          )}
        </div>
      )}
    </section>
  );
}

/** What is contested first, then names with the number of their mentions, the most mentioned first; of equals, the one that comes first. */
function Overview({ model, facts, onOpen, onPanel, onJump }: OverviewProps) {
  const { t, text } = useWords();
  const contested = contestedOn(model, facts);
  const others = new Set(othersThan(contested, model).map(placeKey)).size;
  const names = model.groups.toSorted((a, b) => b.mentions.length - a.mentions.length);
  return (
    <>
      {contested.length > 0 ? (
        <ContestedHere entries={contested} onJump={onJump} onPanel={onPanel} />
      ) : (
        <p class="calm">{t('popup_nothing_contested')}</p>
      )}
      {others > 0 && (
        <button type="button" class="link" onClick={onPanel}>
          {t('popup_others', { n: others })}
        </button>
      )}
      {names.length > 0 && (
        <section class="names" aria-labelledby="names">
          <h2 id="names" class="eyebrow">
            {t('popup_names')}
          </h2>
          <ul>
            {names.slice(0, MOST_NAMES).map(({ entity, mentions: { length: count } }) => (
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
          {names.length > MOST_NAMES && (
            <button type="button" class="link" onClick={onPanel}>
              {t('popup_more_names', { n: names.length - MOST_NAMES })}
            </button>
          )}
        </section>
      )}
    </>
  );
}

const NOTHING = {
  on: 'popup_no_affair',
  off: 'popup_off',
  none: 'popup_no_access',
  impossible: 'popup_impossible',
} as const satisfies Record<Exclude<PageState, 'waiting'>, MessageKey>;

function Nothing({ state }: { state: Exclude<PageState, 'waiting'> }) {
  const { t } = useWords();
  const message = NOTHING[state];
  return (
    <div class="empty">
      <p>{t(message)}</p>
      <p class="soft">{t(`${message}_hint`)}</p>
    </div>
  );
}
