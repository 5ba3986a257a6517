import type { Connection } from 'jsforce';

/** What became of one call of a flow. */
export interface FlowCall<Outputs> {
  readonly isSuccess: boolean;
  readonly errors: readonly { readonly message: string }[] | null;
  readonly outputValues: Outputs | null;
}

/** Calls an autolaunched flow of the package as admins' own programs do: up to 200 inputs are one batch. */
export async function callFlow<Outputs>(
  connection: Connection,
  flow: string,
  inputs: readonly Readonly<Record<string, unknown>>[],
): Promise<readonly FlowCall<Outputs>[]> {
  return connection.request<readonly FlowCall<Outputs>[]>({
    method: 'POST',
    url: `${connection.instanceUrl}/services/data/v${connection.version}/actions/custom/flow/${flow}`,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ inputs }),
  });
}
