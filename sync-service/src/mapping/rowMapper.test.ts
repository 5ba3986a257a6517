import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { dateReader } from './dates.ts';
import { parseMapping } from './mappingSchema.ts';
import { rowMapper, type MappedRow } from './rowMapper.ts';

const header = ['id', 'when', 'score', 'words', 'why', 'why2'];
const fields = { response_id: { column: 'id' }, responded_at: { column: 'when' } };

function map(mapping: unknown, ...cells: string[]): MappedRow {
  return rowMapper(parseMapping(mapping, 'test.json'), header)(cells);
}

function answerOf(mapped: MappedRow): Extract<MappedRow, { answer: unknown }>['answer'] {
  assert.ok('answer' in mapped, JSON.stringify(mapped));
  return mapped.answer;
}

test('date formats are tried in order, in the zone of the mapping', () => {
  const mapping = { dateFormats: ['d/M/yyyy', 'M/d/yyyy', 'd/M/yyyy HH:mm'], timeZone: 'Europe/London', fields };
  assert.equal(answerOf(map(mapping, '1', '03/04/2024')).respondedAt, '2024-04-02T23:00:00.000Z');
  assert.equal(answerOf(map(mapping, '1', '7/27/2022')).respondedAt, '2022-07-26T23:00:00.000Z');
  assert.equal(answerOf(map(mapping, '1', '27/7/2022 12:30')).respondedAt, '2022-07-27T11:30:00.000Z');
  assert.deepEqual(map(mapping, '1', '2022-07-27'), {
    problems: ['responded_at "2022-07-27" is in none of the date formats (d/M/yyyy, M/d/yyyy, d/M/yyyy HH:mm)'],
    responseId: '1',
  });
});

test('a reading in the future gives way to one that is not', () => {
  const mapping = { dateFormats: ['d/M/yyyy', 'M/d/yyyy'], expectedBy: '2022-10-01', fields };
  const read = (when: string): string => answerOf(map(mapping, '1', when)).respondedAt.slice(0, 10);
  assert.deepEqual(['04/12/2022', '04/09/2022', '13/12/2022'].map(read), ['2022-04-12', '2022-09-04', '2022-12-13']);
});

test('without formats dates are ISO 8601; a bare time or year is no date', () => {
  const read = dateReader(['ISO'], { zone: 'UTC' });
  assert.equal(read('2024-05-06T07:08:09+02:00'), '2024-05-06T05:08:09.000Z');
  assert.equal(read('2024-05-06 07:08'), '2024-05-06T07:08:00.000Z');
  assert.deepEqual(['12:30', '2024', '2024-02-30', '0001-01-01', ''].map(read), Array(5).fill(undefined));
  assert.equal(dateReader(['epoch seconds'], { zone: 'UTC' })('1700000000'), '2023-11-14T22:13:20.000Z');
});

test('any moment written in a format is read back', () => {
  const moments = fc.date({ min: new Date('1991-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
  const zones = fc.constantFrom('UTC', 'Asia/Kolkata', 'Pacific/Auckland');
  fc.assert(
    fc.property(moments, zones, fc.constantFrom('yyyy-MM-dd HH:mm:ss', 'd/M/yyyy HH:mm:ss', 'ISO'), (moment, zone, format) => {
      const seconds = DateTime.fromJSDate(moment, { zone }).startOf('second');
      // An hour that the clock shows twice has two readings.
      fc.pre(seconds.plus({ hours: 1 }).hour !== seconds.hour && seconds.minus({ hours: 1 }).hour !== seconds.hour);
      const text = format === 'ISO' ? seconds.toISO() : seconds.toFormat(format);
      assert.equal(dateReader([format], { zone, expectedBy: '2100-01-01' })(text ?? ''), seconds.toUTC().toISO());
    }),
  );
});

test('a value map gives ratings and blanks; what it does not list is no rating', () => {
  const mapping = { fields: { ...fields, rating: { column: 'score', values: { 'Very good': 10, Poor: 0, "Don't know": null } } } };
  assert.deepEqual(
    ['very good', ' Poor ', "Don't know", ''].map((score) => answerOf(map(mapping, '1', '2024-01-01', score)).rating),
    [10, 0, null, null],
  );
  assert.deepEqual(map(mapping, '1', '2024-01-01', '9'), {
    problems: ['rating "9" is not among the values of the mapping'],
    responseId: '1',
  });
});

test('a scale is linear and gives whole numbers only', () => {
  const scaled = (scale: unknown, score: string): unknown => {
    const mapped = map({ fields: { ...fields, rating: { column: 'score', scale } } }, '1', '2024-01-01', score);
    return 'answer' in mapped ? mapped.answer.rating : mapped.problems[0];
  };
  assert.deepEqual(
    ['1', '2', '6'].map((score) => scaled({ from: [1, 6], to: [0, 10] }, score)),
    [0, 2, 10],
  );
  assert.deepEqual(
    ['0', '10'].map((score) => scaled({ from: [0, 10], to: [10, 0] }, score)),
    [10, 0],
  );
  assert.equal(scaled({ from: [1, 5], to: [0, 10], round: 'half up' }, '2'), 3);
  assert.equal(scaled({ from: [1, 6], to: [0, 10] }, '7'), 'rating "7" is not between 1 and 6');
  assert.equal(scaled({ from: [1, 6], to: [0, 10] }, '1.2'), 'rating "1.2" is not a whole number');
  assert.throws(
    () => scaled({ from: [1, 5], to: [0, 10] }, '1'),
    /fields\.rating\.scale: does not give whole numbers; list each value in "values"/,
  );
});

test('whatever a rating cell says, the result is an integer 0 to 10, none, or a reason', () => {
  const mapping = { fields: { ...fields, rating: { column: 'score' } } };
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.double().map(String), fc.integer({ min: -20, max: 20 }).map(String)), (score) => {
      const mapped = map(mapping, '1', '2024-01-01', score);
      if ('problems' in mapped) assert.match(mapped.problems.join(), /^rating /);
      else if (mapped.answer.rating === null) assert.equal(score.trim(), '');
      else assert.ok([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10].includes(mapped.answer.rating ?? -1) && Number(score) === mapped.answer.rating);
    }),
  );
});

test('blanks of the mapping say nothing, also line by line; a blank is null, a field without a column is absent', () => {
  const mapping = { blanks: ['Did not answer'], fields: { ...fields, comment: { column: 'words' } } };
  const comment = (words: string): unknown => answerOf(map(mapping, '1', '2024-01-01', '', words)).text.comment;
  assert.deepEqual(['did not answer', 'Did not answer\nDid not answer', '  ', 'Did not answer this'].map(comment), [
    null,
    null,
    null,
    'Did not answer this',
  ]);
  assert.equal('touchpoint' in answerOf(map(mapping, '1', '2024-01-01')).text, false);
});

test('control characters are dropped from texts, line breaks and tabs stay', () => {
  const mapping = { fields: { ...fields, comment: { column: 'words' } } };
  const { responseId, text } = answerOf(map(mapping, 'a\u0000b', '2024-01-01', '', 'one\u0000\u001b[31m\r\n\ttwo 😀\u200d'));
  assert.deepEqual([responseId, text.comment], ['ab', 'one[31m\r\n\ttwo 😀\u200d']);
});

test('reasons come from several columns, split and each once', () => {
  const mapping = { fields: { ...fields, reasons: { columns: ['why', 'why2'], separator: '|' } } };
  assert.deepEqual(answerOf(map(mapping, '1', '2024-01-01', '', '', 'price| speed |', 'speed')).reasons, ['price', 'speed']);
});

test('a value too long for its field, a blank id and a source with a colon are reasons to reject, told together', () => {
  const mapping = { fields: { ...fields, source: { column: 'why' }, touchpoint: { column: 'words' } } };
  assert.deepEqual(map(mapping, ' ', '2024-01-01', '', 'x'.repeat(81), 'a:b'), {
    problems: [
      'response_id is blank',
      'source "a:b" must have at most 80 characters and no colon',
      'touchpoint has 81 characters; at most 80 fit',
    ],
    responseId: '',
  });
});

test("a reason for rejection never repeats a customer's words or address", () => {
  const mapped = map({ fields: { ...fields, rating: { column: 'score' } } }, '1', '2024-01-01', 'someone@example.com');
  assert.deepEqual('problems' in mapped && mapped.problems, ['rating (a text of 19 characters) is not a number']);
});

for (const [what, mapping, message] of [
  [
    'an unknown field',
    { fields: { ...fields, ratting: { column: 'score' } } },
    /fields\.ratting: unknown field; known are response_id, source, .*rating/,
  ],
  ['a list', [], /the file: .*expected object, received array/],
  ['a rule that is no object', { fields: { ...fields, rating: 'score' } }, /fields\.rating: .*expected object, received string/],
  ['an unknown key', { fields, colour: 'red' }, /colour: unknown key; known are description, delimiter, .*fields/],
  [
    'an unknown key of a rule',
    { fields: { ...fields, rating: { colum: 'score' } } },
    /fields\.rating\.colum: unknown key; known are column, constant/,
  ],
  ['a missing field', { fields: { response_id: { column: 'id' } } }, /fields\.responded_at: is missing/],
  ['neither column nor constant', { fields: { ...fields, survey: {} } }, /fields\.survey: needs either "column" or "constant"/],
  ['a zone that does not exist', { fields, timeZone: 'Europe/Atlantis' }, /timeZone: is not a known time zone/],
  [
    'a value map with a rating of 11',
    { fields: { ...fields, rating: { column: 'score', values: { a: 11 } } } },
    /fields\.rating\.values\.a: /,
  ],
] as const) {
  test(`a mapping with ${what} is refused by key`, () => {
    assert.throws(() => parseMapping(mapping, 'test.json'), message);
  });
}

test('two columns of one name are refused', () => {
  assert.throws(() => rowMapper(parseMapping({ fields }, 'test.json'), ['id', 'when', 'id']), /two columns called "id"/);
});
