/** Looks at something and shows what was seen, unless another look has begun since: an older answer may come after a newer one. */
export function latestOnly<Seen>(look: () => Promise<Seen>, show: (seen: Seen) => void): () => Promise<void> {
  let latest = 0;
  return async () => {
    const number = ++latest;
    const seen = await look();
    if (number === latest) show(seen);
  };
}
