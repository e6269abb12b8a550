import { render } from 'preact';
import { facts } from 'virtual:bridle/facts';
import { words as journalWords } from 'virtual:bridle/words/journal';
import { words as optionsWords } from 'virtual:bridle/words/options';
import { download } from '../../components/download.ts';
import { accessToAskFor } from '../../components/options/changes.ts';
import type { OptionsActions, OptionsState } from '../../components/options/model.ts';
import { Options } from '../../components/options/Options.tsx';
import type { Language } from '../../data/facts.ts';
import { createWords } from '../../presentation/words.ts';
import { WordsProvider } from '../../components/words.ts';
import { MAX_BACKUP_BYTES, readBackup, writeBackup } from '../../platform/backup.ts';
import { isJournalOn as readJournalSwitch, switchJournal } from '../../platform/journal.ts';
import { languageOf } from '../../platform/language.ts';
import { latestOnly } from '../../platform/latest-only.ts';
import {
  areOnlyHere,
  changeSettings,
  closeNotice,
  readNotice,
  readSettings,
  watchStorage,
} from '../../platform/settings.ts';
import type { Mutable, Settings } from '../../platform/settings-values.ts';
import { openShortcutSettings, readShortcuts } from '../../platform/shortcuts.ts';
import { siteNameOf } from '../../platform/site-name.ts';
import {
  allowEverywhere,
  allowSites,
  allowTo,
  readAccess,
  watchPermissions,
  withdrawEverywhere,
} from '../../platform/access.ts';
import { isPublicSuffix } from '../../platform/public-suffix.ts';
import { switchOff, switchOn, withdraw } from '../../platform/site-switch.ts';
import { eraseStored, readStoredSizes } from '../../platform/stored.ts';
import { paintSample } from './paint-sample.ts';

const root = document.getElementById('options')!;
const life = new AbortController();
addEventListener('pagehide', () => life.abort());

let isRefused = false;
let state = await readState();

async function readState(): Promise<OptionsState> {
  const [settings, access, isOnlyHere, notice, isJournalOn, shortcuts, stored] = await Promise.all([
    readSettings(),
    readAccess(),
    areOnlyHere(),
    readNotice(),
    readJournalSwitch(),
    readShortcuts(),
    readStoredSizes(),
  ]);
  const nameOfMuted = (what: Mutable) => nameOf(what, languageOf(settings.language));
  return { settings, access, isOnlyHere, notice, isRefused, isJournalOn, shortcuts, stored, nameOfMuted };
}

/** Of a claim that this fact base does not know, from the backup of another version, its id. */
function nameOf(what: Mutable, language: Language): string {
  if ('alias' in what) return what.alias;
  return facts.claims.find(({ id }) => id === what.claim)?.statement[language] ?? what.claim;
}

const lookAgain = latestOnly(readState, (seen) => {
  state = seen;
  draw();
});

function draw(): void {
  const language = languageOf(state.settings.language);
  const words = createWords({ ...optionsWords[language], ...journalWords[language] }, language);
  document.documentElement.lang = language;
  document.title = `Bridle – ${words.t('options_title')}`;
  render(
    <WordsProvider value={words}>
      <Options state={state} actions={actions} />
    </WordsProvider>,
    root,
  );
}

/** Where the browser cannot store it, nothing has changed, and the page says so. */
async function keep(work: Promise<unknown>): Promise<void> {
  isRefused = await work.then(
    () => false,
    () => true,
  );
  await lookAgain();
}

const change = (to: (settings: Settings) => Settings): void => void keep(changeSettings(to));

const actions: OptionsActions = {
  change,
  allowSite(input) {
    const read = siteNameOf(input);
    if ('fault' in read) return read.fault;
    if (isPublicSuffix(read.host)) return 'suffix';
    return allowSites([read.host]).then(
      (isGiven) => (isGiven ? null : 'refused'),
      () => 'refused',
    );
  },
  withdraw: (host) => void keep(withdraw(host)),
  async keepOff(input) {
    const read = siteNameOf(input);
    if ('fault' in read) return read.fault;
    let hasRoom = true;
    await keep(switchOff(read.host).then((done) => (hasRoom = done)));
    return hasRoom ? null : 'full';
  },
  switchOn: (host) => void keep(switchOn(host)),
  allowEverywhere: () => void keep(allowEverywhere()),
  withdrawEverywhere: () => void keep(withdrawEverywhere()),
  closeNotice: () => void keep(closeNotice()),
  openShortcuts: openShortcutSettings,
  switchJournal: (on) => void keep(switchJournal(on)),
  saveBackup() {
    const { settings, access } = state;
    const file = `bridle-${new Date().toISOString().slice(0, 10)}.json`;
    download(file, 'application/json', writeBackup({ settings, access }, new Date()));
  },
  async readBackup(file) {
    if (file.size > MAX_BACKUP_BYTES) return { fault: 'size', place: '' };
    return readBackup(await file.text());
  },
  async restore({ settings, access }) {
    const { settings: before, access: accessBefore } = state;
    const asked = accessToAskFor(accessBefore, access);
    if (asked.everywhere || asked.hosts.length > 0) await allowTo(asked).catch(() => false);
    await keep(changeSettings(() => settings));
    return () =>
      void keep(
        (async () => {
          const given = accessToAskFor(accessBefore, await readAccess());
          if (given.everywhere) await withdrawEverywhere();
          for (const host of given.hosts) await withdraw(host);
          await changeSettings(() => before);
        })(),
      );
  },
  erase: () => keep(eraseStored()),
  paintSample,
};

draw();
watchStorage(() => void lookAgain(), life.signal);
watchPermissions(() => void lookAgain(), life.signal);
// The reader comes back from the browser's page of shortcuts.
addEventListener('focus', () => void lookAgain());
