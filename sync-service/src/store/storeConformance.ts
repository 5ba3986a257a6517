import { answersConformance } from './conformance/answers.ts';
import { bulkLoadsConformance } from './conformance/bulkLoads.ts';
import { deadLettersConformance } from './conformance/deadLetters.ts';
import { deliveriesConformance } from './conformance/deliveries.ts';
import { lookingConformance } from './conformance/looking.ts';
import type { OpenStore } from './conformance/opening.ts';
import { parentsConformance } from './conformance/parents.ts';
import { privacyConformance } from './conformance/privacy.ts';
import { workersConformance } from './conformance/workers.ts';
import { linkConformance } from './linkConformance.ts';
import { sendingConformance } from './sendingConformance.ts';

/** What every implementation of the store must do, port by port. */
export function storeConformance(name: string, open: OpenStore): void {
  for (const conformance of [
    answersConformance,
    bulkLoadsConformance,
    deadLettersConformance,
    deliveriesConformance,
    parentsConformance,
    privacyConformance,
    workersConformance,
    linkConformance,
    lookingConformance,
    sendingConformance,
  ])
    conformance(name, open);
}
