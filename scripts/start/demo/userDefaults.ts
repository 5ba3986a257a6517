import type { Connection } from 'jsforce';

/** The profile that the demo's sales people have. */
const PROFILE = 'Standard User';

/** Fields that a user needs beside name and address. @throws Error when the org lacks the profile */
export async function userDefaults(connection: Connection): Promise<Record<string, string>> {
  const { records } = await connection.query<{ Id: string }>(`SELECT Id FROM Profile WHERE Name = '${PROFILE}'`);
  const profile = records[0];
  if (profile === undefined) throw new Error(`The org has no profile called ${PROFILE}.`);
  return {
    ProfileId: profile.Id,
    TimeZoneSidKey: 'Europe/Copenhagen',
    LocaleSidKey: 'en_GB',
    LanguageLocaleKey: 'en_US',
    EmailEncodingKey: 'UTF-8',
  };
}
