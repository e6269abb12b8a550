import { useId, useState } from 'preact/hooks';
import type { SiteFault } from '../../platform/site-name.ts';
import { useWords } from '../words.ts';

interface Props {
  label: string;
  action: string;
  /** Within the click; answers with what is wrong with the input, or null where nothing is. */
  onAdd(input: string): Fault | null | Promise<Fault | null>;
}

/** `suffix`: the name stands for the sites of many. `full`: no more fit in the list. */
type Fault = SiteFault | 'suffix' | 'refused' | 'full';

/** Takes a site by its name or a pasted address. */
export function SiteField({ label, action, onAdd }: Props) {
  const { t } = useWords();
  const id = useId();
  const [input, setInput] = useState('');
  const [fault, setFault] = useState<Fault | null>(null);

  async function add(event: Event) {
    event.preventDefault();
    const found = await onAdd(input);
    setFault(found);
    if (!found) setInput('');
  }

  return (
    <form class="field" novalidate onSubmit={(event) => void add(event)}>
      <label for={id}>{label}</label>
      <div>
        <input
          id={id}
          type="text"
          inputmode="url"
          autocapitalize="off"
          autocomplete="off"
          spellcheck={false}
          placeholder="example.org"
          value={input}
          aria-invalid={fault !== null}
          aria-describedby={`${id}-fault`}
          onInput={({ currentTarget }) => {
            setInput(currentTarget.value);
            setFault(null);
          }}
        />
        <button type="submit" class="action">
          {action}
        </button>
      </div>
      <p id={`${id}-fault`} class="fault" role="alert">
        {fault && t(`options_fault_${fault}`)}
      </p>
    </form>
  );
}
