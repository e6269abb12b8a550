/** Host names as readers know them: `xn--zrich-kva.example` is `zürich.example`, where that cannot be taken for another name. */

/** Letters of Latin alphabets that no mark on an English letter makes. Look-alikes such as the dotless i are not among them. */
const LATIN_LETTERS = 'ßæœøłđðþ';
const SCRIPTS = ['Cyrillic', 'Greek', 'Arabic', 'Hebrew', 'Armenian', 'Georgian', 'Thai', 'Devanagari', 'Hangul'];

/**
 * Shows a label in its own letters if all are Latin ones that differ visibly from English letters, or all of one other script which the
 * top-level name is in too (as browsers do: a Cyrillic name under `.com` may look like an English one). Anything else stays as it is.
 * @param host as `location.hostname` has it
 */
export function readableHost(host: string): string {
  const labels = host.split('.').map((label) => (label.startsWith('xn--') ? (decode(label.slice(4)) ?? label) : label));
  const top = scriptOf(labels.at(-1)!);
  const shown = host
    .split('.')
    .map((label, at) => {
      const script = scriptOf(labels[at]!);
      return script === 'Latin' || (script !== null && script === top) ? labels[at]! : label;
    })
    .join('.');
  // Only what leads back to the same place.
  return URL.canParse(`https://${shown}`) && new URL(`https://${shown}`).hostname === host ? shown : host;
}

function scriptOf(label: string): string | null {
  if (
    [...label].every(
      (character) => /[a-z0-9-]/.test(character.normalize('NFD')[0]!) || LATIN_LETTERS.includes(character),
    )
  )
    return 'Latin';
  return SCRIPTS.find((script) => new RegExp(`^[\\p{Script=${script}}\\p{M}0-9-]+$`, 'u').test(label)) ?? null;
}

/** Punycode (RFC 3492) without its prefix; null where it is none. */
function decode(text: string): string | null {
  const dash = text.lastIndexOf('-');
  const output = Array.from(text.slice(0, Math.max(0, dash)));
  let [code, place, bias] = [128, 0, 72];
  for (let at = dash + 1; at < text.length;) {
    const from = place;
    for (let weight = 1, step = 36; ; step += 36) {
      const digit = '0123456789'.includes(text[at] ?? '-') ? Number(text[at]) + 26 : (text.codePointAt(at) ?? 0) - 97;
      if (digit < 0 || digit > 35) return null;
      at++;
      place += digit * weight;
      const threshold = Math.min(26, Math.max(1, step - bias));
      if (digit < threshold) break;
      weight *= 36 - threshold;
    }
    const length = output.length + 1;
    let delta = Math.floor((place - from) / (from === 0 ? 700 : 2));
    delta += Math.floor(delta / length);
    let steps = 0;
    for (; delta > 455; steps += 36) delta = Math.floor(delta / 35);
    bias = steps + Math.floor((36 * delta) / (delta + 38));
    code += Math.floor(place / length);
    if (code > 0x10ffff) return null;
    place %= length;
    output.splice(place++, 0, String.fromCodePoint(code));
  }
  return output.join('');
}
