/** What `npm run accuracy` measures of the search, and the floors that hold. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Search } from '../../presentation/search/search.ts';
import type { Report } from './report.ts';

/** A line of `test/labelled/queries.jsonl`: see the README there. */
export interface LabelledQuery {
  id: string;
  /** `tuned`: the search was built with it in view. `aside`: written before, and not looked at. */
  part: 'tuned' | 'aside';
  language: string;
  query: string;
  /** Each of these is a right answer, as `KIND ID`; empty where the fact base has none and nothing may be found. */
  answers: string[];
}

export function readLabelledQueries(): LabelledQuery[] {
  const file = join(import.meta.dirname, '../labelled/queries.jsonl');
  return readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as LabelledQuery);
}

/** How far down a reader looks. */
const LOOKED_AT = 3;

/** Recall@3: the share of queries with a right answer among the first three results. */
export function measureSearch(search: Search, report: Report): void {
  const queries = readLabelledQueries();
  const isAnswered = ({ query, answers }: LabelledQuery) => {
    const found = search(query).map(({ kind, id }) => `${kind} ${id}`);
    if (answers.length === 0) return found.length === 0;
    return found.slice(0, LOOKED_AT).some((result) => answers.includes(result));
  };
  const share = (part: LabelledQuery['part']) => {
    const own = queries.filter((query) => query.part === part);
    return own.filter(isAnswered).length / own.length;
  };
  report.share('queries that the search was built with: recall@3', share('tuned'), 1);
  report.share('queries set aside: recall@3', share('aside'), 0.9);
  report.confusion.push(
    ...queries
      .filter((query) => !isAnswered(query))
      .map(
        ({ id, query }) =>
          `query   ${id}  ${query}  got ${search(query)
            .slice(0, LOOKED_AT)
            .map((result) => result.id)
            .join(', ')}`,
      ),
  );
}
