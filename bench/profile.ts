/** Where the time of a complete run goes, by function, from the browser's sampling profiler. */
import type { Bench } from './browser.ts';

interface Profile {
  nodes: { id: number; callFrame: { functionName: string; url: string; lineNumber: number }; hitCount: number }[];
  startTime: number;
  endTime: number;
}

/** Runs Bridle over a page many times and prints the functions that took most, each with its share of Bridle's own time. */
export async function printProfile(bench: Bench, html: string, runs: number): Promise<void> {
  const profile = await bench.inPage(html, async (page, cdp) => {
    await page.evaluate(() => pageBench.inTurn(['Bridle'], 1, 5));
    await cdp.send('Profiler.enable');
    await cdp.send('Profiler.setSamplingInterval', { interval: 100 });
    await cdp.send('Profiler.start');
    await page.evaluate((count) => pageBench.inTurn(['Bridle'], count, 0), runs);
    return (await cdp.send('Profiler.stop')).profile as Profile;
  });
  const own = new Map<string, number>();
  for (const {
    callFrame: { functionName, lineNumber },
    hitCount,
  } of profile.nodes) {
    const name = functionName || `(unnamed, line ${lineNumber + 1})`;
    own.set(name, (own.get(name) ?? 0) + hitCount);
  }
  for (const idle of [
    '(idle)',
    '(program)',
    '(root)',
    'cloneNode',
    'replaceWith',
    'get offsetHeight',
    'evaluate',
    'inTurn',
  ])
    own.delete(idle);
  const total = [...own.values()].reduce((sum, hits) => sum + hits, 0);
  for (const [name, hits] of [...own].toSorted((a, b) => b[1] - a[1]).slice(0, 50))
    console.log(
      `${((hits / total) * 100).toFixed(1).padStart(5)} %  ${((hits * 0.1) / runs).toFixed(3).padStart(7)} ms  ${name}`,
    );
}
