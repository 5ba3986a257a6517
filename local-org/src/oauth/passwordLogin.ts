import type { RequestUser } from '../requestUser.ts';
import { userIdNamed } from '../users/userIdNamed.ts';
import type { Doors } from './doors.ts';

/** The active user of this name and password; undefined when anything is wrong, and nobody is told what. */
export async function passwordLogin(
  { org, passwords }: Pick<Doors, 'org' | 'passwords'>,
  username: string,
  password: string,
): Promise<RequestUser | undefined> {
  const id = userIdNamed(org.database, username);
  const isRight = await passwords.verify(id, password);
  return isRight && id !== undefined ? org.user(id) : undefined;
}
