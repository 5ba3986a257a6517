import { createInterface } from 'node:readline';
import { crashEnd, crashStart, openCrashOrg } from './crashOrg.ts';

// Moves the clock of an org over all its scheduled work, and tells each time it
// has done a part: whoever started it may kill it then.
const [, , file = ''] = process.argv;
const org = openCrashOrg(file, crashStart);
org.clock.keepIn(org.database);
org.engine.start();
const lines = createInterface({ input: process.stdin });
lines.once('line', () => {
  let done = false;
  const tell = (): void => {
    process.stdout.write('.\n');
    if (!done) setImmediate(tell);
  };
  setImmediate(tell);
  void org.engine.advanceTo(crashEnd).then(() => {
    done = true;
    org.close();
    process.stdout.write('end\n');
    lines.close();
  });
});
process.stdout.write('ready\n');
