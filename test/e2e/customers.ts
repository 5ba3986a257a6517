import type { RunningOrg } from '../support/runningOrg';

/** Ids of the invented customers that the page tests look at. */
export interface Customers {
  /** Its pulse falls; 43 answers of one contact, the newest unhappy, with a long comment and two reasons. */
  readonly falling: { readonly accountId: string; readonly contactId: string };
  /** Has never answered. */
  readonly silent: { readonly accountId: string };
  /** Has one answer. */
  readonly single: { readonly accountId: string };
  /** A response of the falling account. */
  readonly responseId: string;
}

const DAY = 86_400_000;
const LONG = 'The second delivery came on a Friday evening when nobody was there to receive it. '.repeat(5).trim();

/** Makes three accounts and imports their answers. */
export async function makeCustomers(org: RunningOrg): Promise<Customers> {
  const falling = await account(org, 'Ravnsborg Cold Storage', 'kirsten.holm@ravnsborg.example');
  const silent = await account(org, 'Silent Meadow Nurseries', 'nobody@meadow.example');
  const single = await account(org, 'Lone Pine Printing', 'one@pine.example');
  const file = org.file('answers.csv', csv());
  const { exitCode, stderr } = await org.customerPulse('import', file);
  if (exitCode !== 0) throw new Error(stderr);
  await org.settled();
  const response = await org.connection.query<{ Id: string }>("SELECT Id FROM PulseResponse__c WHERE ExternalId__c = 'e2e:new-0'");
  return {
    falling,
    silent: { accountId: silent.accountId },
    single: { accountId: single.accountId },
    responseId: response.records[0]?.Id ?? '',
  };
}

async function account(org: RunningOrg, name: string, email: string): Promise<{ accountId: string; contactId: string }> {
  const created = await org.connection.sobject('Account').create({ Name: name });
  if (!created.success) throw new Error(`${name} was not created.`);
  const [firstName, lastName] = email.split('@')[0]?.split('.') ?? [];
  const contact = await org.connection
    .sobject('Contact')
    .create({ FirstName: firstName, LastName: lastName ?? firstName, Email: email, AccountId: created.id });
  if (!contact.success) throw new Error(`The contact of ${name} was not created.`);
  return { accountId: created.id, contactId: contact.id };
}

function csv(): string {
  const now = Date.now();
  const line = (
    id: string,
    email: string,
    rating: number | '',
    daysAgo: number,
    touchpoint: string,
    comment: string,
    reasons = '',
  ): string =>
    [id, 'e2e', email, String(rating), new Date(now - daysAgo * DAY).toISOString(), touchpoint, `"${comment}"`, reasons].join(',');
  const kirsten = 'kirsten.holm@ravnsborg.example';
  const recent = Array.from({ length: 30 }, (_, n) =>
    line(
      `new-${String(n)}`,
      kirsten,
      n === 0 ? 2 : 4 + (n % 6),
      2 + n * 9,
      n % 2 === 0 ? 'Delivery' : 'Service',
      n === 0 ? LONG : `Answer ${String(n)}`,
      n === 0 ? 'Late delivery;No reply' : '',
    ),
  );
  const earlier = Array.from({ length: 12 }, (_, n) => line(`old-${String(n)}`, kirsten, 8 + (n % 3), 380 + n * 20, 'Service', 'All well'));
  const noRating = line('blank', kirsten, '', 5, 'Delivery', 'I would rather not give a number');
  const single = line('single', 'one@pine.example', 9, 12, 'Sales', 'Quick and friendly');
  return ['response_id,source,email,rating,responded_at,touchpoint,comment,reasons', ...recent, ...earlier, noRating, single].join('\n');
}
