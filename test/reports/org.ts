import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Component } from '../../local-org/src/deployment/types.ts';
import { startLocalOrg, type LocalOrg } from '../../local-org/src/localOrg.ts';
import { problemsOf, tryToDeploy } from '../../local-org/src/testing/deployFolder.ts';
import { componentsOfFolder } from '../../local-org/src/testing/sourceFolder.ts';
import { Client } from './client.ts';

/** The package's folder in source format. */
export const PACKAGE = join(import.meta.dirname, '../../force-app');

/** A running org that holds the package, its clock standing still. */
export interface ReportOrg {
  readonly local: LocalOrg;
  readonly admin: Client;
  clientOf(userId: string): Client;
  close(): Promise<void>;
}

export interface OrgWish {
  /** Epoch milliseconds at which its clock stands. */
  readonly now: number;
  /** Changes what is deployed, for example to a private sharing model; what becomes undefined is left out. */
  readonly change?: (component: Component) => Component | undefined;
}

/** Starts an org in this process and deploys the package to it. @throws Error with every problem of the deployment */
export async function openReportOrg({ now, change }: OrgWish): Promise<ReportOrg> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'reports-'));
  const local = await startLocalOrg({ dataFolder, port: 0, pages: false, now, sessionMinutes: 24 * 60 });
  const close = async (): Promise<void> => {
    await local.close();
    rmSync(dataFolder, { recursive: true, force: true });
  };
  try {
    local.org.clock.hold();
    const components = await componentsOfFolder(PACKAGE);
    const outcome = await tryToDeploy(local, {
      components: change === undefined ? components : components.flatMap((component) => change(component) ?? []),
    });
    if (outcome.status === 'Failed') throw new Error(problemsOf(outcome).join('\n'));
  } catch (error) {
    await close();
    throw error;
  }
  return {
    local,
    admin: new Client(local.url, local.adminToken),
    clientOf: (userId) => new Client(local.url, local.org.sessions.open(userId)),
    close,
  };
}
