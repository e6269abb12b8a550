import { useEffect, useRef, useState } from 'preact/hooks';
import type { MessageKey } from '../../presentation/words.ts';
import { useWords } from '../words.ts';

interface Props {
  label: MessageKey;
  /** Asked for when it is pressed. */
  text(): string;
}

/** Copies a text, and says so. Where the clipboard is closed (pages without encryption), a field shows the text to copy by hand. */
export function CopyButton({ label, text }: Props) {
  const { t } = useWords();
  const [state, setState] = useState<'ready' | 'copied' | { byHand: string }>('ready');
  const copy = async () => {
    const wanted = text();
    try {
      await navigator.clipboard.writeText(wanted);
      setState('copied');
    } catch {
      setState({ byHand: wanted });
    }
  };
  return (
    <>
      <button type="button" class="link" data-copy={label} onClick={() => void copy()}>
        {t(label)}
      </button>
      <span class={state === 'copied' ? 'soft' : 'unseen'} role="status">
        {state === 'copied' && t('card_copied')}
      </span>
      {typeof state === 'object' && <ByHand label={t(label)} text={state.byHand} />}
    </>
  );
}

function ByHand({ label, text }: { label: string; text: string }) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.select(), [text]);
  return <textarea ref={field} readOnly aria-label={label} value={text} />;
}
