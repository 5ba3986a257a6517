import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseMapping } from '../mapping/mappingSchema.ts';
import { workFolder, type WorkFolder } from '../testing/workFolder.ts';
import { openAnswerFile, type OpenOptions, type ReadRow } from './answerFile.ts';
import { cellAt } from './jsonCells.ts';

async function rowsOf(
  file: string,
  options: OpenOptions = {},
): Promise<{ readonly rows: readonly ReadRow[]; readonly notes: readonly string[] }> {
  const opened = await openAnswerFile(file, options);
  const rows: ReadRow[] = [];
  for await (const batch of opened.rows()) rows.push(...batch);
  return { rows, notes: opened.notes() };
}

function problemsOf(rows: readonly ReadRow[]): readonly string[] {
  return rows.flatMap(({ line, mapped }) => ('answer' in mapped ? [] : [`${line}: ${mapped.problems.join('; ')}`]));
}

function answersOf(rows: readonly ReadRow[]): readonly unknown[] {
  return rows.flatMap(({ mapped }) => ('answer' in mapped ? [mapped.answer] : []));
}

function lines(folder: WorkFolder, ...objects: readonly unknown[]): string {
  return folder.write('answers.ndjson', objects.map((object) => (typeof object === 'string' ? object : JSON.stringify(object))).join('\n'));
}

test("NDJSON in the service's own format: answers, and each line that is none with what is wrong", async (t) => {
  const file = lines(
    workFolder(t),
    {
      response_id: 1,
      source: 'shop',
      responded_at: '2024-01-01T10:00:00+01:00',
      rating: 0,
      reasons: ['price'],
      extra: { plan: 'gold' },
      do_not_contact: true,
    },
    '',
    '{"response_id":',
    '[1]',
    { response_id: '2', source: 'a:b', responded_at: '2024-01-01' },
    { response_id: '3', responded_at: '2024-01-01', ratng: 1 },
  );
  const { rows } = await rowsOf(file);
  assert.deepEqual(answersOf(rows), [
    {
      ...{ source: 'shop', responseId: '1', respondedAt: '2024-01-01T09:00:00.000Z', rating: 0, reasons: ['price'] },
      ...{ doNotContact: true, extra: { plan: 'gold' }, text: {} },
    },
  ]);
  const problems = problemsOf(rows);
  assert.deepEqual(problems.slice(0, 2), ['3: is not JSON', '4: is not a JSON object']);
  assert.match(problems[2] ?? '', /^5: source "a:b" must have/);
  assert.match(problems[3] ?? '', /^6: unknown field ratng/);
});

test('NDJSON with a mapping: dotted names, lists as reasons, values of your own; names that no line has are told', async (t) => {
  const mapping = parseMapping(
    {
      fields: {
        response_id: { column: 'id' },
        responded_at: { column: 'meta.at' },
        rating: { column: 'answers.0.score' },
        reasons: { column: 'tags' },
        email: { column: 'person.email' },
        do_not_contact: { column: 'optedOut' },
      },
      extra: { seats: { column: 'person.seats', type: 'number' }, region: { column: 'nowhere' } },
    },
    'test',
  );
  const file = lines(workFolder(t), {
    ...{ id: 7, meta: { at: '2024-01-01' }, answers: [{ score: 9 }], tags: ['a', 'b'], optedOut: false },
    person: { email: 'ada@example.com', seats: 12 },
  });
  const { rows, notes } = await rowsOf(file, { mapping });
  assert.deepEqual(answersOf(rows), [
    {
      ...{ source: 'csv', responseId: '7', respondedAt: '2024-01-01T00:00:00.000Z', rating: 9, reasons: ['a', 'b'], doNotContact: false },
      ...{ extra: { seats: 12, region: null }, text: { email: 'ada@example.com' } },
    },
  ]);
  assert.deepEqual(notes, ['The mapping names what no line of the file has: nowhere.']);
});

for (const [what, content, expected] of [
  ['one JSON list', '[{"response_id":1}]', /one JSON list.*jq -c/],
  ['bytes that are no text', Buffer.from([0x7b, 0xff, 0xfe, 0x0a]), /no text in UTF-8, from about line 1/],
  ['one endless line', 'x'.repeat(1_100_000), /Line 1 of .* is longer/],
] as const) {
  test(`an NDJSON file that is ${what} is refused with what to do`, async (t) => {
    await assert.rejects(rowsOf(workFolder(t).write('a.jsonl', content)), expected);
  });
}

test('a mapping may drop identity; a canonical CSV may carry opt-outs and values of your own', async (t) => {
  const folder = workFolder(t);
  const file = folder.write(
    'a.csv',
    'response_id,responded_at,email,do_not_contact,extra.Plan\n1,2024-01-01,ada@example.com,yes,gold\n2,2024-01-01,,maybe,\n',
  );
  const { rows, notes } = await rowsOf(file);
  assert.deepEqual(notes, []);
  assert.deepEqual(answersOf(rows), [
    {
      ...{ source: 'csv', responseId: '1', respondedAt: '2024-01-01T00:00:00.000Z', doNotContact: true },
      ...{ extra: { Plan: 'gold' }, text: { email: 'ada@example.com' } },
    },
  ]);
  assert.deepEqual(problemsOf(rows), ['3: do_not_contact "maybe" is neither yes nor no']);
  const mapping = parseMapping(
    {
      anonymous: true,
      fields: { response_id: { column: 'response_id' }, responded_at: { column: 'responded_at' }, email: { column: 'email' } },
    },
    'test',
  );
  assert.doesNotMatch(JSON.stringify(answersOf((await rowsOf(file, { mapping })).rows)), /ada@example/);
});

test('a value is found under its dotted name, whatever names an object has', () => {
  const key = fc.string({ minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(fc.array(key, { minLength: 1, maxLength: 4 }), fc.string(), (keys, value) => {
      const nested = keys.reduceRight<unknown>((inner, name) => Object.fromEntries([[name, inner]]), value);
      assert.equal(cellAt(nested, keys.join('.')), value);
    }),
  );
  assert.equal(cellAt({ 'a.b': 1, a: { b: 2 } }, 'a.b'), '1');
  assert.equal(cellAt({ a: null }, 'a'), '');
  assert.equal(cellAt({}, 'constructor'), undefined);
  assert.equal(cellAt({ a: { b: { c: 1 } } }, 'a.b'), '{"c":1}');
});
