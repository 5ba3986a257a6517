import { openTestOrg, type TestOrg } from '../../local-org/src/flow/testing/testOrg.ts';
import type { PackageSource } from '../../local-org/src/metadata/packageSource.ts';
import type { FieldValue, FieldValues } from '../../local-org/src/schema/types.ts';
import type { Expected, FlowCase, Step } from './flowCase.ts';

/** What happened, in the form of the expectation. */
export interface Outcome {
  readonly refused: readonly string[];
  readonly queries: Expected['queries'];
  /** For each text that is watched: the tables in which it stands. */
  readonly found: readonly { readonly text: string; readonly objects: readonly string[] }[];
}

/** Runs a case in an org of its own, made of the package and the case's extra files. */
export async function runCase(source: PackageSource, flowCase: FlowCase): Promise<Outcome> {
  const { given, expected, extra } = flowCase;
  const org = openTestOrg({ ...source, files: [...source.files, ...extra] }, { now: Date.parse(given.now) });
  try {
    const names = new Names(org);
    const refused: string[] = [];
    org.engine.start();
    for (const step of given.steps) {
      refused.push(...(await runStep(org, step, names)));
      await org.engine.idle();
    }
    const queries = expected.queries.map(({ soql }) => ({ soql, rows: readRows(org, names.intoIds(soql), names) }));
    return { refused, queries, found: expected.onlyIn.map(({ text }) => ({ text, objects: tablesWith(org, text) })) };
  } finally {
    org.close();
  }
}

async function runStep(org: TestOrg, step: Step, names: Names): Promise<string[]> {
  if ('now' in step) {
    await org.engine.advanceTo(Date.parse(step.now));
    return [];
  }
  const results =
    'update' in step
      ? org.update(step.update, names.record(step.update, step.values))
      : 'insertAll' in step
        ? org.insert(step.insertAll, ...step.rows.map((row) => names.record(step.insertAll, row)))
        : org.insert(step.insert, names.record(step.insert, step.values));
  const [first] = results;
  if ('insert' in step && step.ref !== undefined && first?.success === true) names.add(step.ref, first.id);
  return results.flatMap((result) => (result.success ? [] : result.errors.map((error) => `${error.statusCode}: ${error.message}`)));
}

/** Ids by the names that a case gives its records. */
class Names {
  readonly #org: TestOrg;
  readonly #ids = new Map<string, string>();

  constructor(org: TestOrg) {
    this.#org = org;
    this.add('me', org.user.id);
    this.add('standardProfile', String(org.rows("SELECT Id FROM Profile WHERE Name = 'Standard User'")[0]?.['Id']));
  }

  add(name: string, id: string): void {
    this.#ids.set(name, id);
  }

  intoIds(text: string): string {
    return text.replaceAll(/\{\{(\w+)\}\}/gu, (whole, name: string) => this.#ids.get(name) ?? whole);
  }

  intoNames(text: string): string {
    return [...this.#ids].reduce((result, [name, id]) => result.replaceAll(id, `{{${name}}}`), text);
  }

  /** A record of a case in memory form: names are ids, date-times are moments. */
  record(object: string, values: FieldValues): FieldValues {
    const fields = this.#org.schema.object(object)?.fields;
    return Object.fromEntries(
      Object.entries(values).map(([name, value]): [string, FieldValue] => {
        if (typeof value !== 'string') return [name, value];
        const text = this.intoIds(value);
        return [name, fields?.get(name.toLowerCase())?.type === 'datetime' ? Date.parse(text) : text];
      }),
    );
  }
}

function readRows(org: TestOrg, soql: string, names: Names): FieldValues[] {
  return org.queries
    .run(soql, org.user)
    .records.map((record) =>
      Object.fromEntries([...record.fields].flatMap(([name, field]) => (field.kind === 'value' ? [[name, shown(field, names)]] : []))),
    );
}

function shown(field: { readonly type: string; readonly value: FieldValue }, names: Names): FieldValue {
  if (field.type === 'datetime' && typeof field.value === 'number') return new Date(field.value).toISOString().replace('.000Z', 'Z');
  return typeof field.value === 'string' ? names.intoNames(field.value) : field.value;
}

/** Every table of the database that holds the text, the org's own ones included. */
function tablesWith(org: TestOrg, text: string): string[] {
  org.engine.runLog.flush();
  const tables = org.database
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name")
    .all();
  const names = tables.map((table) => String(table['name']));
  return names.filter((name) => JSON.stringify(org.database.prepare(`SELECT * FROM "${name}"`).all()).includes(text));
}
