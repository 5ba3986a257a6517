import { Command, InvalidArgumentError } from 'commander';

/** How a local org is to be started. */
export interface CommandLine {
  /** 0 for any free port. */
  readonly port: number;
  readonly data: string;
  /** Where the org's clock starts, epoch milliseconds; real time when absent. */
  readonly now?: number;
  /** Idle time after which a session ends. */
  readonly sessionMinutes?: number;
  /** API calls that are answered in a day. */
  readonly dailyApiRequests?: number;
}

/** Reads the arguments; prints usage and ends the process when they are wrong. */
export function readCommandLine(args: readonly string[]): CommandLine {
  const command = new Command('local-org')
    .description('A Salesforce-compatible org on this machine: metadata is deployed to it as to any other')
    .option('--port <number>', 'port on 127.0.0.1; 0 picks a free one', readPort, 0)
    .requiredOption('--data <folder>', 'folder of the database and of org.env')
    .option('--now <moment>', "where the org's clock starts, e.g. 2022-10-01T00:00:00Z", readMoment)
    .option('--session-minutes <number>', 'idle time after which a session ends; 120 unless given', readCount)
    .option('--daily-api-requests <number>', 'API calls that are answered in a day; any number unless given', readCount);
  return command.parse([...args], { from: 'user' }).opts<CommandLine>();
}

function readCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError('A whole number from 1 is wanted.');
  return count;
}

function readPort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new InvalidArgumentError('A port is a number from 0 to 65535.');
  return port;
}

function readMoment(text: string): number {
  const moment = /^\d{4}-\d{2}-\d{2}(?:T|$)/u.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(moment)) throw new InvalidArgumentError('A moment is written like 2022-10-01T00:00:00Z.');
  return moment;
}
