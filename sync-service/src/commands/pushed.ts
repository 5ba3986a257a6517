import type { Pushed } from '../pushAll.ts';

/** What a push came to, as lines for a person. */
export function pushedText(pushed: Pushed): readonly string[] {
  const { created, updated, kept, waiting, deadLetters, parked, refusals, apiCalls, stopped } = pushed;
  return [
    line('created', created, 'in Salesforce'),
    line('updated', updated, 'in Salesforce'),
    ...(kept > 0 ? [line('kept', kept, 'the org has a newer version')] : []),
    ...(waiting > 0 ? [line('waiting', waiting, 'stored, not yet pushed')] : []),
    ...(parked > 0 ? [line('parked', parked, 'wait for a change of configuration')] : []),
    ...(deadLetters > 0 ? [line('dead letters', deadLetters, 'refused by Salesforce: customer-pulse dead-letters list')] : []),
    ...refusals.map(({ externalId, code, reason }) => `    ${externalId}: ${code}, ${reason}`),
    line('API calls', apiCalls, 'used'),
    ...(stopped === undefined ? [] : [`Stopped: ${stopped} Everything is stored; run the same command again to go on.`]),
  ];
}

/** 0 when everything that waited has come to its end. */
export function exitCodeOfPush({ stopped, waiting, parked }: Pushed): number {
  return stopped !== undefined || waiting > 0 || parked > 0 ? 1 : 0;
}

function line(name: string, value: number, unit: string): string {
  return `  ${name.padEnd(13)} ${value} ${unit}`;
}
