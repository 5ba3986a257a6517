import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import path from 'node:path';
import type { Config } from '../../config/configSchema.ts';
import { Secret } from '../../secret.ts';
import { asError, PulseError } from '../../errors.ts';
import { readMapping } from '../../mapping/mappingSchema.ts';
import { openStore } from '../../store/openStore.ts';
import { statusReport } from '../statusCommand.ts';
import { ok, problem, skipped, warning, type Finding } from './finding.ts';

const gigabyte = 1024 ** 3;

/** Looks at what is on this machine: the store and its disk, files of secrets, watched folders. */
export async function placeFindings(config: Config, orgId: string | undefined): Promise<readonly Finding[]> {
  return [...(await storeFindings(config, orgId)), ...(await diskFindings(config)), ...secretFiles(config), ...watchedFolders(config)];
}

async function storeFindings(config: Config, orgId: string | undefined): Promise<readonly Finding[]> {
  const inFolder = config.store.databaseUrl === undefined;
  if (inFolder && !existsSync(path.join(config.store.data, 'store.sqlite')))
    return [
      writable(nearestFolder(config.store.data))
        ? ok('store', `None yet; it is made in ${config.store.data} at the first start.`)
        : notWritable(config.store.data),
    ];
  try {
    const store = await openStore(config.store, { readOnly: true });
    try {
      const { attention, figures, running } = await statusReport(store, config, new Date());
      const bound = await store.setting('org id');
      const all = Object.values(figures.answers).reduce((sum, count) => sum + count, 0);
      const other = bound !== undefined && orgId !== undefined && bound.slice(0, 15) !== orgId.slice(0, 15);
      return [
        ok(
          'store',
          `${inFolder ? config.store.data : 'PostgreSQL'} holds ${all} answers; ${running.length === 0 ? 'no service is running' : running.join('; ')}.`,
        ),
        ...(inFolder && !writable(config.store.data) ? [notWritable(config.store.data)] : []),
        ...(other
          ? [
              problem(
                'store',
                `It belongs to the org ${bound}, but the credentials are of ${orgId}.`,
                'Use another store.data for this org.',
              ),
            ]
          : []),
        ...attention.map((words) => warning('store', words)),
      ];
    } finally {
      await store.close();
    }
  } catch (thrown) {
    if (!(thrown instanceof PulseError)) throw thrown;
    return [problem('store', thrown.message, 'See docs/operations.md, "The store cannot be opened".')];
  }
}

function writable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function notWritable(folder: string): Finding {
  return problem('store', `${folder} cannot be written by this user.`, `Give it to the user the service runs as: chown -R USER ${folder}`);
}

/** The folder itself, or what is there above it. */
function nearestFolder(folder: string): string {
  return existsSync(folder) || folder === path.dirname(folder) ? folder : nearestFolder(path.dirname(folder));
}

async function diskFindings({ store }: Config): Promise<readonly Finding[]> {
  if (store.databaseUrl !== undefined) return [];
  try {
    const { bavail, bsize } = await statfs(nearestFolder(store.data));
    const free = bavail * bsize;
    const words = `${(free / gigabyte).toFixed(1)} GB are free on the disk of the store.`;
    if (free > 2 * gigabyte) return [ok('disk', words)];
    const fix = 'Free room or move store.data: a full disk stops the intake (webhooks get 503 and come again); nothing is lost.';
    return [free > gigabyte / 5 ? warning('disk', words, fix) : problem('disk', words, fix)];
  } catch (thrown) {
    return [skipped('disk', `The free room could not be told: ${asError(thrown).message}`)];
  }
}

/** Files with secrets that others on the machine may read. */
function secretFiles(config: Config): readonly Finding[] {
  const open = secretsIn(config)
    .map(({ origin }) => origin)
    .filter((origin) => path.isAbsolute(origin) && existsSync(origin) && (statSync(origin).mode & 0o007) !== 0);
  return open.map((file) => warning('secrets', `${file} can be read by everybody on this machine.`, `chmod 600 ${file}`));
}

function secretsIn(value: unknown): readonly Secret[] {
  if (value instanceof Secret) return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(secretsIn) : [];
}

function watchedFolders({ watch }: Config): readonly Finding[] {
  return watch.folders.map(({ folder, mapping }) => {
    const about = `folder ${folder}`;
    if (!existsSync(folder)) return problem(about, 'It is not there.', `mkdir -p ${folder}`);
    if (!writable(folder))
      return problem(about, 'It cannot be written: files are moved to done/ and failed/ in it.', `chown USER ${folder}`);
    try {
      if (mapping !== undefined) readMapping(mapping);
      return ok(
        about,
        mapping === undefined ? 'It is watched for files with the names of the service itself.' : `It is watched, mapped by ${mapping}.`,
      );
    } catch (thrown) {
      return problem(
        about,
        asError(thrown).message,
        'Correct the mapping; try it with: customer-pulse import FILE --mapping MAPPING --dry-run',
      );
    }
  });
}
