import { Fragment } from 'preact';
import { useDesk } from './desk.ts';

/** Entities by name, each leading to its page. */
export function NameLinks({ ids }: { ids: readonly string[] }) {
  const { nameOf, linkTo } = useDesk();
  return (
    <>
      {ids.map((id, at) => (
        <Fragment key={id}>
          {at > 0 && ', '}
          <a href={linkTo('entity', id)}>{nameOf(id)}</a>
        </Fragment>
      ))}
    </>
  );
}
