/** Begins work for an owner unless so much of it is under way already: then the answer is `busy`, at once. */
export type FewAtOnce = <Result>(owner: string, work: () => Promise<Result>) => Promise<Result | 'busy'>;

/** @param most works of one owner */
export function createFewAtOnce(most: number): FewAtOnce {
  const underWay = new Map<string, number>();
  return async (owner, work) => {
    const others = underWay.get(owner) ?? 0;
    if (others >= most) return 'busy';
    underWay.set(owner, others + 1);
    try {
      return await work();
    } finally {
      const left = underWay.get(owner)! - 1;
      if (left > 0) underWay.set(owner, left);
      else underWay.delete(owner);
    }
  };
}
