import assert from 'node:assert/strict';
import fc from 'fast-check';
import { rawCall, type RawAnswer } from './rawCall.ts';
import { runOrg, type RunningOrg } from './runningOrg.ts';

/** Tries of each property; more by hand: `FUZZ_RUNS=5000`. */
export const numRuns = Number(process.env['FUZZ_RUNS'] ?? 60);

export const data = '/services/data/v66.0';

/** Texts that have broken something somewhere. */
const nastyTexts = [
  ...["'", '"', '\\', "' OR Name != '", '%', '_', '..', '.', '/', 'a/b?c#d&e=f+g h%2F'],
  ...['\0', '\uFEFF', '🙂', 'é', '#N/A', 'null', '0', '-1', '@{x.id}', '__proto__', 'constructor'],
];

export const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.constantFrom(...nastyTexts),
);

/** The same as a part of an address. */
export const anyPart = anyText.map((text) => encodeURIComponent(text.toWellFormed()));

/** An org with records that no test may touch. */
export interface FuzzOrg extends RunningOrg {
  /** Sends a request as it is. @throws AssertionError when the answer is a server's error */
  harmless(method: string, path: string, options?: Parameters<typeof rawCall>[3]): Promise<RawAnswer>;
  /** @throws AssertionError when one of them was written */
  assertUntouched(): void;
}

export async function startFuzzOrg(): Promise<FuzzOrg> {
  const org = await runOrg();
  const { body } = await org.call('POST', '/composite/sobjects', {
    allOrNone: true,
    records: [
      { attributes: { type: 'Account' }, Name: 'Witness', Description: 'must not be touched' },
      { attributes: { type: 'AccountPulse__c' }, Key__c: 'witness' },
      { attributes: { type: 'Contact' }, LastName: 'Witness' },
    ],
  });
  const ids = (body as { id: string }[]).map(({ id }) => id);
  const seen = (): string => JSON.stringify(ids.map((id) => storedRecord(org, id)));
  const untouched = seen();
  return {
    ...org,
    harmless: async (method, path, options) => {
      const answer = await rawCall(org, method, path, options);
      assert.ok(
        answer.status < 500,
        `${answer.status} ${answer.body.slice(0, 300)} for ${method} ${path} ${String(options?.body).slice(0, 300)}`,
      );
      return answer;
    },
    assertUntouched: () => {
      assert.equal(seen(), untouched);
    },
  };
}

function storedRecord({ org }: RunningOrg, id: string): unknown {
  const object = org.schema.objectOfId(id);
  return object === undefined ? undefined : org.store.read(object, [id]).get(id);
}
