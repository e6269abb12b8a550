import { useState } from 'preact/hooks';
import type { Subject } from '../../presentation/card.ts';
import { othersThan, placeKey, type ContestedEntry } from '../../presentation/dossier-contested.ts';
import type { DossierModel, MatchEntry, MentionEntry, Place } from '../../presentation/dossier.ts';
import { MoreButton } from '../card/MoreButton.tsx';
import { useRoving } from '../roving.ts';
import { readableHost } from '../../presentation/host-name.ts';
import { termKey } from '../../presentation/words.ts';
import { useWords } from '../words.ts';

interface Props {
  model: DossierModel;
  /** Those of the model's matches that are contested. */
  contested: ContestedEntry[];
  /** The place that was jumped to last. */
  current: Place | null;
  /** By frame, the places that the reader can see on the page. */
  inView?: ReadonlyMap<number, readonly number[]>;
  /** Everything at once: also what is folded at first. */
  unfolded?: boolean;
  onJump(place: Place, name: string): void;
  onOpen(subject: Subject): void;
}

/** Whether a place was jumped to last, and whether the reader can see it on the page. */
interface PlaceState {
  'aria-current': 'location' | undefined;
  'data-in-view': '' | undefined;
}

const MENTIONS_OPEN = 4;

/** The signs of the margin: the sentence says the same, or another thing. */
const SIGNS = { restates: '=', disputes: '≠' };

/** What is contested, by contradiction; other sentences that meet a claim, folded; then mentions by entity. Each leads to its place on the page; names and claims open their card here. */
export function DossierList({ model, contested, current, inView, unfolded = false, onJump, onOpen }: Props) {
  const { groups } = model;
  const [isOpen, setOpen] = useState(false);
  const others = othersThan(contested, model);
  const showsOthers = unfolded || isOpen;
  const { t } = useWords();
  const roving = useRoving<HTMLDivElement>();
  const stateOf = ({ frameId, place }: Place): PlaceState => ({
    'aria-current': current?.frameId === frameId && current.place === place ? 'location' : undefined,
    'data-in-view': inView?.get(frameId)?.includes(place) ? '' : undefined,
  });
  return (
    <div class="dossier" {...roving}>
      {contested.length > 0 && <Contested entries={contested} stateOf={stateOf} onJump={onJump} onOpen={onOpen} />}
      {others.length > 0 && (
        <section class="matches" aria-labelledby="matches">
          <h2 id="matches" class="eyebrow">
            {t('panel_matches')}
          </h2>
          {!unfolded && (
            <button
              type="button"
              class="link more"
              data-row
              aria-expanded={showsOthers}
              onClick={() => setOpen(!isOpen)}
            >
              {t(isOpen ? 'card_fewer' : 'panel_sentences', { n: new Set(others.map(placeKey)).size })}
            </button>
          )}
          {showsOthers && (
            <ul>
              {others.map((match) => (
                <li key={keyOf(match)}>
                  <Match match={match} state={stateOf(match)} onJump={onJump} onOpen={onOpen} />
                </li>
              ))}
            </ul>
          )}
        </section>
      )}
      {groups.length > 0 && (
        <section class="mentions" aria-labelledby="mentions">
          <h2 id="mentions" class="eyebrow">
            {t('panel_mentions')}
          </h2>
          {groups.map(({ entity, mentions }) => (
            <Group
              key={entity.id}
              entity={entity}
              mentions={mentions}
              unfolded={unfolded}
              stateOf={stateOf}
              onJump={onJump}
              onOpen={onOpen}
            />
          ))}
        </section>
      )}
    </div>
  );
}

/** A list of contradictions, each with the sentences that raise it and what stands against them. */
function Contested({
  entries,
  stateOf,
  onJump,
  onOpen,
}: { entries: ContestedEntry[]; stateOf(place: Place): PlaceState } & Pick<Props, 'onJump' | 'onOpen'>) {
  const { t } = useWords();
  return (
    <section class="matches" aria-labelledby="contested">
      <h2 id="contested" class="eyebrow pencilled">
        {t('panel_contested')}
      </h2>
      <ul>
        {entries.map((entry) => (
          <li key={entry.key}>
            {entry.statements
              .flatMap(({ matches }) => matches)
              .map((match) => (
                <Match key={keyOf(match)} match={match} state={stateOf(match)} onJump={onJump} onOpen={onOpen} />
              ))}
            {entry.against && <Against against={entry.against} onOpen={onOpen} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

const keyOf = (match: MatchEntry): string => `${placeKey(match)} ${match.claim.id}`;

function Against({
  against: { claim, claimant, how },
  onOpen,
}: { against: NonNullable<ContestedEntry['against']> } & Pick<Props, 'onOpen'>) {
  const { t, text, date } = useWords();
  return (
    <p class="meets stands-against">
      <b>{t(termKey('panel_against', how))}</b> {text(claimant)}, <time>{date(claim.date)}</time>
      <button type="button" class="link" data-row onClick={() => onOpen({ kind: 'claim', id: claim.id })}>
        {text(claim.statement)}
      </button>
    </p>
  );
}

function Match({
  match: { claim, claimant, stance, sentence, frameId, place, origin },
  state,
  onJump,
  onOpen,
}: {
  match: MatchEntry;
  state: PlaceState;
} & Pick<Props, 'onJump' | 'onOpen'>) {
  const { t, text, date } = useWords();
  return (
    <>
      <button
        type="button"
        class="place"
        data-row
        {...state}
        onClick={() => onJump({ frameId, place }, t('panel_sentence'))}
      >
        <span class={stance === 'disputes' ? 'sign' : 'sign quiet'} aria-hidden="true">
          {SIGNS[stance]}
        </span>
        <span class="sentence">{sentence}</span>
        <Origin of={origin} />
      </button>
      <p class="meets">
        <b>{t(`panel_stance_${stance}`)}</b> {text(claimant)}, <time>{date(claim.date)}</time>
        <button type="button" class="link" data-row onClick={() => onOpen({ kind: 'claim', id: claim.id })}>
          {text(claim.statement)}
        </button>
      </p>
    </>
  );
}

/** A frame of another site speaks for itself, not for the page. */
function Origin({ of }: { of: string | undefined }) {
  const { t } = useWords();
  return of === undefined ? null : <span class="doubt">{t('common_frame', { host: readableHost(of) })}</span>;
}

function Group({
  entity,
  mentions,
  unfolded,
  stateOf,
  onJump,
  onOpen,
}: {
  entity: DossierModel['groups'][number]['entity'];
  mentions: MentionEntry[];
  unfolded: boolean;
  stateOf(place: Place): PlaceState;
} & Pick<Props, 'onJump' | 'onOpen'>) {
  const { t, text } = useWords();
  const [isOpen, setOpen] = useState(false);
  const shown =
    unfolded || isOpen || mentions.length <= MENTIONS_OPEN + 1 ? mentions : mentions.slice(0, MENTIONS_OPEN);
  return (
    <section class="group">
      <h3>
        <button type="button" class="name" data-row onClick={() => onOpen({ kind: 'entity', id: entity.id })}>
          {text(entity.name)}
        </button>{' '}
        <span class="kind">{t(`common_kind_${entity.kind}`)}</span>{' '}
        <span class="count" aria-hidden="true">
          {mentions.length}
        </span>
        <span class="unseen">{t('popup_mentions', { n: mentions.length })}</span>
      </h3>
      <ul>
        {shown.map((mention) => (
          <li key={`${mention.frameId} ${mention.place}`}>
            <button
              type="button"
              class="place"
              data-row
              {...stateOf(mention)}
              onClick={() => onJump({ frameId: mention.frameId, place: mention.place }, text(entity.name))}
            >
              {mention.doubtful && (
                <span class="sign" aria-hidden="true">
                  ?
                </span>
              )}
              <span class="excerpt">
                {mention.before}
                <mark>{mention.text}</mark>
                {mention.after}
              </span>
              {mention.doubtful && <span class="doubt">{t('panel_doubtful')}</span>}
              <Origin of={mention.origin} />
            </button>
          </li>
        ))}
      </ul>
      <MoreButton
        hidden={mentions.length - shown.length}
        more="panel_more"
        extra={!unfolded && mentions.length > MENTIONS_OPEN + 1}
        onToggle={setOpen}
      />
    </section>
  );
}
