import { z } from 'zod';
import { watchSettings } from '../files/settings.ts';
import { inboxSettings } from '../inbox/settings.ts';
import { invitationsSettings } from '../invitations/settings.ts';
import { matchSettings } from '../match/settings.ts';
import { fieldsSettings, pushSettings } from '../push/settings.ts';
import { serveSettings } from '../serve/settings.ts';
import { serviceSettings } from '../service/settings.ts';
import { sourceSection, type SourceSection } from '../sources/kinds.ts';
import { storeSettings } from '../store/settings.ts';
import { telemetrySettings } from '../telemetry/settings.ts';
import { salesforceSection } from './salesforceSection.ts';

const sources = z
  .array(sourceSection)
  .default([])
  .superRefine((list, context) => {
    for (const [index, { name }] of list.entries()) {
      if (firstOf(list, name) < index) {
        context.addIssue({ code: 'custom', path: [index, 'name'], message: 'is the name of another source, too; names must differ' });
      }
    }
  });

/** Names in small letters: addresses and file names do not always tell them apart. */
function firstOf(list: readonly SourceSection[], name: string): number {
  return list.findIndex((one) => one.name.toLowerCase() === name.toLowerCase());
}

/** Everything that can be set, section by section; each belongs to the folder of its name. */
export const configSchema = z.strictObject({
  $schema: z.string().optional().describe('Address of the schema of this file, for editors.'),
  salesforce: salesforceSection.prefault({}).describe('The org.'),
  store: storeSettings.prefault({}).describe('Where answers are kept until the org has them.'),
  sources: sources.describe('The survey platforms, each with a name of your own that its answers keep for ever.'),
  watch: watchSettings.prefault({}).describe('Folders in which files of answers are dropped.'),
  match: matchSettings.prefault({}).describe('Whose answer it is.'),
  fields: fieldsSettings.prefault({}).describe('Fields of your own in the org that are filled from answers.'),
  push: pushSettings.prefault({}).describe('How answers are brought into the org.'),
  invitations: invitationsSettings.prefault({}).describe('Who sends which invitations.'),
  serve: serveSettings.prefault({}).describe("The service's own address."),
  service: serviceSettings.prefault({}).describe('How the parts of a running service work together.'),
  inbox: inboxSettings.prefault({}).describe('How much is taken in at once.'),
  telemetry: telemetrySettings.prefault({}).describe('Logs and traces.'),
});

/** A configuration that was checked, with every default filled in. */
export type Config = z.output<typeof configSchema>;
