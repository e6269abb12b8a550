import { useState } from 'preact/hooks';
import type { Subject } from '../../presentation/card.ts';
import type { DossierModel, MatchEntry, MentionEntry, Place } from '../../presentation/dossier.ts';
import { MoreButton } from '../card/MoreButton.tsx';
import { useRoving } from '../roving.ts';
import { useWords } from '../words.ts';

interface Props {
  model: DossierModel;
  /** The place that was jumped to last. */
  current: Place | null;
  /** All mentions of a group at once, and not only its first. */
  unfolded?: boolean;
  onJump(place: Place, name: string): void;
  onOpen(subject: Subject): void;
}

const MENTIONS_OPEN = 4;

/** The signs of the margin: the sentence says the same, or another thing. */
const SIGNS = { restates: '=', disputes: '≠' };

/** Sentences that meet a claim, then mentions by entity. Each leads to its place on the page; names and claims open their card here. */
export function DossierList({ model: { matches, groups }, current, unfolded = false, onJump, onOpen }: Props) {
  const { t } = useWords();
  const roving = useRoving<HTMLDivElement>();
  const isCurrent = ({ frameId, place }: Place) => current?.frameId === frameId && current.place === place;
  return (
    <div class="dossier" {...roving}>
      {matches.length > 0 && (
        <section class="matches" aria-labelledby="matches">
          <h2 id="matches" class="eyebrow">
            {t('panel_matches')}
          </h2>
          <ul>
            {matches.map((match) => (
              <li key={`${match.frameId} ${match.place} ${match.claim.id}`}>
                <Match match={match} current={isCurrent(match)} onJump={onJump} onOpen={onOpen} />
              </li>
            ))}
          </ul>
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
              isCurrent={isCurrent}
              onJump={onJump}
              onOpen={onOpen}
            />
          ))}
        </section>
      )}
    </div>
  );
}

function Match({
  match: { claim, claimant, stance, sentence, frameId, place },
  current,
  onJump,
  onOpen,
}: {
  match: MatchEntry;
  current: boolean;
} & Pick<Props, 'onJump' | 'onOpen'>) {
  const { t, text, date } = useWords();
  return (
    <>
      <button
        type="button"
        class="place"
        data-row
        aria-current={current ? 'location' : undefined}
        onClick={() => onJump({ frameId, place }, t('panel_sentence'))}
      >
        <span class={stance === 'disputes' ? 'sign' : 'sign quiet'} aria-hidden="true">
          {SIGNS[stance]}
        </span>
        <span class="sentence">{sentence}</span>
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

function Group({
  entity,
  mentions,
  unfolded,
  isCurrent,
  onJump,
  onOpen,
}: {
  entity: DossierModel['groups'][number]['entity'];
  mentions: MentionEntry[];
  unfolded: boolean;
  isCurrent(place: Place): boolean;
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
              aria-current={isCurrent(mention) ? 'location' : undefined}
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
