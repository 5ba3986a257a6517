import { SingleBar } from 'cli-progress';
import type { Progress } from './progress.ts';

/** A bar on a terminal, a line now and then elsewhere: a log has no use for a bar. */
export function progressFor(stream: NodeJS.WriteStream): Progress {
  return stream.isTTY ? barProgress(stream) : lineProgress((line) => stream.write(`${line}\n`));
}

const endingSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** A bar hides the cursor, so the terminal has to be put right also when the command is interrupted; the signal then does what it does. */
function barProgress(stream: NodeJS.WriteStream): Progress {
  let bar: SingleBar | undefined;
  const interrupted = (signal: NodeJS.Signals): void => {
    stop();
    stream.write('Interrupted. Nothing is lost: run the same command again to go on.\n');
    process.kill(process.pid, signal);
  };
  const stop = (): void => {
    bar?.stop();
    bar = undefined;
    for (const signal of endingSignals) process.off(signal, interrupted);
  };
  return {
    start(stage, total) {
      stop();
      bar = new SingleBar({ stream, format: `${stage} {bar} {percentage}% | {eta_formatted} left`, hideCursor: true, barsize: 30 });
      bar.start(Math.max(1, total), 0);
      for (const signal of endingSignals) process.on(signal, interrupted);
    },
    update: (done) => bar?.update(done),
    stop,
  };
}

/** Lines at each tenth, but not oftener than every two seconds. */
export function lineProgress(write: (line: string) => void, now: () => number = Date.now): Progress {
  let stage = '';
  let total = 0;
  let shownTenth = 0;
  let shownAt = 0;
  return {
    start(name, all) {
      stage = name;
      total = all;
      shownTenth = 0;
      shownAt = now();
      write(`${stage} ...`);
    },
    update(done) {
      const tenth = total === 0 ? 10 : Math.floor((done / total) * 10);
      if (tenth <= shownTenth || now() - shownAt < 2_000) return;
      shownTenth = tenth;
      shownAt = now();
      write(`${stage} ${tenth * 10} %`);
    },
    stop: () => undefined,
  };
}
