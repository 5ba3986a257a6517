import type { Connection } from 'jsforce';
import type { AccountToSee } from './accountsToSee';

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

/**
 * Whoever looks after the first of the accounts, and the manager: they see what an administrator, who has no customers,
 * does not. Nobody where the accounts are the administrator's own.
 */
export async function peopleToBe(
  connection: Connection,
  accounts: readonly AccountToSee[],
  administrator: string,
): Promise<readonly PersonToBe[]> {
  const first = accounts[0];
  if (first === undefined) return [];
  const fields = ['Username', 'Name', 'Title', 'IsActive'];
  const asked = [...fields, ...fields.map((name) => `Manager.${name}`)].map((name) => `Owner.${name}`);
  const { records } = await connection.query<{ Owner: User }>(`SELECT ${asked.join(', ')} FROM Account WHERE Id = '${first.id}'`);
  const owner = records[0]?.Owner;
  if (owner === undefined) return [];
  return [
    { user: owner, page: '/lightning/n/PulsePortfolio', note: 'my customers, those at risk first' },
    { user: owner.Manager, page: '/lightning/n/NpsBoard', note: 'NPS, how sure it is, and where it comes from' },
  ].flatMap(({ user, page, note }) =>
    user === null || !user.IsActive || user.Username === administrator
      ? []
      : [{ username: user.Username, who: [user.Name, user.Title].filter((word) => word !== null).join(', '), page, note }],
  );
}
