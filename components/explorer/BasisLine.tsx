import type { Basis } from '../../data/schema.ts';
import type { BasisLabel } from '../../presentation/words.ts';
import { useWords } from '../words.ts';

/** How something is known that no source states, written out: here there is room for it. */
export function BasisLine({
  label,
  basis,
}: {
  /** Message key without `_inferred` and `_external`. */ label: BasisLabel;
  basis: Basis | undefined;
}) {
  const { t, text } = useWords();
  if (!basis || basis.kind === 'stated') return null;
  return (
    <small class="basis">
      <i>{t(`${label}_${basis.kind}`)}</i> – {text(basis.kind === 'inferred' ? basis.how : basis.whence)}
    </small>
  );
}
