import { useState } from 'preact/hooks';
import { useWords } from '../words.ts';
import type { OptionsActions, OptionsState } from './model.ts';
import { Section } from './Section.tsx';

/** Commands whose names Bridle can say in the language that the reader chose; the browser says the others in its own. */
const NAMED = ['_execute_action', 'next-mention', 'previous-mention', 'open-panel', 'switch-site'];

/** Chrome and Firefox write some keys by name; on the keyboard stands their sign. */
const keysOf = (keys: string) => keys.replace(/Period$/, '.').replace(/Comma$/, ',');

export function ShortcutsSection({ state, actions }: { state: OptionsState; actions: OptionsActions }) {
  const { t } = useWords();
  const [isClosed, setClosed] = useState(false);
  const nameOf = (command: string, description: string) =>
    NAMED.includes(command) ? t(`options_command_${command.replace(/^_/, '').replaceAll('-', '_')}`) : description;
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
