import { readdir, readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readPackageSource, type PackageSource } from '../../local-org/src/metadata/packageSource.ts';

const values = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

/** Who does it: a user whom an earlier step named; else the administrator. */
const by = z.string().optional();

/** How often: `{{n}}` in the texts is 1, 2, 3... */
const times = z.number().int().min(1).optional();

/** One thing that happens to the org; afterwards all that runs after the commit has run. */
const step = z.union([
  /** `ref` names the record from now on: `{{ref}}` in any text is its id. */
  z.strictObject({ insert: z.string(), ref: z.string().optional(), values, by }),
  /** One save of several records, such as a batch of answers: rows, or one record many times. */
  z.strictObject({ insertAll: z.string(), rows: z.array(values), times, by }),
  /** One save of one new record for each record that the query finds: `{{found}}` is its id. */
  z.strictObject({ insertForFound: z.string(), soql: z.string(), values, by }),
  z.strictObject({ update: z.string(), values, by }),
  z.strictObject({ updateAll: z.string(), rows: z.array(values), by }),
  /** One save that changes every record that the query finds. */
  z.strictObject({ updateFound: z.string(), soql: z.string(), values, by }),
  z.strictObject({ delete: z.string(), ids: z.array(z.string()), by }),
  /** Names the first record that the query finds, such as one that a flow made. */
  z.strictObject({ find: z.string(), ref: z.string() }),
  /** Calls an autolaunched flow, as the REST API does. `refs` names ids among its outputs: name -> output. */
  z.strictObject({ launch: z.string(), inputs: values, refs: z.record(z.string(), z.string()).optional(), by }),
  /** Calls of one flow side by side: up to 200. */
  z.strictObject({ launchAll: z.string(), rows: z.array(values), times, by }),
  /**
   * Goes through a screen flow: what is given on each screen, by the fields' names, and the button that is pressed.
   * What is chosen is named by its label. `meanwhile` is a call of a flow
   * that comes in between. What was seen is in `expected.shown`.
   */
  z.strictObject({
    screens: z.string(),
    inputs: values,
    answers: z.array(
      z.strictObject({
        press: z.enum(['NEXT', 'FINISH', 'BACK', 'PAUSE']).default('NEXT'),
        give: values.default({}),
        meanwhile: z.strictObject({ launch: z.string(), inputs: values }).optional(),
      }),
    ),
    by,
  }),
  /** What Salesforce does on converting a lead, as far as the lead shows it: no API but SOAP converts one. */
  z.strictObject({ convertLead: z.string(), contact: z.string() }),
  /** The org's clock goes to this moment; what becomes due on the way runs at its own time. */
  z.strictObject({ now: z.iso.datetime() }),
]);

const given = z.strictObject({
  story: z.string(),
  now: z.iso.datetime(),
  /** Flows that ship as drafts (templates) and are switched on for this case. */
  activate: z.array(z.string()).default([]),
  /** Active flows that are switched off, so that a case tells of one flow alone. */
  deactivate: z.array(z.string()).default([]),
  /** `flow.element` of elements that fail whenever they query, save or act: the way into fault paths. */
  failing: z.array(z.string()).default([]),
  /** Why the case can run only in an org in memory, for those that say nothing else of it. */
  localOnly: z.string().optional(),
  steps: z.array(step),
});

const expected = z.strictObject({
  /** `CODE: message` of the records that were refused, in order; none unless said. */
  refused: z.array(z.string()).default([]),
  /** For each call of a flow, in order: the outputs that matter, or `error`. Not looked at unless said. */
  outputs: z.array(values).optional(),
  /** For each walk through a screen flow, in order: its screens with their texts and errors, then how it ended. */
  shown: z.array(z.array(z.string())).optional(),
  queries: z.array(z.strictObject({ soql: z.string(), rows: z.array(values) })).default([]),
  /** The e-mails that flows sent, in order, and what each says among other things. Not looked at unless said. */
  emails: z.array(z.strictObject({ to: z.array(z.string()), subject: z.string(), says: z.array(z.string()) })).optional(),
  /** Words that may stand in these objects only, and in no other table of the org. */
  onlyIn: z.array(z.strictObject({ text: z.string(), objects: z.array(z.string()) })).default([]),
});

export type Given = z.infer<typeof given>;
export type Expected = z.infer<typeof expected>;
export type Step = z.infer<typeof step>;
export type FindStep = Extract<Step, { find: string }>;
export type LaunchStep = Extract<Step, { launch: string } | { launchAll: string }>;
export type ScreensStep = Extract<Step, { screens: string }>;
export type ConvertStep = Extract<Step, { convertLead: string }>;
export type SaveStep = Exclude<Step, FindStep | LaunchStep | ScreensStep | ConvertStep | { now: string }>;
export type Values = z.infer<typeof values>;

/** A folder with `given.json`, `expected.json` and, if the case needs them, more metadata files. */
export interface FlowCase {
  readonly flow: string;
  readonly name: string;
  readonly given: Given;
  readonly expected: Expected;
  /** Metadata that this case adds to the package, or that stands in the place of the package's. */
  readonly extra: PackageSource['files'];
}

/** All cases below a folder, `<flow>/<case>/`; a story of several flows stands below its own name. */
export async function readCases(folder: string): Promise<FlowCase[]> {
  const cases: FlowCase[] = [];
  for (const flow of await foldersIn(folder)) {
    for (const name of await foldersIn(join(folder, flow))) {
      if (existsSync(join(folder, flow, name, 'given.json'))) cases.push(await readCase(folder, flow, name));
    }
  }
  return cases;
}

async function readCase(folder: string, flow: string, name: string): Promise<FlowCase> {
  const place = join(folder, flow, name);
  const metadata = join(place, 'metadata');
  return {
    flow,
    name,
    given: await readJson(join(place, 'given.json'), given),
    expected: await readJson(join(place, 'expected.json'), expected),
    extra: existsSync(metadata) ? (await readPackageSource(metadata)).files : [],
  };
}

/** @throws Error that names the file and what in it is wrong */
async function readJson<Schema extends z.ZodType>(file: string, schema: Schema): Promise<z.infer<Schema>> {
  const result = schema.safeParse(JSON.parse(await readFile(file, 'utf8')));
  if (!result.success) throw new Error(`${file}: ${z.prettifyError(result.error)}`);
  return result.data;
}

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}
