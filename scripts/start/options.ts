import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** What `npm start --` was asked for. */
export interface StartOptions {
  /** Absolute folder of the org's and the service's data. */
  readonly dataFolder: string;
  readonly port: number;
  readonly syncPort: number;
  readonly demo: boolean;
  /** Own answers instead of the demo's, with the mapping that reads them. */
  readonly answers?: { readonly file: string; readonly mapping?: string };
}

export const USAGE = `Usage: npm start -- [options]
  --data DIR       folder for all data (default .customer-pulse)
  --port N         port of local-org (default 8080)
  --sync-port N    port of the sync service (default 8081)
  --no-demo        start with an empty org
  --answers FILE   load your own answers (CSV) instead of the demo
  --mapping FILE   how to read them (see config/data)`;

/**
 * @param folder the folder that relative paths start from
 * @throws Error with one line that names the option at fault
 */
export function readOptions(args: readonly string[], folder: string): StartOptions {
  const { values } = parseArgs({
    args: [...args],
    allowNegative: true,
    options: {
      data: { type: 'string', default: '.customer-pulse' },
      port: { type: 'string', default: '8080' },
      'sync-port': { type: 'string', default: '8081' },
      demo: { type: 'boolean', default: true },
      answers: { type: 'string' },
      mapping: { type: 'string' },
    },
  });
  if (values.mapping !== undefined && values.answers === undefined)
    throw new Error('--mapping says how to read --answers FILE, which is missing.');
  return {
    dataFolder: resolve(folder, values.data),
    port: port('--port', values.port),
    syncPort: port('--sync-port', values['sync-port']),
    demo: values.demo,
    ...(values.answers === undefined
      ? {}
      : {
          answers: {
            file: resolve(folder, values.answers),
            ...(values.mapping === undefined ? {} : { mapping: resolve(folder, values.mapping) }),
          },
        }),
  };
}

function port(option: string, text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0 || number > 65_535)
    throw new Error(`${option} ${text} is not a port: give a number from 0 to 65535.`);
  return number;
}
