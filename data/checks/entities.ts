import type { Problem } from '../problem.ts';
import type { FactBase } from '../read.ts';
import type { Basis, Entity } from '../schema.ts';
import { broken, ENTITIES, has, sayOf } from './say.ts';
import type { Check } from './say.ts';

/** Roles and holders have dates and a source, or are marked as external. */
export const rolesAreGrounded: Check = (base) => base.entities.flatMap((entity) => groundsOf(entity, base));

/** Without a central entity the gate would ask for no name, and no page would ever be read. */
export const someEntityIsCentral: Check = ({ entities }) =>
  entities.some(({ central }) => central)
    ? []
    : [
        sayOf(ENTITIES, '')(
          'no entity is central',
          'Mark those whose presence makes a page one of the affair: "central": true.',
        ),
      ];

function groundsOf(entity: Entity, base: FactBase): Problem[] {
  const say = sayOf(ENTITIES, entity.id);
  const found: Problem[] = [];
  const checkGround = (
    what: string,
    { dates, source, basis }: { dates: string; source?: string | undefined; basis: Basis },
  ) => {
    if (dates === '../..') found.push(say(`${what} has no dates`, 'Give a date on which the source speaks of it.'));
    if (source === undefined && basis.kind !== 'external') {
      found.push(say(`${what} is ${basis.kind} but names no source`, 'Name the source, or mark it as external.'));
    }
    if (source !== undefined && !has(base.sources, source)) found.push(broken(say, `${what}.source`, source, 'source'));
  };
  entity.roles.forEach((role, at) => checkGround(`roles.${at}`, role));
  entity.holders?.forEach((holder, at) => {
    checkGround(`holders.${at}`, holder);
    const { entity: person } = holder;
    if (person !== undefined && !has(base.entities, person))
      found.push(broken(say, `holders.${at}.entity`, person, 'entity'));
  });
  return found;
}
