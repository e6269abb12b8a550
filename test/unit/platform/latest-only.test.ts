import { expect, test } from 'vitest';
import { latestOnly } from '../../../platform/latest-only.ts';

test('an answer that comes after that of a later look is not shown', async () => {
  const answers: ((seen: string) => void)[] = [];
  const shown: string[] = [];
  const look = latestOnly(
    () => new Promise<string>((resolve) => answers.push(resolve)),
    (seen) => shown.push(seen),
  );
  const looks = [look(), look()];
  answers[1]!('the tab in front now');
  answers[0]!('the tab that was in front before');
  await Promise.all(looks);
  expect(shown).toEqual(['the tab in front now']);
});
