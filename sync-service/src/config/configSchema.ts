import { z } from 'zod';
import { inboxSettings } from '../inbox/settings.ts';
import { telemetrySettings } from '../telemetry/settings.ts';
import { salesforceSection } from './salesforceSection.ts';
import { storeSection } from './storeSection.ts';

/** Everything that can be set, section by section; each belongs to the folder of its name. */
export const configSchema = z.strictObject({
  $schema: z.string().optional().describe('Address of the schema of this file, for editors.'),
  salesforce: salesforceSection.prefault({}).describe('The org.'),
  store: storeSection.prefault({}).describe('Where answers are kept until the org has them.'),
  inbox: inboxSettings.prefault({}).describe('How much is taken in at once.'),
  telemetry: telemetrySettings.prefault({}).describe('Logs and traces.'),
});

/** A configuration that was checked, with every default filled in. */
export type Config = z.output<typeof configSchema>;
