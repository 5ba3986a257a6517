import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';

/** A server of the project, running as a child process. */
export interface Server {
  /** Its address, once it says that it is ready. Rejects with its last words when it ends before that. */
  readonly ready: Promise<string>;
  /** Resolves when the process has ended, with what it said last. */
  readonly ended: Promise<string>;
  /** Process id, for measuring its memory. */
  readonly pid: number | undefined;
  /** Asks it to stop and waits until it has. */
  stop(): Promise<void>;
}

export interface ServerOptions {
  /** As in the line `<name> ready at <url>`. */
  readonly name: string;
  /** Arguments for the project's Node. */
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  /** File that everything it says is appended to. */
  readonly logFile: string;
  /** Told each line that it says before it is ready. */
  readonly progress?: (line: string) => void;
}

const LAST_LINES = 15;

/** Starts a server in a process group of its own, so that Ctrl-C reaches it only through `stop`. */
export function startServer(options: ServerOptions): Server {
  const child = spawn(process.execPath, options.args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: options.env ?? process.env,
    detached: true,
  });
  const log = createWriteStream(options.logFile, { flags: 'a', mode: 0o600 });
  const lastWords: string[] = [];
  let isReady = false;
  const hear = (line: string): void => {
    log.write(`${line}\n`);
    lastWords.push(line);
    if (lastWords.length > LAST_LINES) lastWords.shift();
    if (!isReady) options.progress?.(line);
  };
  const ended = new Promise<string>((resolve) => {
    child.on('error', (error) => {
      resolve(error.message);
    });
    child.on('close', () => {
      log.end();
      resolve(lastWords.join('\n'));
    });
  });
  const ready = Promise.race([
    readyUrl(child, options.name, hear),
    ended.then((words) => {
      throw new Error(`${options.name} could not start:\n${words}`);
    }),
  ]);
  ready.then(
    () => {
      isReady = true;
    },
    () => undefined,
  );
  return {
    ready,
    ended,
    pid: child.pid,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function readyUrl(child: ChildProcess, name: string, hear: (line: string) => void): Promise<string> {
  return new Promise((resolve) => {
    const readyLine = new RegExp(`^${name} ready at (\\S+)$`, 'u');
    for (const stream of [child.stdout, child.stderr]) {
      if (stream === null) continue;
      createInterface({ input: stream }).on('line', (line) => {
        const url = readyLine.exec(line)?.[1];
        if (url === undefined) hear(line);
        else resolve(url);
      });
    }
  });
}
