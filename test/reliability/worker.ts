import { createInterface } from 'node:readline';
import { runCommand, type RunningCommand } from './command.ts';

/** A worker that dies by itself so often is not started again. */
const patience = 3;

/** The service cannot be kept running; the message is what it said. */
export class GivenUp extends Error {}

/** A `customer-pulse serve` that is started again whenever it dies, on a port of its own choice each time. */
export class Worker {
  readonly #args: readonly string[];
  readonly #environment: Readonly<Record<string, string>>;
  #run: RunningCommand | undefined;
  #url: Promise<string> | undefined;
  #stopping = false;
  /** Times it died without being asked to. */
  deaths = 0;
  /** What it said before it died, where nobody killed it. */
  readonly lastWords: string[] = [];
  #killed = false;

  constructor(args: readonly string[], environment: Readonly<Record<string, string>>) {
    this.#args = args;
    this.#environment = environment;
  }

  /** Starts it. @returns when it is ready or has died */
  async start(): Promise<void> {
    const run = runCommand(this.#args, this.#environment, 'heard');
    this.#run = run;
    this.#killed = false;
    const ready = new Promise<string>((resolve, reject) => {
      const { stdout } = run.process;
      if (stdout !== null) {
        createInterface({ input: stdout }).on('line', (line) => {
          const url = /ready at (\S+)/.exec(line)?.[1];
          if (url !== undefined) resolve(url);
        });
      }
      run.process.on('exit', () => reject(new Error('the service has ended')));
    });
    this.#url = ready;
    void run.ended.then(({ exitCode, stderr }) => this.#ended(exitCode, stderr));
    await ready.catch(() => undefined);
  }

  /** Its address now. @throws Error while it is down */
  async url(): Promise<string> {
    if (this.lastWords.length >= patience) throw new GivenUp(this.lastWords.join('\n'));
    if (this.#url === undefined) throw new Error('the service was not started');
    return this.#url;
  }

  get running(): RunningCommand | undefined {
    return this.#run;
  }

  /** kill -9; it comes back. */
  kill(): void {
    this.#killed = true;
    this.#run?.kill();
  }

  /** kill -9, something done while it is down, and started again. */
  async killedWhile(meanwhile: () => void | Promise<void>): Promise<void> {
    await this.end();
    await meanwhile();
    this.#stopping = false;
    await this.start();
  }

  /** kill -9, and no coming back. */
  async end(): Promise<void> {
    this.#stopping = true;
    this.#run?.kill();
    await this.#run?.ended;
  }

  /** SIGTERM, and no coming back. @returns its exit code */
  async stop(): Promise<number | undefined> {
    // One that only begins to start has no hand on its signals yet.
    await this.#url?.catch(() => undefined);
    this.#stopping = true;
    this.#run?.process.kill('SIGTERM');
    return (await this.#run?.ended)?.exitCode;
  }

  #ended(exitCode: number | undefined, stderr: string): void {
    if (this.#stopping) return;
    this.deaths++;
    if (!this.#killed) this.lastWords.push(`exit code ${exitCode}: ${stderr.slice(-1500)}`);
    if (this.lastWords.length < patience) void this.start();
  }
}
