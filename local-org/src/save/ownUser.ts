import type { UserAccess } from '../access/types.ts';
import { saveErrors } from './saveErrors.ts';
import { accessErrors } from './accessErrors.ts';
import type { SaveRow } from './saveRow.ts';
import type { SaveError } from './types.ts';

/** Fields of their own record that people may change themselves (Object Reference, "User"); the others are for who manages users. */
const own: ReadonlySet<string> = new Set(
  (
    'FirstName LastName CompanyName Division Department Title Street City State PostalCode Country Email Phone Fax MobilePhone Extension ' +
    'CommunityNickname Alias SenderEmail SenderName Signature TimeZoneSidKey LocaleSidKey LanguageLocaleKey EmailEncodingKey AboutMe ' +
    'DigestFrequency DefaultGroupNotificationFrequency ReceivesInfoEmails ReceivesAdminInfoEmails EmployeeNumber DelegatedApproverId'
  ).split(' '),
);

/** Why somebody may not save a user; undefined when they may. */
export function userRefusal(row: SaveRow, access: UserAccess): SaveError | undefined {
  if (access.system('ManageUsers') || access.system('ManageInternalUsers')) return undefined;
  if (row.prior === undefined) return accessErrors.objectRefused('inserted', 'User');
  if (row.id !== access.userId) return accessErrors.recordRefused();
  const refused = [...row.given].filter((name) => !own.has(name) && !name.startsWith('UserPreferences') && row.changes(name));
  return refused.length === 0 ? undefined : saveErrors.notWritable(refused);
}
