import type { Expected, FindStep, FlowCase, LaunchStep, SaveStep, Step, Values } from './flowCase.ts';
import { changed, Names } from './names.ts';
import type { FixtureOrg, Launched, Saved } from './orgs/fixtureOrg.ts';
import { walkScreens } from './walkScreens.ts';

/** What happened, in the form of the expectation. */
export interface Outcome {
  readonly refused: readonly string[];
  readonly outputs: Expected['outputs'];
  readonly shown: Expected['shown'];
  readonly queries: Expected['queries'];
  readonly emails: Expected['emails'];
  /** For each text that is watched: the tables in which it stands. */
  readonly found: readonly { readonly text: string; readonly objects: readonly string[] }[];
}

/** Runs a case in an org that holds the package and nothing else, and looks at what is there afterwards. */
export async function runCase(org: FixtureOrg, { given, expected }: FlowCase): Promise<Outcome> {
  const names = new Names(org.known);
  const done: Done = { refused: [], launched: [], shown: [] };
  for (const step of given.steps) {
    await runStep(org, step, names, done);
    await org.settle();
  }
  const queries: Expected['queries'] = [];
  for (const { soql } of expected.queries) {
    const rows = await org.query(names.intoIds(soql));
    queries.push({ soql, rows: rows.map((row) => names.valuesIntoNames(row)) });
  }
  return {
    refused: done.refused.map((text) => names.intoNames(text)),
    outputs: expected.outputs?.map((wanted, place) => outputsOf(done.launched[place], wanted, names)),
    shown: expected.shown === undefined ? undefined : done.shown.map((lines) => [...lines]),
    queries,
    emails: emailsOf(org, expected.emails, names),
    found: expected.onlyIn.map((watched) => ({ text: watched.text, objects: org.tablesWith(watched.text) ?? watched.objects })),
  };
}

interface Done {
  readonly refused: string[];
  readonly launched: Launched[];
  readonly shown: (readonly string[])[];
}

async function runStep(org: FixtureOrg, step: Step, names: Names, done: Done): Promise<void> {
  if ('now' in step) await org.advance(step.now);
  else if ('find' in step) await find(org, step, names);
  else if ('convertLead' in step) await org.convertLead(names.intoIds(step.convertLead), names.intoIds(step.contact));
  else if ('screens' in step) done.shown.push(await walkScreens(org, step, names, step.by === undefined ? undefined : names.id(step.by)));
  else if ('launch' in step || 'launchAll' in step) await launch(org, step, names, done);
  else {
    const results = await save(org, step, names);
    done.refused.push(...results.flatMap((result) => result.errors));
    const id = results[0]?.id;
    if ('insert' in step && step.ref !== undefined && id !== undefined) names.add(step.ref, id);
  }
}

async function save(org: FixtureOrg, step: SaveStep, names: Names): Promise<readonly Saved[]> {
  const by = step.by === undefined ? undefined : names.id(step.by);
  const ids = (row: Values): Values => names.valuesIntoIds(row);
  if ('insert' in step) return org.insert(step.insert, [ids(step.values)], by);
  if ('insertAll' in step) return org.insert(step.insertAll, repeated(step.rows, step.times).map(ids), by);
  if ('update' in step) return org.update(step.update, [ids(step.values)], by);
  if ('updateAll' in step) return org.update(step.updateAll, step.rows.map(ids), by);
  if ('delete' in step)
    return org.delete(
      step.delete,
      step.ids.map((id) => names.intoIds(id)),
      by,
    );
  const found = await org.query(names.intoIds(step.soql));
  if ('insertForFound' in step) {
    const values = ids(step.values);
    const forOne = (id: string): Values => changed(values, (text) => text.replaceAll('{{found}}', id));
    return org.insert(
      step.insertForFound,
      found.map((row) => forOne(String(row['Id']))),
      by,
    );
  }
  return org.update(
    step.updateFound,
    found.map((row) => ({ Id: row['Id'] ?? null, ...ids(step.values) })),
    by,
  );
}

async function find(org: FixtureOrg, step: FindStep, names: Names): Promise<void> {
  const [row] = await org.query(names.intoIds(step.find));
  const id = row?.['Id'];
  if (typeof id !== 'string') throw new Error(`No record found: ${step.find}`);
  names.add(step.ref, id);
}

async function launch(org: FixtureOrg, step: LaunchStep, names: Names, done: Done): Promise<void> {
  const by = step.by === undefined ? undefined : names.id(step.by);
  const rows = 'launch' in step ? [step.inputs] : repeated(step.rows, step.times);
  const results = await org.launch(
    'launch' in step ? step.launch : step.launchAll,
    rows.map((row) => names.valuesIntoIds(row)),
    by,
  );
  done.launched.push(...results);
  const [first] = results;
  if (!('refs' in step) || first === undefined || !('outputs' in first)) return;
  for (const [name, output] of Object.entries(step.refs ?? {})) {
    const id = first.outputs[output];
    if (typeof id === 'string') names.add(name, id);
  }
}

/** Each row as often as asked for, its `{{n}}` counted from 1. */
function repeated(rows: readonly Values[], times = 1): readonly Values[] {
  if (times === 1) return rows;
  return Array.from({ length: times }, (_, place) =>
    rows.map((row) => changed(row, (text) => text.replaceAll('{{n}}', String(place + 1)))),
  ).flat();
}

/** The e-mails that were sent, each with those of the wanted texts that it holds. */
function emailsOf(org: FixtureOrg, wanted: Expected['emails'], names: Names): Expected['emails'] {
  const sent = org.emails();
  if (wanted === undefined || sent === undefined) return wanted;
  return sent.map(({ to, subject, body }, place) => ({
    to: [...to],
    subject,
    says: (wanted[place]?.says ?? []).filter((text) => names.intoNames(body).includes(text)),
  }));
}

/** Those outputs of a call that the case speaks of. */
function outputsOf(launched: Launched | undefined, wanted: Values, names: Names): Values {
  if (launched === undefined) return { error: 'the flow was not called' };
  if ('error' in launched) return { error: names.intoNames(launched.error) };
  return names.valuesIntoNames(Object.fromEntries(Object.keys(wanted).map((name) => [name, launched.outputs[name] ?? null])));
}
