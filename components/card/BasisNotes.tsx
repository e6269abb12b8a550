import type { Basis } from '../../data/schema.ts';
import type { BasisLabel } from '../../presentation/words.ts';
import { useWords } from '../words.ts';

/** Something that no source states, and how it is known. */
export interface Note {
  /** Message key of what it is, without `_inferred` and `_external`. */
  label: BasisLabel;
  basis: Basis;
}

/** The asterisk beside what no source states; `BasisNotes` below explains it. */
export function Star({ label, basis }: Note) {
  const { t } = useWords();
  if (basis.kind === 'stated') return null;
  return (
    <span class="star" title={t(`${label}_${basis.kind}`)}>
      <span aria-hidden="true">*</span>
      <span class="unseen"> ({t(`${label}_${basis.kind}`)})</span>
    </span>
  );
}

/** What the asterisks stand for: opens in place, by pointer, tap and keyboard alike. */
export function BasisNotes({ notes }: { notes: Note[] }) {
  const { t, text } = useWords();
  const open = notes.flatMap(({ label, basis }) =>
    basis.kind === 'stated'
      ? []
      : [{ name: t(`${label}_${basis.kind}`), how: text(basis.kind === 'inferred' ? basis.how : basis.whence) }],
  );
  if (open.length === 0) return null;
  return (
    <details class="notes">
      <summary>{t('card_notes')}</summary>
      <ul>
        {open.map(({ name, how }) => (
          <li key={name + how}>
            {how === '' ? (
              <i>{name}</i>
            ) : (
              <>
                <i>{name}</i> – {how}
              </>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
