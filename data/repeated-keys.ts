/**
 * The keys that stand twice in one object of a JSON text, as paths (`0.statement.de`): `JSON.parse` keeps the last of them without a word.
 * The text must be JSON.
 */
export function repeatedKeys(json: string): string[] {
  const repeated: string[] = [];
  /** One frame for each object or list that is open; `at` is the key or place that is being read. */
  const open: { keys: Set<string> | null; at: string | number }[] = [];
  const tokens = json.matchAll(/"(?:[^"\\]|\\.)*"(?<colon>\s*:)?|[{}[\],]/gu);
  for (const { 0: token, groups } of tokens) {
    const frame = open.at(-1);
    if (token === '{') open.push({ keys: new Set(), at: '' });
    else if (token === '[') open.push({ keys: null, at: 0 });
    else if (token === '}' || token === ']') open.pop();
    else if (token === ',' && typeof frame?.at === 'number') frame.at += 1;
    else if (groups?.colon !== undefined && frame?.keys) {
      // Two spellings of one key are the same key: "\u0069d" and "id"
      const key = JSON.parse(token.slice(0, -groups.colon.length)) as string;
      frame.at = key;
      if (frame.keys.has(key)) repeated.push(open.map(({ at }) => at).join('.'));
      frame.keys.add(key);
    }
  }
  return repeated;
}
