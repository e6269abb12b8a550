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

/** What the asterisks stand for, named in the line that opens it: by pointer, tap and keyboard alike. */
export function BasisNotes({ notes }: { notes: Note[] }) {
  const { t, text, language } = useWords();
  const open = notes.flatMap(({ label, basis }) =>
    basis.kind === 'stated'
      ? []
      : [{ name: t(`${label}_${basis.kind}`), how: text(basis.kind === 'inferred' ? basis.how : basis.whence) }],
  );
  if (open.length === 0) return null;
  const byText = new Map(open.map((note) => [note.name + note.how, note]));
  const names = [...new Set(open.map(({ name }) => name))];
  return (
    <details class="notes">
      <summary>{new Intl.ListFormat(language, { type: 'unit' }).format(names)}</summary>
      <ul>
        {[...byText].map(([key, { name, how }]) => (
          <li key={key}>
            <i>{name}</i>
            {how !== '' && ` – ${how}`}
          </li>
        ))}
      </ul>
    </details>
  );
}
