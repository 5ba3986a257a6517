import { needed } from '../../orgConnection';
import type { BenchOrg } from '../benchOrg';

/**
 * Calls the Reports and Dashboards API as the administrator.
 * @param path below `analytics/`
 * @throws Error with what the org refused
 */
export async function read({ url, env }: Pick<BenchOrg, 'url' | 'env'>, method: string, path: string): Promise<unknown> {
  const version = needed(env, 'SALESFORCE_API_VERSION');
  const response = await fetch(`${url}/services/data/v${version}/analytics/${path}`, {
    method,
    headers: { Authorization: `Bearer ${needed(env, 'SALESFORCE_ACCESS_TOKEN')}` },
  });
  const body: unknown = await response.json();
  if (!response.ok) throw new Error(`${method} ${path} answered ${String(response.status)}: ${JSON.stringify(body)}`);
  return body;
}
