import { readdir, readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readPackageSource, type PackageSource } from '../../local-org/src/metadata/packageSource.ts';

const values = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

/** One thing that happens to the org; afterwards all that runs after the commit has run. */
const step = z.union([
  /** `ref` names the record from now on: `{{ref}}` in any text is its id. */
  z.strictObject({ insert: z.string(), ref: z.string().optional(), values }),
  /** One save of several records, such as a batch of answers. */
  z.strictObject({ insertAll: z.string(), rows: z.array(values) }),
  z.strictObject({ update: z.string(), values }),
  /** The org's clock goes to this moment; what becomes due on the way runs at its own time. */
  z.strictObject({ now: z.iso.datetime() }),
]);

const given = z.strictObject({
  story: z.string(),
  now: z.iso.datetime(),
  steps: z.array(step),
});

const expected = z.strictObject({
  /** `CODE: message` of the records that were refused, in order; none unless said. */
  refused: z.array(z.string()).default([]),
  queries: z.array(z.strictObject({ soql: z.string(), rows: z.array(values) })),
  /** Words that may stand in these objects only, and in no other table of the org. */
  onlyIn: z.array(z.strictObject({ text: z.string(), objects: z.array(z.string()) })).default([]),
});

export type Given = z.infer<typeof given>;
export type Expected = z.infer<typeof expected>;
export type Step = z.infer<typeof step>;

/** A folder with `given.json`, `expected.json` and, if the case needs them, more metadata files. */
export interface FlowCase {
  readonly flow: string;
  readonly name: string;
  readonly given: Given;
  readonly expected: Expected;
  /** Metadata that this case adds to the package. */
  readonly extra: PackageSource['files'];
}

/** All cases below a folder: `<flow>/<case>/`. */
export async function readCases(folder: string): Promise<FlowCase[]> {
  const cases: FlowCase[] = [];
  for (const flow of await foldersIn(folder)) {
    for (const name of await foldersIn(join(folder, flow))) cases.push(await readCase(folder, flow, name));
  }
  return cases;
}

async function readCase(folder: string, flow: string, name: string): Promise<FlowCase> {
  const place = join(folder, flow, name);
  const metadata = join(place, 'metadata');
  return {
    flow,
    name,
    given: given.parse(JSON.parse(await readFile(join(place, 'given.json'), 'utf8'))),
    expected: expected.parse(JSON.parse(await readFile(join(place, 'expected.json'), 'utf8'))),
    extra: existsSync(metadata) ? (await readPackageSource(metadata)).files : [],
  };
}

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}
