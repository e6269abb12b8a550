/**
 * Figures in running text, however they are written: `50,000`, `50.000`, `50 000`, `fünfzigtausend`, `cinquante mille`, `٥٠٬٠٠٠`.
 * Years and days of a month are no figures: see `when`.
 */

/** Number words, folded. Those that are articles too (one, un, ein) count only inside a larger number. */
const units = new Map<string, number>();
const table: [value: number, words: string][] = [
  [0, 'zero null nul'],
  [2, 'two deux zwei zwee dos due dois duas twee dwa dwie'],
  [3, 'three trois drei drai tres tre drie trzy'],
  [4, 'four quatre vier veier cuatro quattro quatro cztery'],
  [5, 'five cinq funf fennef cinco cinque vijf piec'],
  [6, 'six sechs seis sei zes szesc'],
  [7, 'seven sept sieben siwen siete sette sete zeven siedem'],
  [8, 'eight huit acht aacht ocho otto oito osiem'],
  [9, 'nine neuf neun neng nueve nove negen dziewiec'],
  [10, 'ten dix zehn zeng diez dieci dez tien dziesiec'],
  [11, 'eleven onze elf once undici'],
  [12, 'twelve douze zwolf doce dodici doze twaalf'],
  [13, 'thirteen treize dreizehn trece tredici treze dertien'],
  [14, 'fourteen quatorze vierzehn catorce quattordici veertien'],
  [15, 'fifteen quinze funfzehn quince quindici vijftien'],
  [16, 'sixteen seize sechzehn dieciseis sedici dezasseis zestien'],
  [17, 'seventeen siebzehn siwwenzeng diecisiete diciassette dezassete zeventien'],
  [18, 'eighteen achtzehn dieciocho diciotto dezoito achttien'],
  [19, 'nineteen neunzehn diecinueve diciannove dezanove negentien'],
  [20, 'twenty vingt vingts zwanzig veinte venti vinte twintig'],
  [30, 'thirty trente dreissig treinta trenta trinta dertig'],
  [40, 'forty quarante vierzig cuarenta quaranta quarenta veertig'],
  [50, 'fifty cinquante funfzig cincuenta cinquanta cinquenta vijftig'],
  [60, 'sixty soixante sechzig sesenta sessanta sessenta zestig'],
  [70, 'seventy septante siebzig setenta settanta zeventig'],
  [80, 'eighty huitante octante achtzig ochenta ottanta oitenta tachtig'],
  [90, 'ninety nonante neunzig noventa novanta negentig'],
];
for (const [value, words] of table) for (const word of words.split(' ')) units.set(word, value);

const hundreds = new Set('hundred cent cents hundert honnert cien ciento cento honderd'.split(' '));
const thousands = new Set('thousand mille tausend dausend mil mila duizend tysiecy'.split(' '));
const one = new Set('one a un une ein eine eins'.split(' '));

/** No number word is longer (`neunhundertneunundneunzigtausend…` has 57 letters), and a page's words have no limit. */
const longestNumber = 64;

/** The value of a German or Dutch compound (`achtundachtzig`, `fünfzigtausend`, folded), or undefined. */
function compound(word: string): number | undefined {
  const known = units.get(word);
  if (known !== undefined || word.length < 6 || word.length > longestNumber) return known;
  for (const [link, factor] of [
    ['tausend', 1000],
    ['hundert', 100],
    ['duizend', 1000],
    ['honderd', 100],
  ] as const) {
    const at = word.indexOf(link);
    if (at < 0) continue;
    const before = at === 0 || (word.startsWith('ein') && at === 3) ? 1 : compound(word.slice(0, at));
    const rest = word.slice(at + link.length).replace(/^und/, '');
    const after = rest === '' ? 0 : compound(rest);
    return before === undefined || after === undefined ? undefined : before * factor + after;
  }
  const tens = /^(.+?)(?:und|en)(.+zig|dreissig|.+tig)$/.exec(word);
  const low = tens && (tens[1] === 'ein' ? 1 : units.get(tens[1]!));
  const high = tens && units.get(tens[2]!);
  return low && high ? low + high : undefined;
}

/** Digits with a group separator between each three, or alone; folded digits of any script. */
const digits = /(?<![\p{L}\p{N}.,])(?:\d{1,3}(?:[.,'’\u00a0\u202f\u2009 ]\d{3})+|\d+)(?![\p{L}\p{N}]|[.,:]\d)/gu;

/** Values of all figures in a text, each once. `words` are its folded words. */
export function figuresOf(text: string, words: readonly string[]): Set<number> {
  const values = new Set<number>();
  const western = text.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660)).replace(/٬/g, ',');
  for (const match of western.matchAll(digits)) {
    const value = Number(match[0].replace(/\D/g, ''));
    if (!isDate(western, match.index, match[0], value)) values.add(value);
  }
  spelledOut(words, values);
  return values;
}

/** Years, and days before the name of a month or after it. */
function isDate(text: string, at: number, written: string, value: number): boolean {
  if (/^(?:19|20)\d\d$/.test(written)) return true;
  if (value > 31) return false;
  return (
    months.test(text.slice(at + written.length, at + written.length + 14)) ||
    monthsBefore.test(text.slice(Math.max(0, at - 14), at))
  );
}

const month = '(?:jan|feb|fév|mär|mar|apr|avr|mai|may|maj|jun|jui|jul|aug|aoû|sep|oct|okt|ott|out|nov|dec|dez|déc|dic)';
const months = new RegExp(String.raw`^(?:st|nd|rd|th|er)?\.?\s+(?:de\s+|of\s+)?${month}`, 'iu');
const monthsBefore = new RegExp(String.raw`(?<!\p{L})${month}\p{L}*\.?\s+$`, 'iu');

function spelledOut(words: readonly string[], values: Set<number>): void {
  let total = 0;
  let current = 0;
  let open = false;
  const close = (): void => {
    if (open && total + current > 1) values.add(total + current);
    total = 0;
    current = 0;
    open = false;
  };
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (hundreds.has(word)) {
      current = Math.max(current, 1) * 100;
      open = true;
    } else if (thousands.has(word)) {
      total += Math.max(current, 1) * 1000;
      current = 0;
      open = true;
    } else {
      const value = compound(word);
      if (value !== undefined) {
        // quatre-vingt-huit; but "two, nine" is two figures
        if (value === 20 && current % 100 === 4 && word.startsWith('vingt')) current += 76;
        else if (open && current % 100 !== 0 && value >= current % 100 && !(current % 10 === 0 && value < 20)) {
          close();
          current = value;
        } else current += value;
        open = true;
      } else if (!(
        open &&
        (word === 'et' || word === 'and' || word === 'und' || word === 'y') &&
        compound(words[i + 1] ?? '') !== undefined &&
        total + current >= 20
      )) {
        if (open && one.has(word) && current >= 20 && current % 10 === 0) current += 1;
        else close();
      }
    }
  }
  close();
}
