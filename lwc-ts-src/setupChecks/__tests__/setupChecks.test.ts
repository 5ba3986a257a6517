import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKS, type Finding, type QueryData } from 'c/setupChecks';

const NOW = Date.parse('2026-11-22T00:00:00Z');
const OBJECTS = join(__dirname, '../../../force-app/main/default/objects');

type Fields = Readonly<Record<string, unknown>>;

describe('c/setupChecks', () => {
  it('names only objects and fields that the package has', () => {
    const unknown = Object.values(CHECKS).flatMap(({ query }) => unknownNames(query));
    expect(unknown).toEqual([]);
  });

  it.each<[string, string, QueryData, Finding]>([
    ['surveys', 'none is active', { surveys: list() }, missing('There is no active survey.')],
    ['surveys', 'one asks nothing', { surveys: list(survey({ question: '' })) }, missing('Without a question or a program: Delivery')],
    ['surveys', 'all are complete', { surveys: list(survey()) }, done('Active surveys: 1')],
    ['fallbackOwners', 'none is active', { surveys: list() }, missing('There is no active survey.')],
    ['fallbackOwners', 'one has none', { surveys: list(survey({ fallback: null })) }, missing('Without a fallback owner: Delivery')],
    [
      'fallbackOwners',
      'one has left',
      { surveys: list(survey({ fallback: user(false) })) },
      missing('The fallback owner is not active: Delivery'),
    ],
    [
      'fallbackOwners',
      'many have none',
      { surveys: list(...Array.from({ length: 40 }, (_, index) => survey({ name: `Survey ${String(index + 1)}`, fallback: null }))) },
      missing('Without a fallback owner: Survey 1, Survey 2, Survey 3, Survey 4, Survey 5 and 35 more'),
    ],
    ['fallbackOwners', 'all are there', { surveys: list(survey()) }, done('Every active survey has an active fallback owner.')],
    ['touchpoints', 'there is no record', { surveys: list(survey()), touchpoints: list() }, missing('No record for: Delivery')],
    [
      'touchpoints',
      'a record has no lead',
      { surveys: list(survey()), touchpoints: list({ ...fields({ key: 'delivery' }), lead: null }) },
      missing('Without a lead: Delivery'),
    ],
    [
      'touchpoints',
      'a lead has left',
      { surveys: list(survey()), touchpoints: list({ ...fields({ key: 'Delivery' }), lead: user(false) }) },
      missing('The lead is not active: Delivery'),
    ],
    [
      'touchpoints',
      'each has a lead',
      { surveys: list(survey()), touchpoints: list({ ...fields({ key: 'Delivery' }), lead: user(true) }) },
      done('Touchpoints with an active lead: 1'),
    ],
    ['touchpoints', 'no survey names one', { surveys: list(survey({ touchpoint: null })) }, done('No active survey names a touchpoint.')],
    ['settings', 'one is missing', { settings: settings({ C: null }) }, missing('No setting for: C')],
    ['settings', 'a limit is too high', { settings: settings({ A: [9, 9] }) }, missing('The yellow limit is not below the target: A')],
    [
      'settings',
      'all are there',
      { settings: settings({}) },
      done(
        'Default: target 9.0, yellow from 7.0; A: target 9.0, yellow from 7.0; B: target 9.0, yellow from 7.0; C: target 9.0, yellow from 7.0',
      ),
    ],
    ['policy', 'there is none', { policy: list() }, missing('No distance is set.')],
    [
      'policy',
      'relational is shorter',
      { policy: list(coolDowns(60, 90)) },
      missing('Relational 60 days is shorter than transactional 90 days.'),
    ],
    ['policy', 'it is set', { policy: list(coolDowns(180, 90)) }, done('Relational 180 days, transactional 90 days.')],
    [
      'permissionSets',
      'nobody has one',
      { assigned: count(0), admins: count(0) },
      missing('Nobody has a permission set of Customer Pulse yet.'),
    ],
    [
      'permissionSets',
      'there is no admin',
      { assigned: count(4), admins: count(0) },
      missing('4 assignments, but nobody is Customer Pulse Admin.'),
    ],
    ['permissionSets', 'all is well', { assigned: count(4), admins: count(1) }, done('4 assignments, 1 of them Admin.')],
    ['invitations', 'none waits', { waiting: count(0), hanging: count(0) }, done('No invitation waits longer than a day.')],
    [
      'invitations',
      'some wait',
      { waiting: count(12), hanging: count(2) },
      missing('12 wait longer than a day, 2 were claimed and never sent.'),
    ],
    ['segments', 'some are blank', { found: count(1200) }, missing('Accounts with a pulse and without a segment: 1,200')],
    ['faults', 'there are none', { found: count(0) }, done('No fault in the last 7 days.')],
    ['faults', 'the list failed', { found: null }, done('No fault in the last 7 days.')],
    ['quarantine', 'some wait', { found: count(3) }, missing('Answers that wait for a review: 3')],
    ['unlinked', 'some are', { found: count(1) }, missing('Unhappy answers of unknown customers: 1')],
    ['verification', 'it never ran', { checks: list() }, missing('The figures have never been checked.')],
    [
      'verification',
      'it is old',
      { checks: list(check('2026-08-01T08:00:00Z', 0)) },
      missing('The last check is older than a quarter: Aug 1, 2026'),
    ],
    [
      'verification',
      'it differs',
      { checks: list(check('2026-11-20T08:00:00Z', 2)) },
      missing('The check of Nov 20, 2026 found differences.'),
    ],
    ['verification', 'it agrees', { checks: list(check('2026-11-20T08:00:00Z', 0)) }, done('Checked on Nov 20, 2026, no differences.')],
  ])('reads %s when %s', (key, _what, data, expected) => {
    expect(CHECKS[key]?.read(data, NOW)).toEqual(expected);
  });
});

function missing(text: string): Finding {
  return { state: 'missing', text };
}

function done(text: string): Finding {
  return { state: 'done', text };
}

function list(...nodes: readonly Fields[]): QueryData[string] {
  return { edges: nodes.map((node) => ({ node })) };
}

function count(totalCount: number): QueryData[string] {
  return { totalCount };
}

function fields(values: Fields): Fields {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }]));
}

function user(active: boolean): Fields {
  return fields({ active });
}

function survey({ fallback = user(true), ...more }: Fields = {}): Fields {
  return { ...fields({ name: 'Delivery', question: 'Why?', program: 'Transactional', touchpoint: 'Delivery', ...more }), fallback };
}

function settings(changed: Readonly<Record<string, readonly [number, number] | null>>): QueryData[string] {
  const names = ['C', 'Default', 'A', 'B'].filter((name) => changed[name] !== null);
  return list(
    ...names.map((name) => {
      const [target, yellowFrom] = changed[name] ?? [9, 7];
      return fields({ name, target, yellowFrom });
    }),
  );
}

function coolDowns(relational: number, transactional: number): Fields {
  return fields({ relational, transactional });
}

function check(at: string, differences: number): Fields {
  return fields({ at, differences });
}

/** Objects that a document names and the package lacks, and fields that none of the objects it names has. */
function unknownNames(query: string): string[] {
  const names = [...new Set(query.match(/\w+__(?:c|r|mdt)/g) ?? [])];
  const isObject = (name: string): boolean => existsSync(join(OBJECTS, name));
  const objects = [...names.filter(isObject), ...(query.includes(' Account(') ? ['Account'] : [])];
  const hasField = (name: string): boolean =>
    objects.some((object) => existsSync(join(OBJECTS, object, 'fields', `${name.replace(/__r$/, '__c')}.field-meta.xml`)));
  return names.filter((name) => !isObject(name) && !hasField(name));
}
