/** A pin, to keep the card where it is. */
export function PinSign() {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true">
      <path d="M5 1.75h6M6 2l-.5 5L3.5 9.5h9L10.5 7 10 2M8 9.5v5" />
    </svg>
  );
}

export function CloseSign() {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true">
      <path d="m3.5 3.5 9 9m0-9-9 9" />
    </svg>
  );
}
