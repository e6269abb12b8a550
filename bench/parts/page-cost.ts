/** What going through a page costs, beside one pass over its text and beside other libraries. */
import { bringPeers } from '../browser.ts';
import { median, medianRatio } from '../statistics.ts';
import type { Row } from '../table.ts';
import type { Setting } from './setting.ts';

const PEERS = ['mark.js', 'advanced-mark', 'findAndReplaceDOMText'] as const;

export async function gateOnPages({ bench, rounds, pages }: Setting): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [name, html] of Object.entries(pages.plain)) {
    const [cold, times] = await bench.inPage(html, (page) =>
      page.evaluate(
        async (count) => [await pageBench.gate(), await pageBench.inTurn(['pass', 'gate'], count, 10)] as const,
        rounds * 4,
      ),
    );
    if (cold.opened) throw new Error(`The gate opens on ${name}`);
    rows.push({
      what: `gate / one pass, ${name}`,
      value: medianRatio(times.gate, times.pass),
      unit: '',
      goal: ['<=', 0.8],
      note: `${cold.ms.toFixed(2)} ms at the first run, cold`,
    });
  }
  return rows;
}

export async function affairPages({ bench, rounds, pages }: Setting): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [name, html] of Object.entries(pages.affair)) {
    const { cost, cold, times, beside } = await bench.inPage(html, async (page) => {
      await bringPeers(page);
      return page.evaluate(
        async ([peers, count]) => {
          const first = await pageBench.annotate();
          const cost = await pageBench.backgroundCost();
          pageBench.stop();
          return {
            cost,
            cold: first,
            times: await pageBench.inTurn(['pass', 'Bridle'], count * 4, 10),
            // Some of them take seconds
            beside: await pageBench.inTurn(['Bridle', ...peers], 3, 1),
          };
        },
        [PEERS, rounds] as const,
      );
    });
    if (cold.claims === 0) throw new Error(`${name}: no claim was matched, so that not all was measured`);
    const spent = `${median(times.Bridle).toFixed(1)} of ${median(times.pass).toFixed(2)} ms, ${cold.marks} marks`;
    const first = `first run, cold: ${cold.ms.toFixed(0)} ms; background ${cost.marksMs.toFixed(0)} and ${cost.engineMs.toFixed(0)} for the engine`;
    rows.push({
      what: `complete / one pass, ${name}`,
      value: medianRatio(times.Bridle, times.pass),
      unit: '',
      goal: ['<=', name === 'own article' ? 2 : 1.3],
      note: `${spent}; ${first}`,
    });
    const goals = { 'mark.js': 200, 'advanced-mark': 8, findAndReplaceDOMText: 1.2 };
    for (const peer of PEERS) {
      rows.push({
        what: `${peer} / Bridle, ${name}`,
        value: beside[peer].some(Number.isNaN) ? null : medianRatio(beside[peer], beside.Bridle),
        unit: '',
        goal: ['>=', goals[peer]],
        note: `${median(beside[peer]).toFixed(1)} ms`,
      });
    }
  }
  return rows;
}
