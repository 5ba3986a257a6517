import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type { FieldValues } from '../schema/types.ts';
import { startLocalOrg, type LocalOrg } from '../localOrg.ts';
import type { RequestUser } from '../requestUser.ts';

/** An org of its own for one test, without pages, and what tests ask of it. */
export interface EmptyOrg extends LocalOrg {
  readonly dataFolder: string;
  readonly admin: RequestUser;
  /** Ids of new records. */
  insert(object: string, ...records: readonly FieldValues[]): readonly string[];
  /** Rows of a query, each value by the name of its field. */
  rows(soql: string): readonly Readonly<Record<string, unknown>>[];
}

/** An org as it is when nothing was deployed to it; it is gone when the test ends. A test may close it before. */
export async function emptyOrg(t: TestContext, dataFolder = mkdtempSync(join(tmpdir(), 'local-org-'))): Promise<EmptyOrg> {
  const localOrg = await startLocalOrg({ dataFolder, port: 0, pages: false });
  let closed = false;
  const close = async (): Promise<void> => {
    if (closed) return;
    closed = true;
    await localOrg.close();
  };
  t.after(async () => {
    await close();
    rmSync(dataFolder, { recursive: true, force: true });
  });
  const { org, adminToken } = localOrg;
  const admin = org.user(org.sessions.userIdOf(adminToken) ?? '');
  if (admin === undefined) throw new Error('the org has no administrator');
  return {
    ...localOrg,
    close,
    dataFolder,
    admin,
    insert: (object, ...records) =>
      org.records.insert(object, records, { user: admin, allOrNone: true }).map((result) => {
        if (!result.success) throw new Error(JSON.stringify(result.errors));
        return result.id;
      }),
    rows: (soql) => {
      const { records } = org.queries.run(soql, admin);
      return records.map(({ fields }) =>
        Object.fromEntries([...fields].map(([name, value]) => [name, value.kind === 'value' ? value.value : value.kind])),
      );
    },
  };
}
