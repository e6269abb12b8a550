import { useId } from 'preact/hooks';

interface Props<Value extends string> {
  label: string;
  value: Value;
  choices: { value: Value; label: string; lang?: string }[];
  onChoose(value: Value): void;
}

/** One of a few. */
export function Choices<Value extends string>({ label, value, choices, onChoose }: Props<Value>) {
  const name = useId();
  return (
    <fieldset class="choices">
      <legend>{label}</legend>
      {choices.map((choice) => (
        <label key={choice.value}>
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onChoose(choice.value)}
          />
          <span lang={choice.lang}>{choice.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
