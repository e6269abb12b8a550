import type { Basis } from '../data/schema.ts';
import { useWords } from './words.ts';

interface Props {
  basis: Basis;
  /** Message key without `_inferred` and `_external`. */
  label: string;
}

/** Says of what no source states that it was inferred, or is known from elsewhere; opens to how, or whence. */
export function BasisNote({ basis, label }: Props) {
  const { t, text } = useWords();
  if (basis.kind === 'stated') return null;
  return (
    <details class="basis">
      <summary>{t(`${label}_${basis.kind}`)}</summary>
      <span>{text(basis.kind === 'inferred' ? basis.how : basis.whence)}</span>
    </details>
  );
}
