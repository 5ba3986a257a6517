import type { Connection } from 'jsforce';

/** Somebody as whom the org is worth a look. */
export interface PersonToBe {
  readonly username: string;
  /** Name and title. */
  readonly who: string;
  /** What to look at. */
  readonly page: string;
  readonly note: string;
}

interface User {
  readonly Username: string;
  readonly Name: string;
  readonly Title: string | null;
  readonly IsActive: boolean;
  readonly Manager: User | null;
}

const FIELDS = ['Username', 'Name', 'Title', 'IsActive'];

/**
 * Whoever has most to follow up, and the manager: they see what an administrator, who has no customers, does not.
 * Nobody where the follow-ups are the administrator's own.
 */
export async function peopleToBe(connection: Connection, administrator: string): Promise<readonly PersonToBe[]> {
  const busiest = await connection.query<{ OwnerId: string }>(
    'SELECT OwnerId, COUNT(Id) work FROM PulseFollowUp__c WHERE Open__c = 1 GROUP BY OwnerId ORDER BY COUNT(Id) DESC, OwnerId LIMIT 1',
  );
  const id = busiest.records[0]?.OwnerId;
  if (id === undefined) return [];
  const fields = [...FIELDS, ...FIELDS.map((name) => `Manager.${name}`)];
  const { records } = await connection.query<User>(`SELECT ${fields.join(', ')} FROM User WHERE Id = '${id}'`);
  return [
    { user: records[0], page: '/lightning/n/PulsePortfolio', note: 'my customers, those at risk first' },
    { user: records[0]?.Manager, page: '/lightning/n/NpsBoard', note: 'NPS, how sure it is, and where it comes from' },
  ].flatMap(({ user, page, note }) =>
    user?.IsActive !== true || user.Username === administrator
      ? []
      : [{ username: user.Username, who: [user.Name, user.Title].filter((word) => word !== null).join(', '), page, note }],
  );
}
