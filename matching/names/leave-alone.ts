/**
 * Places where even the right letters are no mention: identifiers and addresses, credits and by-lines.
 * Each rule looks at the characters around the candidate only.
 */

const chunk = 120;
const sentenceMarks = /^[.,;:!?’'")»”…]*$/;

/**
 * Whether a span is a part of an address, a file name or an identifier: `com.apple.mail`, `user@nso.example`, `www.pegasus.de`,
 * `@nso`, `/nso/group.html`.
 */
export function isIdentifier(text: string, start: number, end: number): boolean {
  let from = start;
  while (from > 0 && start - from < chunk && !/[\s\u00a0\u202f]/.test(text[from - 1]!)) from--;
  let to = end;
  while (to < text.length && to - end < chunk && !/[\s\u00a0\u202f]/.test(text[to]!)) to++;
  const before = text.slice(from, start);
  const after = text.slice(end, to);
  // Most names stand alone, or before a comma or stop
  if (before === '' && sentenceMarks.test(after)) return false;
  if (/:\/\/|www\.|@$|[\p{L}\p{N}_]@|[\\=_~]$|\.[\p{Ll}\p{N}-]+\.$/u.test(before)) return true;
  // A dot or slash with letters right before: a domain, a path; but "Group.NSO said" (a lost space) and "Parly/Gantz" are prose
  if (/(?:^|[^\p{L}])[\p{Ll}\p{N}-]+\.$/u.test(before) && /^[.\p{Ll}]/u.test(after || ' ')) return true;
  if (/^\/[\p{Ll}\p{N}]|[\p{L}\p{N}]\/[\p{Ll}\p{N}-]*\/$/u.test(before)) return true;
  return /^(?:@[\p{L}\p{N}]|[._][\p{Ll}\p{N}_]|\/[\p{Ll}\p{N}-]+[/.]|:\/\/|=|\(\))/u.test(after);
}

const credits =
  'photos?|fotos?|bild(?:er)?|image[mn]?s?|immagine|beeld|picture|vid[eé]o|cr[eé]dits?|copyright|quelle|courtesy|צילום|تصوير|фото|zdj[eę]cie';
/** The next expression is too slow to be asked at each name. */
const anyCredit = new RegExp(String.raw`©|\(c\)|${credits}`, 'i');
const credit = new RegExp(
  String.raw`(?:©|\(c\)|(?<!\p{L})(?:${credits})\s*[:/–—-]?)\s*(?:[\p{L}\p{N}.\s-]{0,40}?[/|]\s*)?(?:\d{4}\s+)?$`,
  'iu',
);

/** Whether a span is credited with a picture or a text: `© 2021 AP`, `Photo: Reuters`, `Foto: Jane Doe/Reuters`. */
export function isCredit(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 60), start);
  return anyCredit.test(before) && credit.test(before);
}

const agencyBefore =
  /(?:[([][^()[\]]{0,40}|(?<!\p{L})(?:with|avec|mit|mat|con|com|met|z|ile|via|by|par|von|door|por|da|od|עם|مع)\s+(?:(?:afp|dpa|ap|apa|ats|belga|efe|ansa|lusa)\s*[,/&]\s*)*)$/iu;
const agencyAfter = /^(?:[^()[\]]{0,60}[)\]]\s*(?:[-–—:.]|$)|\s*[/–—-]\s|\s*\/|\s*$)/u;

/** Whether an agency's name only signs the text: `JERUSALEM (Reuters) –`, `with Reuters`, `Reuters/AFP`. "told Reuters" does not. */
export function isByline(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 60), start);
  const after = text.slice(end, end + 80);
  if (/[([][^()[\]]{0,40}$/u.test(before) && /^[^()[\]]{0,60}[)\]]/u.test(after)) return true;
  if (/\p{L}[/|]\s?$/u.test(before) || /^\s?[/|]\s?\p{L}/u.test(after)) return true;
  return agencyBefore.test(before) && (agencyAfter.test(after) || !/\s/.test(before.trim()));
}
