import { SetupError } from '../errors.ts';
import { orgSettingsOf } from '../config/salesforceSection.ts';
import { requestFields, type RequestField } from '../invitations/requests/columns.ts';
import { requestFile } from '../invitations/requests/requestFile.ts';
import { exitCodeOfRequest, requestText } from '../invitations/requests/requestSummary.ts';
import { silentProgress } from '../progress/progress.ts';
import { SalesforceClient } from '../salesforce/client.ts';
import { say, withStore, type CommandWorld, type CommonFlags } from './world.ts';

export interface RequestFlags extends CommonFlags {
  readonly survey?: string;
  /** `field=Column` each. */
  readonly column?: readonly string[];
  readonly check?: boolean;
}

/**
 * Asks the org to ask somebody for each row of a file. It works beside a running service.
 * @throws PulseError when nothing could be done
 */
export async function requestCommand(file: string, flags: RequestFlags, world: CommandWorld): Promise<number> {
  const summary = await withStore(flags, world, {}, (store, { config }) =>
    requestFile({
      file,
      store,
      client: new SalesforceClient(orgSettingsOf(config.salesforce, world.environment)),
      columns: columnsOf(flags.column ?? []),
      checkOnly: flags.check === true,
      progress: flags.json === true ? silentProgress : world.progress,
      ...(flags.survey === undefined ? {} : { survey: flags.survey }),
      ...(world.signal === undefined ? {} : { signal: world.signal }),
    }),
  );
  say(world, flags, summary, () => requestText(summary));
  return exitCodeOfRequest(summary);
}

function columnsOf(named: readonly string[]): Partial<Record<RequestField, string>> {
  const columns: Partial<Record<RequestField, string>> = {};
  for (const text of named) {
    const equals = text.indexOf('=');
    const name = text.slice(0, Math.max(0, equals));
    const column = text.slice(equals + 1);
    const field = requestFields.find((one) => one === name.trim());
    if (field === undefined || column.trim() === '') {
      throw new SetupError(
        `--column ${text} is not understood: it must be field=Column, with one of the fields ${requestFields.join(', ')}.`,
      );
    }
    columns[field] = column;
  }
  return columns;
}
