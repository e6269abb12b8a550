interface Props {
  label: string;
  on: boolean;
  onSwitch(on: boolean): void;
}

export function Switch({ label, on, onSwitch }: Props) {
  return (
    <label class="switch">
      <span>{label}</span>
      <input
        type="checkbox"
        role="switch"
        checked={on}
        onChange={({ currentTarget }) => {
          const wanted = currentTarget.checked;
          // The reader may refuse: the switch shows what is, not what was asked for.
          currentTarget.checked = on;
          onSwitch(wanted);
        }}
      />
    </label>
  );
}
