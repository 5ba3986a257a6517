import type { Navigation } from '../../../local-org/src/flow/screens/flowRuntime.ts';
import type { InterviewState } from '../../../local-org/src/flow/screens/screenModel.ts';
import { openTestOrg, type TestOrg } from '../../../local-org/src/flow/testing/testOrg.ts';
import type { PackageSource } from '../../../local-org/src/metadata/packageSource.ts';
import type { RequestUser } from '../../../local-org/src/requestUser.ts';
import { dataFromJson } from '../../../local-org/src/rest/resources/actions/inputs.ts';
import { dataToJson } from '../../../local-org/src/rest/resources/actions/outputs.ts';
import type { SaveResult } from '../../../local-org/src/save/types.ts';
import type { FieldValue, FieldValues } from '../../../local-org/src/schema/types.ts';
import type { Values } from '../flowCase.ts';
import type { FixtureOrg, Launched, Saved, SentEmail } from './fixtureOrg.ts';

/** An org in memory, made of the package alone: fast, and its clock can be moved. */
export class InProcessOrg implements FixtureOrg {
  readonly known: ReadonlyMap<string, string>;
  readonly #org: TestOrg;

  /**
   * @param now ISO date-time at which its clock starts
   * @param failing `flow.element` of elements that are made to fail
   * @param asUsers whether steps are taken by users with what their permission sets give them
   */
  constructor(source: PackageSource, now: string, failing: readonly string[] = [], asUsers = false) {
    const fails = new Set(failing);
    this.#org = openTestOrg(source, {
      now: Date.parse(now),
      permissions: asUsers,
      failing: (flow, element) => (fails.has(`${flow}.${element}`) ? 'UNKNOWN_EXCEPTION: made to fail' : undefined),
    });
    this.known = new Map([
      ['me', this.#org.user.id],
      ['standardProfile', String(this.#org.rows("SELECT Id FROM Profile WHERE Name = 'Standard User'")[0]?.['Id'])],
    ]);
    this.#org.clock.hold();
    this.#org.clock.set(Date.parse(now));
    this.#org.engine.start();
  }

  insert(object: string, rows: readonly Values[], by: string | undefined): Promise<readonly Saved[]> {
    const records = rows.map((row) => this.#inMemory(object, row));
    return Promise.resolve(this.#org.records.insert(object, records, this.#options(by)).map(saved));
  }

  update(object: string, rows: readonly Values[], by: string | undefined): Promise<readonly Saved[]> {
    const records = rows.map((row) => this.#inMemory(object, row));
    return Promise.resolve(this.#org.records.update(object, records, this.#options(by)).map(saved));
  }

  delete(object: string, ids: readonly string[], by: string | undefined): Promise<readonly Saved[]> {
    return Promise.resolve(this.#org.records.delete(object, ids, this.#options(by)).map(saved));
  }

  convertLead(lead: string, contact: string): Promise<void> {
    this.#org.database
      .prepare(
        'UPDATE "Lead" SET "IsConverted" = 1, "ConvertedContactId" = c."Id", "ConvertedAccountId" = c."AccountId" FROM "Contact" AS c WHERE c."Id" = ? AND "Lead"."Id" = ?',
      )
      .run(contact, lead);
    return Promise.resolve();
  }

  launch(name: string, inputs: readonly Values[], by: string | undefined): Promise<readonly Launched[]> {
    const { calls } = this.#org.engine;
    const flow = calls.flow(name);
    if (flow === undefined) throw new Error(`The flow ${name} is not there, not active, or cannot be called.`);
    const given = inputs.map(
      (input) =>
        new Map(
          Object.entries(input).map(([variable, value]) => {
            const type = flow.inputs.get(variable.toLowerCase())?.type;
            if (type === undefined) throw new Error(`The flow ${name} has no input variable ${variable}.`);
            return [variable.toLowerCase(), dataFromJson(value, type, variable, this.#org.schema)];
          }),
        ),
    );
    const outcomes = calls.run(flow, given, this.#user(by)).map((outcome): Launched => {
      if (!outcome.success) return { error: outcome.message };
      const outputs = flow.definition.variables.filter((variable) => variable.isOutput);
      return {
        outputs: Object.fromEntries(
          outputs.map(({ name: variable }) => {
            const type = flow.outputs.get(variable.toLowerCase())?.type;
            const data = [...outcome.outputs].find(([key]) => key.toLowerCase() === variable.toLowerCase())?.[1] ?? null;
            return [variable, type === undefined ? null : asFixture(dataToJson(data, type, 'v66.0'))];
          }),
        ),
      };
    });
    return Promise.resolve(outcomes);
  }

  startScreens(flow: string, inputs: Values, by: string | undefined): InterviewState {
    const given = Object.entries(inputs).map(([name, value]) => ({ name, value }));
    return this.#org.engine.screens.start(flow, given, this.#user(by));
  }

  navigate(navigation: Navigation, by: string | undefined): InterviewState {
    return this.#org.engine.screens.navigate(navigation, this.#user(by));
  }

  settle(): Promise<void> {
    return this.#org.engine.idle();
  }

  async advance(to: string): Promise<void> {
    await this.#org.engine.advanceTo(Date.parse(to));
    await this.#org.engine.idle();
  }

  query(soql: string): Promise<readonly Values[]> {
    const { records } = this.#org.queries.run(soql, this.#org.user);
    return Promise.resolve(
      records.map((record) =>
        Object.fromEntries(
          [...record.fields].flatMap(([name, field]): [string, FieldValue][] => {
            if (field.kind !== 'value') return [];
            const { type, value } = field;
            return [[name, type === 'datetime' && typeof value === 'number' ? isoText(value) : value]];
          }),
        ),
      ),
    );
  }

  tablesWith(text: string): readonly string[] {
    const { database, engine } = this.#org;
    engine.runLog.flush();
    const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name").all();
    const names = tables.map((table) => String(table['name']));
    return names.filter((name) => JSON.stringify(database.prepare(`SELECT * FROM "${name}"`).all()).includes(text));
  }

  emails(): readonly SentEmail[] {
    const sent = this.#org.engine.calls.outbox?.emails() ?? [];
    return sent.map(({ to, subject, text, html }) => ({ to, subject, body: html ?? text })).reverse();
  }

  close(): Promise<void> {
    this.#org.close();
    return Promise.resolve();
  }

  #options(by: string | undefined): { user: RequestUser; allOrNone: false } {
    return { user: this.#user(by), allOrNone: false };
  }

  #user(id: string | undefined): RequestUser {
    if (id === undefined) return this.#org.user;
    const user = this.#org.userOf(id);
    if (user === undefined) throw new Error(`${id} is not an active user.`);
    return user;
  }

  #inMemory(object: string, values: Values): FieldValues {
    const fields = this.#org.schema.object(object)?.fields;
    return Object.fromEntries(
      Object.entries(values).map(([name, value]): [string, FieldValue] => {
        const isMoment = typeof value === 'string' && fields?.get(name.toLowerCase())?.type === 'datetime';
        return [name, isMoment ? Date.parse(value) : value];
      }),
    );
  }
}

function saved(result: SaveResult): Saved {
  if (result.success) return { id: result.id, errors: [] };
  return { errors: result.errors.map((error) => `${error.statusCode}: ${error.message}`) };
}

function isoText(moment: number): string {
  return new Date(moment).toISOString().replace('.000Z', 'Z');
}

/** Records and lists among a flow's outputs are told as JSON. */
function asFixture(value: unknown): Values[string] {
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+\+0000$/u.test(value)) return isoText(Date.parse(value.replace('+0000', 'Z')));
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return JSON.stringify(value);
}
