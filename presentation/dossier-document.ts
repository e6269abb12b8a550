/** What Bridle knows of a page, as files to keep: a web page that stands alone, and Markdown. */
import { words as dossierWords } from 'virtual:bridle/words/dossier';
import type { Facts, Language } from '../data/facts.ts';
import type { Dossier, HeldByFrame } from './dossier.ts';
import { readableHost } from './host-name.ts';
import { viewsFor, type ClaimView } from './card.ts';
import { isWeb, md, mdLink } from './export/markdown.ts';
import { visibleText } from './visible-text.ts';
import { createWords, termKey, type Words } from './words.ts';

interface DossierDocument {
  /** A whole HTML file: no script, nothing loaded from elsewhere. */
  html: string;
  markdown: string;
}

/**
 * @param frames what each frame of the page holds, the top frame's first
 * @param page where the dossier was drawn up; it is said in the head where it is known */
export function dossierDocument(
  frames: readonly Pick<HeldByFrame, 'origin' | 'dossier'>[],
  facts: Facts,
  language: Language,
  page?: { title: string; url: string },
): DossierDocument {
  const words = createWords(dossierWords[language], language);
  const content = contentOf(frames, facts, words, page);
  return { html: toHtml(content, language), markdown: toMarkdown(content) };
}

/** The document before it has a form: plain texts only. */
interface Content {
  title: string;
  page: { title: string; url: string } | null;
  mentions: { heading: string; lines: string[] };
  matches: { heading: string; items: Match[] };
  sources: { heading: string; items: { title: string; line: string; url: string | null }[] };
  /** What is said where there is nothing to list. */
  nothing: string | null;
  closing: string[];
}

interface Match {
  sentence: string;
  /** Said of a sentence that is another site's, in a frame of the page. */
  origin: string | null;
  stance: string;
  claim: Said;
  against: { kind: string; claim: Said; reason: string }[];
}

interface Said {
  statement: string;
  line: string;
}

function contentOf(
  frames: readonly Pick<HeldByFrame, 'origin' | 'dossier'>[],
  facts: Facts,
  words: Words,
  page?: { title: string; url: string },
): Content {
  const { t, text, date } = words;
  const claims = new Map(facts.claims.map((claim) => [claim.id, claim]));
  const mentions = frames.flatMap(({ origin, dossier }) => dossier.mentions.map((mention) => ({ ...mention, origin })));
  const known = frames
    .flatMap(({ origin, dossier }) => dossier.matches.map((match) => ({ ...match, origin })))
    .filter(({ claim }) => claims.has(claim));
  const views = viewsFor(facts);
  const used = new Set<string>();
  const said = (claim: ClaimView): Said => {
    for (const { id } of claim.sources) used.add(id);
    const relayed = claim.relayedBy.map(({ name }) => text(name)).join(', ');
    return {
      statement: text(claim.statement),
      line: [
        text(claim.claimant.name),
        ...(relayed ? [t('dossier_relayed', { names: relayed })] : []),
        t(termKey('common_attitude', claim.attitude)),
        bracketed(date(claim.date), claim.dateBasis.kind !== 'stated'),
        ...claim.sources.map(
          ({ publisher, published, publishedBasis }) =>
            `${bracketed(publisher.name, publisher.basis.kind !== 'stated')}, ${bracketed(date(published), publishedBasis.kind !== 'stated')}`,
        ),
      ].join(' · '),
    };
  };
  const items = known.map(({ claim, stance, sentence, origin }): Match => ({
    sentence,
    origin: origin === undefined ? null : t('common_frame', { host: readableHost(origin) }),
    stance: t(`dossier_stance_${stance}`),
    claim: said(views.claimView(claims.get(claim)!)),
    against: facts.relations
      .filter((relation) => relation.claims.includes(claim))
      .map((relation) => {
        const view = views.relationView(relation, claim);
        return {
          kind: t(termKey('common_relation', view.kind)),
          claim: said(view.claims[1]),
          reason: text(view.reason),
        };
      }),
  }));
  return {
    title: t('dossier_title'),
    page: page ? { ...page, title: visibleText(page.title) } : null,
    mentions: { heading: t('dossier_mentions'), lines: mentionLines(mentions, facts, words) },
    matches: { heading: t('dossier_matches'), items },
    sources: {
      heading: t('dossier_sources'),
      items: facts.sources
        .filter(({ id }) => used.has(id))
        .map(({ title, publisher, published, publishedBasis, url }) => ({
          title: title.text,
          line: `${bracketed(publisher.name, publisher.basis.kind !== 'stated')}, ${bracketed(date(published), publishedBasis.kind !== 'stated')}`,
          url: url ?? null,
        })),
    },
    nothing: mentions.length + items.length === 0 ? t('dossier_nothing') : null,
    closing: [t('common_ends', { date: date(facts.endsOn) }), t('dossier_own_words')],
  };
}

/** In the order in which the page first names them. */
function mentionLines(
  mentions: (Dossier['mentions'][number] & Pick<HeldByFrame, 'origin'>)[],
  facts: Facts,
  { t, text }: Words,
): string[] {
  return [...Map.groupBy(mentions, ({ entity, origin = '' }) => `${entity} ${origin}`).values()].flatMap((named) => {
    const { entity: id, origin } = named[0]!;
    const entity = facts.entities.find((other) => other.id === id);
    if (!entity) return [];
    const doubtful = named.every((mention) => mention.doubtful) ? ` (${t('dossier_doubtful')})` : '';
    return `${text(entity.name)}${doubtful} · ${t(`common_kind_${entity.kind}`)} · ${t('dossier_times', { n: named.length })}${origin === undefined ? '' : ` · ${t('common_frame', { host: readableHost(origin) })}`}`;
  });
}

/** Brackets hold what no source states, as in any bibliography. */
const bracketed = (text: string, inferred: boolean): string => (inferred ? `[${text}]` : text);

const STYLE = `
body { max-width: 68ch; margin: 40px auto; padding: 0 20px; font: 16px/1.5 Georgia, serif; color: #1d1b18; background: #fffdf8; color-scheme: light dark; }
h1 { font-size: 26px; line-height: 1.2; } h2 { margin-top: 36px; font-size: 19px; border-bottom: 1px solid #e4ddcf; }
h3 { margin: 14px 0 2px; font: 600 13px system-ui, sans-serif; color: #a3242b; } p { margin: 4px 0; }
.line, footer { color: #655f55; font: 13px/1.45 system-ui, sans-serif; } footer { margin-top: 40px; }
blockquote { margin: 24px 0 8px; padding-left: 12px; border-left: 2px solid #8b8375; font-style: italic; } .beside { margin-left: 24px; }
article { break-inside: avoid; }
@media (prefers-color-scheme: dark) { body { color: #ece7dd; background: #1c1b19; } h3 { color: #ff938a; } h2 { border-color: #3a3630; } .line, footer { color: #aaa396; } a { color: #a4bff0; } }
`.trim();

function toHtml({ title, page, mentions, matches, sources, nothing, closing }: Content, language: Language): string {
  const p = (text: string, name = '') => `<p${name && ` class="${name}"`}>${html(text)}</p>`;
  const said = ({ statement, line }: Said) => `${p(statement)}\n${p(line, 'line')}`;
  const list = (items: string[]) => `<ul>\n${items.map((item) => `<li>${item}</li>`).join('\n')}\n</ul>`;
  const section = (heading: string, body: string) => `<h2>${html(heading)}</h2>\n${body}`;
  const parts = [
    `<h1>${html(title)}</h1>`,
    ...(page ? [`<p>${anchor(page.title || page.url, page.url)}</p>`] : []),
    ...(nothing ? [p(nothing)] : []),
    ...(mentions.lines.length > 0 ? [section(mentions.heading, list(mentions.lines.map(html)))] : []),
    ...(matches.items.length > 0
      ? [
          section(
            matches.heading,
            matches.items
              .map(({ sentence, origin, stance, claim, against }) =>
                [
                  '<article>',
                  `<blockquote dir="auto">${html(sentence)}</blockquote>`,
                  ...(origin === null ? [] : [p(origin, 'line')]),
                  `<h3>${html(stance)}</h3>`,
                  said(claim),
                  ...against.map(
                    (tie) =>
                      `<div class="beside">\n<h3>${html(tie.kind)}</h3>\n${said(tie.claim)}\n${p(tie.reason)}\n</div>`,
                  ),
                  '</article>',
                ].join('\n'),
              )
              .join('\n'),
          ),
        ]
      : []),
    ...(sources.items.length > 0
      ? [
          section(
            sources.heading,
            list(sources.items.map((source) => `${anchor(source.title, source.url)} · ${html(source.line)}`)),
          ),
        ]
      : []),
    `<footer>\n${closing.map((text) => p(text)).join('\n')}\n</footer>`,
  ];
  return [
    '<!doctype html>',
    `<html lang="${language}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${html(title)}</title>`,
    `<style>\n${STYLE}\n</style>`,
    '</head>',
    '<body>',
    ...parts,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

const html = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Only addresses of the web become links: a page's title and address are not ours. */
function anchor(text: string, url: string | null): string {
  return url && isWeb(url) ? `<a href="${html(url)}" rel="noopener noreferrer">${html(text)}</a>` : html(text);
}

function toMarkdown({ title, page, mentions, matches, sources, nothing, closing }: Content): string {
  const said = ({ statement, line }: Said) => [md(statement), '', md(line)];
  const quoted = (lines: string[]) => lines.map((line) => (line === '' ? '>' : `> ${line}`));
  const lines = [
    `# ${md(title)}`,
    ...(page ? ['', mdLink(page.title || page.url, page.url)] : []),
    ...(nothing ? ['', md(nothing)] : []),
    ...(mentions.lines.length > 0
      ? ['', `## ${md(mentions.heading)}`, '', ...mentions.lines.map((line) => `- ${md(line)}`)]
      : []),
    ...(matches.items.length > 0 ? ['', `## ${md(matches.heading)}`] : []),
    ...matches.items.flatMap(({ sentence, origin, stance, claim, against }) => [
      '',
      `> ${md(sentence)}`,
      ...(origin === null ? [] : ['', md(origin)]),
      '',
      `**${md(stance)}**`,
      '',
      ...said(claim),
      ...against.flatMap((tie) => ['', ...quoted([`**${md(tie.kind)}**`, '', ...said(tie.claim), '', md(tie.reason)])]),
    ]),
    ...(sources.items.length > 0
      ? [
          '',
          `## ${md(sources.heading)}`,
          '',
          ...sources.items.map((source) => `- ${mdLink(source.title, source.url)} · ${md(source.line)}`),
        ]
      : []),
    '',
    '---',
    '',
    ...closing.map((text) => md(text)),
  ];
  return `${lines.join('\n')}\n`;
}
