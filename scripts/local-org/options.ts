import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** What `npm run local-org --` was asked for. */
export interface LocalOrgCommand {
  /** Absolute folder of the org's data. */
  readonly dataFolder: string;
  /** 0 picks a free one. */
  readonly port: number;
  /** Absolute source folder to deploy; undefined for an org without one. */
  readonly sourceFolder: string | undefined;
  /** Arguments that local-org itself reads. */
  readonly passedOn: readonly string[];
}

export const USAGE = `Usage: npm run local-org -- --data DIR [options]
  --data DIR       folder of the org's database and of org.env
  --port N         port on 127.0.0.1 (default: any free one)
  --package DIR    source folder that is deployed (default force-app)
  --empty          deploy nothing: the org starts with standard objects only
  --now MOMENT     where the org's clock starts, e.g. 2022-10-01T00:00:00Z
  --session-minutes N     idle time after which a session ends (default 120)
  --daily-api-requests N  API calls that are answered in a day (default any number)`;

/** Options of local-org itself that are handed on as they are. */
const PASSED_ON = ['now', 'session-minutes', 'daily-api-requests'] as const;

/**
 * @param folder the folder that relative paths start from
 * @param forceApp absolute folder of the project's own package
 * @throws Error with one line that names the option at fault
 */
export function readLocalOrgOptions(args: readonly string[], folder: string, forceApp: string): LocalOrgCommand {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: { type: 'string' },
      port: { type: 'string', default: '0' },
      package: { type: 'string' },
      empty: { type: 'boolean', default: false },
      now: { type: 'string' },
      'session-minutes': { type: 'string' },
      'daily-api-requests': { type: 'string' },
    },
  });
  if (values.data === undefined) throw new Error('--data DIR is missing: the folder that keeps the org.');
  if (values.empty && values.package !== undefined) throw new Error('--empty and --package contradict each other: give one of them.');
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`--port ${values.port} is not a port: give a number from 0 to 65535.`);
  const source = values.package === undefined ? forceApp : resolve(folder, values.package);
  return {
    dataFolder: resolve(folder, values.data),
    port,
    sourceFolder: values.empty ? undefined : source,
    passedOn: PASSED_ON.flatMap((name) => {
      const value = values[name];
      return value === undefined ? [] : [`--${name}`, value];
    }),
  };
}
