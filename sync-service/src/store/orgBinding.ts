import { SetupError } from '../errors.ts';
import type { SalesforceClient } from '../salesforce/client.ts';
import type { Store } from './store.ts';

const settingName = 'org id';

/**
 * Ties a store to the org it pushes to, at its first push. What a store knows to be in one org says nothing about another.
 * @throws SetupError when the store belongs to another org
 */
export async function bindToOrg(store: Store, client: SalesforceClient): Promise<void> {
  const orgId = await client.orgId();
  if (orgId === undefined) return;
  const bound = await store.setting(settingName);
  if (bound === undefined) await store.setSetting(settingName, orgId);
  else if (bound !== orgId) {
    throw new SetupError(
      `This data folder belongs to the org ${bound}, but the credentials are of the org ${orgId}. Use another --data folder for it.`,
    );
  }
}
