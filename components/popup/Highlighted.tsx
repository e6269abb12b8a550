import { foldText } from '../../data/fold.ts';

/** A text in which the words that the query begins, or that hold a word of it, stand out. */
export function Highlighted({ text, query }: { text: string; query: string }) {
  const wanted = foldText(query)
    .split(' ')
    .filter((word) => word.length > 1);
  if (wanted.length === 0) return <>{text}</>;
  return (
    <>
      {text.split(/([\p{L}\p{M}\p{N}]+)/u).map((part, i) => {
        const folded = foldText(part);
        return folded !== '' && wanted.some((word) => folded.includes(word)) ? <mark key={i}>{part}</mark> : part;
      })}
    </>
  );
}
