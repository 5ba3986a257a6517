import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalOrg } from '../../local-org/src/localOrg.ts';
import { deployFolder } from '../../local-org/src/testing/deployFolder.ts';
import { Client } from './client.ts';

/** A running org with the package, and people who come in by the REST API. */
export interface PeopledOrg {
  readonly admin: Client;
  readonly idle: () => Promise<void>;
  /** A new user with that profile and those permission sets; gives that user's door and id. */
  person(name: string, profile: string, sets: readonly string[]): Promise<{ readonly client: Client; readonly id: string }>;
  close(): Promise<void>;
}

export async function openPeopledOrg(): Promise<PeopledOrg> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'access-'));
  const local = await startLocalOrg({ dataFolder, port: 0, pages: false });
  await deployFolder(local, join(import.meta.dirname, '../../force-app'));
  const admin = new Client(local.url, local.adminToken);
  return {
    admin,
    idle: () => local.idle(),
    person: async (name, profile, sets) => {
      const profileId = await admin.find(`SELECT Id FROM Profile WHERE Name = '${profile}'`);
      const id = await admin.create('User', {
        LastName: name,
        Alias: name.slice(0, 8).toLowerCase(),
        Username: `${name.toLowerCase()}@access.example`,
        Email: `${name.toLowerCase()}@access.example`,
        ProfileId: profileId,
        TimeZoneSidKey: 'Europe/London',
        LocaleSidKey: 'en_US',
        LanguageLocaleKey: 'en_US',
        EmailEncodingKey: 'UTF-8',
      });
      for (const set of sets) {
        const setId = await admin.find(`SELECT Id FROM PermissionSet WHERE Name = '${set}'`);
        await admin.create('PermissionSetAssignment', { AssigneeId: id, PermissionSetId: setId });
      }
      return { id, client: new Client(local.url, local.org.sessions.open(id)) };
    },
    close: async () => {
      await local.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
