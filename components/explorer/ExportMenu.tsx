import { toCsv } from '../../presentation/export/csv.ts';
import { toJson } from '../../presentation/export/json.ts';
import { toJsonLd } from '../../presentation/export/json-ld.ts';
import { subsetOf } from '../../presentation/export/subset.ts';
import type { Documents } from '../../data/documents.ts';
import type { Facts, Language } from '../../data/facts.ts';
import { download } from '../download.ts';
import { useWords } from '../words.ts';
import { useDesk } from './desk.ts';

interface Format {
  name: string;
  ending: string;
  type: string;
  write(facts: Facts, documents: Documents, language: Language): string;
}

const FORMATS: Format[] = [
  {
    name: 'JSON-LD',
    ending: 'jsonld',
    type: 'application/ld+json',
    write: (facts, documents) => `${JSON.stringify(toJsonLd(facts, documents), null, 2)}\n`,
  },
  // With the byte order mark, without which spreadsheets do not read UTF-8.
  {
    name: 'CSV',
    ending: 'csv',
    type: 'text/csv;charset=utf-8',
    write: (facts, _, language) => `\uFEFF${toCsv(facts, language)}`,
  },
  { name: 'JSON', ending: 'json', type: 'application/json', write: toJson },
];

/** Files of what is shown, or of everything. */
export function ExportMenu({ selected }: { selected: string[] }) {
  const { t, language } = useWords();
  const { facts, documents } = useDesk();
  const rows = [
    ...(selected.length < facts.claims.length
      ? [
          {
            name: t('explorer_export_shown', { n: selected.length }),
            part: () => subsetOf(facts, selected),
            file: 'bridle-selection',
          },
        ]
      : []),
    { name: t('explorer_export_all'), part: () => facts, file: 'bridle' },
  ];
  return (
    <details class="export">
      <summary class="action">{t('explorer_export')}</summary>
      <div>
        {rows.map(({ name, part, file }) => (
          <div key={file} role="group" aria-label={name} class="actions">
            <p>{name}</p>
            {FORMATS.map((format) => (
              <button
                key={format.ending}
                type="button"
                class="action"
                onClick={() =>
                  download(`${file}.${format.ending}`, format.type, format.write(part(), documents, language))
                }
              >
                {format.name}
              </button>
            ))}
          </div>
        ))}
      </div>
    </details>
  );
}
