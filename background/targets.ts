/** What a mark stands for, as a text that a page hands back to ask for the card. It says all that the card hangs on, so that no session is needed. */
import type { Subject, Target } from '../presentation/card.ts';

export function writeTarget({ mention, matches }: Target): string {
  const claims = matches.map(({ claim, stance }) => [claim, stance]);
  if (!mention) return JSON.stringify({ claims });
  const { entity, alias, doubtful, cues } = mention;
  return JSON.stringify({ entity, alias, ...(doubtful && { cues }), ...(claims.length > 0 && { claims }) });
}

/** What a page asks for a card by: a mark's target, or a name in another card. */
export function readSubject(written: string): Subject | null {
  const target = readTarget(written);
  if (target) return { kind: 'place', target };
  const id = entityOf(written);
  return id === null ? null : { kind: 'entity', id };
}

/** Null for what `writeTarget` would not write. That the ids are known is for the card to see. */
export function readTarget(written: string): Target | null {
  let read: unknown;
  try {
    read = JSON.parse(written);
  } catch {
    return null;
  }
  if (typeof read !== 'object' || read === null) return null;
  const { entity, alias, cues, claims = [] } = read as Record<string, unknown>;
  if (!Array.isArray(claims) || claims.length > MOST_CLAIMS || !claims.every(isClaim)) return null;
  const matches = claims.map(([claim, stance]) => ({ claim, stance }));
  if (entity === undefined) return matches.length > 0 ? { mention: null, matches } : null;
  if (typeof entity !== 'string' || typeof alias !== 'string') return null;
  const doubtful = cues !== undefined;
  if (doubtful && !(Array.isArray(cues) && cues.every((cue) => typeof cue === 'string'))) return null;
  return { mention: { entity, alias, doubtful, cues: doubtful ? cues : [] }, matches };
}

/** Of what `entityTarget` writes. */
function entityOf(written: string): string | null {
  try {
    const read = JSON.parse(written) as { entity?: unknown } | null;
    return typeof read?.entity === 'string' && Object.keys(read).length === 1 ? read.entity : null;
  } catch {
    return null;
  }
}

const MOST_CLAIMS = 20;

function isClaim(value: unknown): value is [string, Target['matches'][number]['stance']] {
  return (
    Array.isArray(value) &&
    typeof value[0] === 'string' &&
    (value[1] === 'restates' || value[1] === 'disputes') &&
    value.length === 2
  );
}
