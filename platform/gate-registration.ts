/** Keeps the gate registered for exactly the pages where Bridle may run; a change takes effect at once in open tabs too. */
import { grantedPatterns } from './access.ts';
import { browser } from './browser.ts';
import { sitePatternOf } from './match-pattern.ts';
import { itemOf, readSettings } from './settings.ts';
import { parseSettings } from './settings-values.ts';
import { GATE_FILES, MARKS_FILES, startGates } from './start-scripts.ts';
import { tellAllTabs } from './tell-tabs.ts';

const GATE = 'gate';

/** Keeps the gate's registration and the open tabs in step with permissions and settings. For the background, once. */
export function keepGateRegistered(): void {
  let last: Promise<void> = Promise.resolve();
  // One after the other: two registrations at once would collide. A failure must not block what comes after it.
  const queue = (change: () => Promise<void>) => {
    last = last.then(change).catch((error) => console.warn('Bridle could not renew its registration', error));
  };
  const startAnew = async () => {
    await registerGate();
    await startGates(await grantedPatterns());
  };
  browser.runtime.onInstalled.addListener(() => queue(startAnew));
  // An update takes the registration away, and the browser may end the background before it has heard of that.
  queue(async () => {
    if (!(await standingGate()) && (await grantedPatterns()).length > 0) await startAnew();
  });
  browser.runtime.onStartup.addListener(() => queue(registerGate));
  browser.permissions.onAdded.addListener(({ origins = [] }) =>
    queue(async () => {
      await registerGate();
      await startGates(origins.filter((pattern) => /^(\*|https?):/.test(pattern) || pattern === '<all_urls>'));
    }),
  );
  browser.permissions.onRemoved.addListener(({ origins = [] }) =>
    queue(async () => {
      await registerGate();
      await stopOn(origins);
    }),
  );
  browser.storage.onChanged.addListener((changes) => {
    const { oldValue, newValue } = changes[itemOf('sites')] ?? {};
    const [before, after] = [offSites(oldValue), offSites(newValue)];
    const touched = [...before, ...after].filter((site) => before.includes(site) !== after.includes(site));
    if (touched.length === 0) return;
    queue(async () => {
      await registerGate();
      // A copy that only moves from one area to the other changes nothing, so what holds now is asked for.
      const { off } = (await readSettings()).sites;
      await stopOn(touched.filter((site) => off.includes(site)).map(sitePatternOf));
      await startGates(touched.filter((site) => !off.includes(site)).map(sitePatternOf));
    });
  });
}

/** The registration that stands is changed in one step, so that it holds until the new one does, also where the browser refuses that. */
export async function registerGate(): Promise<void> {
  const [matches, settings] = await Promise.all([grantedPatterns(), readSettings()]);
  const standing = await standingGate();
  if (matches.length === 0) {
    if (standing) await browser.scripting.unregisterContentScripts({ ids: [GATE] });
    return;
  }
  const gate = {
    id: GATE,
    js: GATE_FILES,
    css: MARKS_FILES,
    matches,
    excludeMatches: await patternsThatHold(settings.sites.off.map(sitePatternOf)),
    allFrames: true,
    matchOriginAsFallback: true,
    runAt: 'document_idle' as const,
    persistAcrossSessions: true,
  };
  if (standing) await browser.scripting.updateContentScripts([gate]);
  else await browser.scripting.registerContentScripts([gate]);
}

async function standingGate() {
  const [standing] = await browser.scripting.getRegisteredContentScripts({ ids: [GATE] });
  return standing;
}

/** One pattern that this browser does not take must not cost the others. Where a gate runs all the same, the background starts nothing. */
async function patternsThatHold(patterns: readonly string[]): Promise<string[]> {
  const held = await Promise.all(
    patterns.map((pattern) =>
      browser.permissions.contains({ origins: [pattern] }).then(
        () => true,
        () => false,
      ),
    ),
  );
  return patterns.filter((_, at) => held[at]);
}

/** Ends Bridle on open pages. They find out themselves whether they are meant: their address is no longer ours to read. */
async function stopOn(origins: string[]): Promise<void> {
  if (origins.length > 0) await tellAllTabs({ type: 'stop', origins });
}

const offSites = (stored: unknown): string[] => parseSettings({ sites: stored }).sites.off;
