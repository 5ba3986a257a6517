import type { Connection } from 'jsforce';
import { connect, untilAsyncWorkIsDone } from '../../scripts/orgConnection';
import { startOrg } from '../support/runningOrg';

/** The org that the contract is checked against. */
export interface ContractOrg {
  readonly connection: Connection;
  /** Unique to this run, so that a real org's earlier runs do not matter. */
  readonly run: string;
  /** Waits until the query finds something, since a real org does not tell when its later work is done. */
  eventually<Row extends object>(soql: string, holds: (rows: readonly Row[]) => boolean): Promise<readonly Row[]>;
  stop(): Promise<void>;
}

const PATIENCE_MS = 60_000;

/** A real org when SALESFORCE_INSTANCE_URL and SALESFORCE_ACCESS_TOKEN are set, else a local-org of its own. */
export async function contractOrg(): Promise<ContractOrg> {
  const isReal = (process.env['SALESFORCE_ACCESS_TOKEN'] ?? '') !== '';
  const local = isReal ? undefined : await startOrg();
  const connection = local?.connection ?? connect(process.env);
  return {
    connection,
    run: `${Date.now().toString(36)}${process.pid.toString(36)}`,
    eventually: async <Row extends object>(soql: string, holds: (rows: readonly Row[]) => boolean): Promise<readonly Row[]> => {
      const giveUpAt = Date.now() + PATIENCE_MS;
      for (;;) {
        if (local !== undefined) await untilAsyncWorkIsDone(connection);
        const { records } = await connection.query<Row>(soql);
        if (holds(records) || Date.now() > giveUpAt) return records;
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
    },
    stop: async () => {
      await local?.stop();
    },
  };
}
