import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];

/** What to tell a person who has no Chromium and no right to install one. */
export const HOW_TO_INSTALL =
  'Browser tests need Chromium: run "sudo apt-get install chromium", or set CHROMIUM_PATH to a Chromium or Chrome.';

/** Path of the Chromium to test with: `CHROMIUM_PATH`, else the first known name on the PATH. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const named = env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') return existsSync(named) ? named : undefined;
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find((path) => existsSync(path));
}

/**
 * Finds Chromium; where there is none and the user is root on Debian, installs its package.
 * @throws Error with one line that says what to install, when it could be had neither way
 */
export function ensureChromium(report: (line: string) => void): string {
  const found = findChromium();
  if (found !== undefined) return found;
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || spawnSync('apt-get', ['--version']).status !== 0) throw new Error(HOW_TO_INSTALL);
  report('No Chromium found: installing the Debian package "chromium".');
  try {
    execFileSync('apt-get', ['update'], { stdio: 'ignore' });
    execFileSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  } catch (error) {
    throw new Error(`The package could not be installed. ${HOW_TO_INSTALL}`, { cause: error });
  }
  const installed = findChromium();
  if (installed === undefined) throw new Error(HOW_TO_INSTALL);
  return installed;
}
