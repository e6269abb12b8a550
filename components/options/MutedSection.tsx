import { useState } from 'preact/hooks';
import { MAX_MUTED, type Muted } from '../../platform/settings-values.ts';
import { useWords } from '../words.ts';
import type { OptionsActions, OptionsState } from './model.ts';
import { RemovableList } from './RemovableList.tsx';
import { Section } from './Section.tsx';

const keyOf = ({ site, from: _from, ...what }: Muted) => JSON.stringify([what, site]);

export function MutedSection({ state, actions }: { state: OptionsState; actions: OptionsActions }) {
  const { t } = useWords();
  const { muted } = state.settings;
  const [undoable, setUndoable] = useState<Muted | null>(null);
  const remove = (key: string) => {
    setUndoable(muted.find((entry) => keyOf(entry) === key) ?? null);
    actions.change((settings) => ({ ...settings, muted: settings.muted.filter((entry) => keyOf(entry) !== key) }));
  };
  const undo = (entry: Muted) => {
    setUndoable(null);
    actions.change((settings) => ({
      ...settings,
      muted: [...settings.muted.filter((other) => keyOf(other) !== keyOf(entry)), entry],
    }));
  };
  const placeOf = ({ site, from }: Muted) => {
    const where = site === null ? t('options_muted_everywhere') : t('options_muted_on', { site });
    return from === undefined || from === site ? where : t('options_muted_from', { where, site: from });
  };
  return (
    <Section id="muted" title={t('options_muted')}>
      <p>{t('options_muted_about')}</p>
      {muted.length >= MAX_MUTED && <p class="notice">{t('options_muted_full')}</p>}
      <RemovableList
        label={t('options_muted_list')}
        empty={t('options_muted_none')}
        action={t('options_unmute')}
        onRemove={remove}
        entries={muted.map((entry) => ({
          key: keyOf(entry),
          name: state.nameOfMuted(entry),
          detail: placeOf(entry),
        }))}
      />
      <div role="status" class="done">
        {undoable && (
          <>
            <span>{t('options_unmuted', { alias: state.nameOfMuted(undoable) })}</span>{' '}
            <button type="button" class="link" onClick={() => undo(undoable)}>
              {t('options_undo')}
            </button>
          </>
        )}
      </div>
    </Section>
  );
}
