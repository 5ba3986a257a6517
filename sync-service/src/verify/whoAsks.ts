import { z } from 'zod';
import type { SalesforceClient } from '../salesforce/client.ts';
import { queryAll } from '../salesforce/composite.ts';
import { soqlText } from '../salesforce/soql.ts';

const userInfo = z.object({ user_id: z.string() });

/** The user as whom requests are made: days are counted in the user's time zone. */
export async function whoAsks(client: SalesforceClient): Promise<{ readonly userId: string; readonly timeZone: string }> {
  const { user_id: userId } = userInfo.parse(await client.request('GET', '/services/oauth2/userinfo'));
  const [user] = await queryAll(client, [`SELECT TimeZoneSidKey FROM User WHERE Id = ${soqlText(userId)}`]);
  const timeZone = user?.['TimeZoneSidKey'];
  return { userId, timeZone: typeof timeZone === 'string' && timeZone !== '' ? timeZone : 'UTC' };
}
