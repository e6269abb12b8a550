/**
 * Finds the browsers of this machine: Chrome, Chromium, Edge and Firefox on Linux, macOS and Windows.
 * On Debian and Ubuntu, as root, what is missing is installed with apt-get.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { env, platform } from 'node:process';

export type Family = 'chromium' | 'firefox';

export interface Installed {
  family: Family;
  /** Absolute path of the program. */
  path: string;
}

/** Raised with what the reader can do about it. */
export class NoBrowser extends Error {}

/** Names on the PATH, the likeliest first. */
const COMMANDS: Record<Family, string[]> = {
  chromium: [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
    'microsoft-edge-stable',
  ],
  firefox: ['firefox-esr', 'firefox', 'firefox-developer-edition'],
};

const MAC_APPS: Record<Family, string[]> = {
  chromium: ['Google Chrome', 'Chromium', 'Microsoft Edge'],
  firefox: ['Firefox', 'Firefox Developer Edition'],
};

const WINDOWS_PROGRAMS: Record<Family, string[]> = {
  chromium: [
    'Google\\Chrome\\Application\\chrome.exe',
    'Chromium\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
  ],
  firefox: ['Mozilla Firefox\\firefox.exe', 'Firefox Developer Edition\\firefox.exe'],
};

const DEBIAN_PACKAGES: Record<Family, string> = { chromium: 'chromium', firefox: 'firefox-esr' };

/** Names a program of the family outright, before any search: for tests on machines with several. */
const OVERRIDES: Record<Family, string> = { chromium: 'CHROMIUM_PATH', firefox: 'FIREFOX_PATH' };

/** The browser to open for a reader: `BROWSER_PATH` if set, else the first that is found or can be installed. */
export function anyBrowser(): Installed {
  const path = env.BROWSER_PATH;
  if (path) {
    if (!isProgram(path)) throw new NoBrowser(`BROWSER_PATH is ${path}, which is not a program.`);
    return { family: /firefox|librewolf|waterfox/i.test(path) ? 'firefox' : 'chromium', path };
  }
  return find('chromium') ?? find('firefox') ?? install(['chromium'])[0]!;
}

/** Both families, for the tests; what is missing is installed where that is possible. */
export function bothBrowsers(): Record<Family, Installed> {
  const missing = (['chromium', 'firefox'] as const).filter((family) => !find(family));
  if (missing.length > 0) install(missing);
  return { chromium: find('chromium')!, firefox: find('firefox')! };
}

function find(family: Family): Installed | undefined {
  const named = env[OVERRIDES[family]];
  if (named) {
    if (!isProgram(named)) throw new NoBrowser(`${OVERRIDES[family]} is ${named}, which is not a program.`);
    return { family, path: named };
  }
  const path = places(family).find(isProgram);
  return path ? { family, path } : undefined;
}

function places(family: Family): string[] {
  if (platform === 'darwin') {
    return ['/Applications', join(env.HOME ?? '', 'Applications')].flatMap((folder) =>
      MAC_APPS[family].map((app) =>
        join(folder, `${app}.app/Contents/MacOS`, app.startsWith('Firefox') ? 'firefox' : app),
      ),
    );
  }
  if (platform === 'win32') {
    return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].flatMap((folder) =>
      folder ? WINDOWS_PROGRAMS[family].map((program) => join(folder, program)) : [],
    );
  }
  const folders = [...(env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'];
  return COMMANDS[family].flatMap((command) => folders.map((folder) => join(folder, command)));
}

/**
 * A stub of a snap passes for a program but only says that the snap is missing; `/snap/bin` has the real one.
 */
function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return !path.startsWith('/usr/bin/') || !isSnapStub(path);
  } catch {
    return false;
  }
}

function isSnapStub(path: string): boolean {
  const start = readFileSync(path).subarray(0, 2000).toString('latin1');
  return start.startsWith('#!') && start.includes('/snap/bin/') && !existsSync('/snap/bin');
}

/** Installs with apt-get, or throws with what to do by hand. */
function install(families: Family[]): Installed[] {
  const wanted = families.map((family) => DEBIAN_PACKAGES[family]);
  if (!isDebian() || process.getuid?.() !== 0) {
    const command = `apt-get install ${wanted.join(' ')}`;
    throw new NoBrowser(
      [
        `No ${families.map((family) => (family === 'firefox' ? 'Firefox' : 'Chrome, Chromium or Edge')).join(' and no ')} was found.`,
        isDebian()
          ? `Install it (as root: ${command}),`
          : 'Install it from its maker or with the package manager of your system,',
        'or name the program: BROWSER_PATH for npm start, CHROMIUM_PATH and FIREFOX_PATH for npm test.',
      ].join('\n'),
    );
  }
  console.log(`Not found: ${wanted.join(', ')}. Installing with apt-get …`);
  aptGet(['update']);
  aptGet(['install', '--yes', '--no-install-recommends', ...wanted]);
  return families.map((family) => {
    const found = find(family);
    if (!found)
      throw new NoBrowser(`apt-get installed ${DEBIAN_PACKAGES[family]}, but no program of that name is there.`);
    return found;
  });
}

function aptGet(args: string[]): void {
  const run = spawnSync('apt-get', ['-qq', ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (run.status !== 0) throw new NoBrowser(`apt-get ${args.join(' ')} failed (see above).`);
}

function isDebian(): boolean {
  return platform === 'linux' && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');
}
