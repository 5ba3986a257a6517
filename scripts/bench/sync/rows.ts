import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ACCOUNTS, benchAnswer, benchAnswers, toCsv } from '../answers';
import type { PreparedOrg } from './preparedOrg';

/** The same answers in three forms: for the service, for the Salesforce CLI, for a loop. */
export interface Rows {
  readonly count: number;
  /** Canonical CSV of the service. */
  readonly answersFile: string;
  /** Files of the Salesforce CLI in the order in which they are loaded, with their objects and keys. */
  readonly loads: readonly { readonly object: string; readonly key: string; readonly file: string }[];
}

/** Writes the rows into a folder. The CLI's files know every key and id already, which the service has to look up. */
export function writeRows(folder: string, { accountIds, contactIds }: PreparedOrg, count: number, now: number): Rows {
  const file = (name: string, lines: readonly string[]): string => {
    const path = join(folder, `${name}.csv`);
    writeFileSync(path, `${lines.join('\n')}\n`);
    return path;
  };
  const accountOf = (contact: number): string => accountIds[contact % ACCOUNTS] ?? '';
  const contactKey = (contact: number): string => `C:${contactIds[contact] ?? ''}:${accountOf(contact)}`;
  const responses = Array.from({ length: count }, (_, index) => {
    const { id, contact, rating, comment, respondedAt } = benchAnswer(index, now);
    const links = `${contactKey(contact)},${contactIds[contact] ?? ''},${accountOf(contact)}`;
    return `bench:${id},${links},${String(rating)},"${comment}",${respondedAt},bench,Delivery`;
  });
  writeFileSync(join(folder, 'answers.csv'), toCsv(benchAnswers(count, now)));
  return {
    count,
    answersFile: join(folder, 'answers.csv'),
    loads: [
      {
        object: 'AccountPulse__c',
        key: 'Key__c',
        file: file('accounts', ['Key__c,Account__c', ...accountIds.map((id) => `A:${id},${id}`)]),
      },
      {
        object: 'ContactPulse__c',
        key: 'Key__c',
        file: file('contacts', [
          'Key__c,Contact__c,AccountPulse__r.Key__c',
          ...contactIds.map((id, n) => `${contactKey(n)},${id},A:${accountOf(n)}`),
        ]),
      },
      {
        object: 'PulseResponse__c',
        key: 'ExternalId__c',
        file: file('responses', [
          'ExternalId__c,ContactPulse__r.Key__c,Contact__c,Account__c,Rating__c,Comment__c,RespondedAt__c,Source__c,Touchpoint__c',
          ...responses,
        ]),
      },
    ],
  };
}
