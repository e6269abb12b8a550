import { useState } from 'preact/hooks';
import { cite, type CitedKind } from '../../presentation/export/citation.ts';
import { useWords } from '../words.ts';
import { useDesk } from './desk.ts';

const FORMATS = [
  ['plain', 'explorer_cite_text'],
  ['bibtex', 'explorer_cite_bibtex'],
  ['csl', 'explorer_cite_csl'],
] as const;

/** The record's citation, to read, and to copy in three forms. Where the browser refuses the clipboard, the text is shown to be copied by hand. */
export function CopyCitation({ kind, id }: { kind: CitedKind; id: string }) {
  const { t, language, date } = useWords();
  const { facts } = useDesk();
  const [done, setDone] = useState<{ ok: boolean; text: string } | null>(null);
  const citation = cite(
    facts,
    { kind, id },
    {
      language,
      date,
      ownWords: t('explorer_cite_own_words'),
      relayed: (names) => t('common_relayed', { names }),
    },
  );
  if (!citation) return null;
  const copy = (text: string) =>
    navigator.clipboard.writeText(text).then(
      () => setDone({ ok: true, text }),
      () => setDone({ ok: false, text }),
    );
  return (
    <section class="citation">
      <h3 class="eyebrow">{t('explorer_cite')}</h3>
      <p>{citation.plain}</p>
      <div class="actions">
        {FORMATS.map(([format, label]) => (
          <button key={format} type="button" class="action" onClick={() => void copy(citation[format])}>
            {t('explorer_copy', { format: t(label) })}
          </button>
        ))}
      </div>
      <p role="status" class="soft">
        {done?.ok && t('explorer_copied')}
        {done && !done.ok && t('explorer_copy_by_hand')}
      </p>
      {done && !done.ok && <textarea readOnly aria-label={t('explorer_cite')} rows={8} value={done.text} />}
    </section>
  );
}
