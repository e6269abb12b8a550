/** The journal as files: Markdown to read, CSV for a table, CSL-JSON for a reference manager. */
import { localeOf } from '../../data/languages.ts';
import type { JournalPage, JournalStatement } from '../journal/journal-pages.ts';
import type { Words } from '../words.ts';
import { csvText } from './csv.ts';
import { md, mdLink } from './markdown.ts';

/** A heading for each day, one for each page, a line for each statement. */
export function journalMarkdown(pages: readonly JournalPage[], words: Words): string {
  const { t, language } = words;
  const dayFormat = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'full' });
  const lines = [`# ${md(t('journal_title'))}`];
  for (const sameDay of Map.groupBy(pages, ({ day }) => day).values()) {
    lines.push('', `## ${md(dayFormat.format(sameDay[0]!.firstAt))}`);
    for (const { title, address, statements } of sameDay) {
      lines.push('', `### ${mdLink(title, address)}`, '');
      lines.push(...statements.map((statement) => `- ${md(lineOf(statement, words))}`));
    }
  }
  return `${[...lines, '', '---', '', md(t('journal_own_words'))].join('\n')}\n`;
}

const COLUMNS = ['met', 'page', 'title', 'stance', 'claim', 'statement', 'claimant', 'date (EDTF)', 'contested by'];

/** A row for each statement on a page and day. Texts are in one language. */
export function journalCsv(pages: readonly JournalPage[], { text }: Words): string {
  const rows = pages.flatMap(({ title, statements }) =>
    statements.map(({ entry, claim, claimant }) => [
      entry.at,
      entry.address,
      title,
      entry.stance,
      entry.claim,
      claim ? text(claim.statement) : '',
      claimant ? text(claimant) : '',
      claim?.date ?? '',
      entry.kinds.join(' | '),
    ]),
  );
  return csvText([COLUMNS, ...rows]);
}

/** CSL-JSON 1.0: an item for each page and day, with the day of the visit; what was met is in the note. */
export function journalCsl(pages: readonly JournalPage[], words: Words): string {
  const items = pages.map(({ key, title, address, host, day, statements }) => ({
    id: key,
    type: 'webpage',
    title,
    'container-title': host,
    URL: address,
    accessed: { 'date-parts': [day.split('-').map(Number)] },
    note: statements.map((statement) => lineOf(statement, words)).join('\n'),
  }));
  return `${JSON.stringify(items, null, 2)}\n`;
}

function lineOf({ entry, claim, claimant }: JournalStatement, { t, text, date }: Words): string {
  const said = claim
    ? `${claimant ? text(claimant) : claim.claimant}, ${date(claim.date)}: ${text(claim.statement)}`
    : t('journal_unknown_claim', { id: entry.claim });
  const kinds = entry.kinds.map((kind) => t(`journal_kind_${kind}`)).join(', ');
  return [`${t(`journal_stance_${entry.stance}`)} ${said}`, ...(kinds ? [`(${kinds})`] : [])].join(' ');
}
