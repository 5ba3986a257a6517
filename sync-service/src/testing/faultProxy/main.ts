import { parseArgs } from 'node:util';
import { startFaultProxy } from './faultProxy.ts';
import type { Fault } from './faults.ts';

// A proxy as a process of its own, for benchmarks: `node main.ts --org URL [--latency MS] [--faults SHARE]`. It says where it is;
// `GET /-/calls` tells how many requests it has seen; `--begin N` counts faults as if it had seen N before. With `--away` the org cannot be reached until the proxy gets a SIGUSR2.
const { values } = parseArgs({
  options: {
    org: { type: 'string' },
    away: { type: 'boolean', default: false },
    latency: { type: 'string', default: '0' },
    faults: { type: 'string', default: '0' },
    begin: { type: 'string', default: '0' },
  },
});
if (values.org === undefined) throw new Error('--org URL is missing.');

const share = Number(values.faults);
const proxy = await startFaultProxy(values.org, { latencyMs: Number(values.latency) });

/** Faults by turns, as a bad day has them. */
const badDay: readonly Fault[] = [
  { kind: 'cut', when: 'after' },
  { kind: 'refused', status: 503, code: 'SERVER_UNAVAILABLE', retryAfterSeconds: 0 },
  { kind: 'partial', code: 'UNABLE_TO_LOCK_ROW', share: 0.05 },
  { kind: 'cut', when: 'before' },
  { kind: 'expired' },
];
let played = 0;
// Every 20th request at 5 %, the fifth first: the same number of faults in each run.
const turn = Math.round(1 / share);
const begin = Number(values.begin);
if (share > 0)
  proxy.follow(({ number }) => ((number + begin) % turn === Math.min(5, turn - 1) ? badDay[played++ % badDay.length] : undefined));

if (values.away) proxy.follow(() => ({ kind: 'cut', when: 'before' }));
process.on('SIGUSR2', () => proxy.follow(undefined));
console.log(`fault-proxy ready at ${proxy.url}`);
process.on('SIGTERM', () => process.exit());
