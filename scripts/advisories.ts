/**
 * `npm run advisories`: asks the registry for known advisories about what ships. Fails where there is one; says so where the registry cannot be
 * asked, which is no failure: no check of the repository may depend on a network.
 */
import { spawnSync } from 'node:child_process';

interface Answer {
  message?: string;
  metadata?: { vulnerabilities: Record<string, number> };
  vulnerabilities?: Record<string, { severity: string; range: string }>;
}

const { stdout, stderr } = spawnSync('npm', ['audit', '--omit=dev', '--json'], { encoding: 'utf8', timeout: 60_000 });
const answer = read(stdout);
if (!answer?.metadata || !answer.vulnerabilities) {
  console.log(
    `Not checked: the registry gives no answer about advisories (${answer?.message ?? (stderr.trim().split('\n')[0] || 'no network')}).`,
  );
} else {
  const found = Object.entries(answer.vulnerabilities);
  for (const [name, { severity, range }] of found) console.error(`${name} ${range}: ${severity}`);
  console.log(`${found.length} packages that ship have a known advisory`);
  process.exitCode = found.length > 0 ? 1 : 0;
}

function read(json: string): Answer | null {
  try {
    return JSON.parse(json) as Answer;
  } catch {
    return null;
  }
}
