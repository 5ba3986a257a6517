import { WakeUp, type Loop } from '../loop.ts';
import { pushWaiting } from '../push/pushWaiting.ts';
import type { SalesforceClient } from '../salesforce/client.ts';
import { OrgUnavailable } from '../salesforce/errors.ts';
import { bindToOrg } from '../store/orgBinding.ts';
import type { Store } from '../store/store.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';

/** Pushes whatever waits, and tries again later while the org takes nothing. */
export function pushLoop(store: Store, client: SalesforceClient, telemetry: Telemetry, pollMs: number): Loop {
  const alarm = new WakeUp();
  return {
    name: 'push',
    wake: () => alarm.call(),
    async run(signal) {
      while (!signal.aborted) {
        let pause = pollMs;
        try {
          if ((await store.waiting(0, 1)).length > 0) {
            await bindToOrg(store, client);
            await pushWaiting({ store, client, counts: { created: 0, updated: 0, kept: 0 } });
            telemetry.condition('org');
          }
        } catch (thrown) {
          if (!(thrown instanceof OrgUnavailable)) throw thrown;
          telemetry.condition('org', thrown.message);
          pause = 10_000;
        }
        await alarm.sleep(pause, signal);
      }
    },
  };
}
