import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Connection } from 'jsforce';
import { type LocalOrg, startLocalOrg } from '../../localOrg.ts';

/** An empty org in process and a client of its Metadata API. */
export interface MetadataOrg extends LocalOrg {
  readonly connection: Connection;
  readonly dataFolder: string;
  /** Stops the org and removes its folder. */
  end(): Promise<void>;
}

export async function startMetadataOrg(): Promise<MetadataOrg> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'metadata-org-'));
  const localOrg = await startLocalOrg({ dataFolder, port: 0, pages: false });
  const end = async (): Promise<void> => {
    await localOrg.close();
    rmSync(dataFolder, { recursive: true, force: true });
  };
  return { ...localOrg, dataFolder, connection: connect(localOrg), end };
}

/** jsforce, asking for results without waiting long. */
export function connect({ url, adminToken }: Pick<LocalOrg, 'url' | 'adminToken'>): Connection {
  const connection = new Connection({ instanceUrl: url, accessToken: adminToken, version: '66.0' });
  connection.metadata.pollInterval = 5;
  return connection;
}
