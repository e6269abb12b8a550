import { useState } from 'preact/hooks';
import type { MessageKey } from '../../presentation/words.ts';
import { useWords } from '../words.ts';
import type { OptionsActions, OptionsState } from './model.ts';
import { Section } from './Section.tsx';

/** Commands whose names Bridle can say in the language that the reader chose; the browser says the others in its own. */
const NAMES: Record<string, MessageKey> = {
  _execute_action: 'options_command_execute_action',
  'next-mention': 'options_command_next_mention',
  'previous-mention': 'options_command_previous_mention',
  'hide-marks': 'options_command_hide_marks',
  'open-panel': 'options_command_open_panel',
  'switch-site': 'options_command_switch_site',
};

/** Chrome and Firefox write some keys by name; on the keyboard stands their sign. */
const keysOf = (keys: string) => keys.replace(/Period$/, '.').replace(/Comma$/, ',');

export function ShortcutsSection({ state, actions }: { state: OptionsState; actions: OptionsActions }) {
  const { t } = useWords();
  const [isClosed, setClosed] = useState(false);
  const nameOf = (command: string, description: string) => {
    const key = NAMES[command];
    return key ? t(key) : description;
  };
  return (
    <Section id="shortcuts" title={t('options_shortcuts')}>
      <dl class="shortcuts">
        {state.shortcuts.map(({ command, description, keys }) => (
          <div key={command}>
            <dt>{nameOf(command, description)}</dt>
            <dd>{keys ? <kbd>{keysOf(keys)}</kbd> : <span class="soft">{t('options_no_keys')}</span>}</dd>
          </div>
        ))}
      </dl>
      <button
        type="button"
        class="action"
        onClick={() => void actions.openShortcuts().then((isOpen) => setClosed(!isOpen))}
      >
        {t('options_change_keys')}
      </button>
      <p role="status" class="soft">
        {isClosed && t('options_change_keys_yourself')}
      </p>
    </Section>
  );
}
