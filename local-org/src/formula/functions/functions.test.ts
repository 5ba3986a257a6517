import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { evaluate, NOW, type TestFields } from '../testing/evaluate.ts';

const record: TestFields = {
  Status__c: { type: 'picklist', value: 'Open', prior: 'New' },
  Empty__c: { type: 'picklist' },
  Topics__c: { type: 'multipicklist', value: 'Price;Service' },
  Rating__c: { type: 'double', value: 9, prior: 4 },
  Name: { type: 'string', value: 'Ada Lovelace', prior: 'Ada Lovelace' },
  Id: { type: 'id', value: '001000000000AbC' },
  ClosedAt__c: { type: 'datetime', value: NOW },
};

function gives(rows: readonly (readonly [string, unknown])[]): void {
  for (const [source, expected] of rows) {
    it(`${source} is ${String(expected)}`, () => assert.equal(evaluate(source, record), expected));
  }
}

describe('logical functions', () =>
  gives([
    ['IF(Rating__c > 8, "high", "low")', 'high'],
    ['CASE(Rating__c, 9, "nine", 10, "ten", "other")', 'nine'],
    ['CASE(Status__c, "New", 1, "Open", 2, 3)', 2],
    ['AND(TRUE, Rating__c = 9)', true],
    ['OR(FALSE, Rating__c = 8)', false],
    ['BLANKVALUE(NULL, 4)', 4],
    ['ISBLANK(Name)', false],
    ['ISNULL(NULL)', true],
  ]));

describe('picklists', () =>
  gives([
    ['ISPICKVAL(Status__c, "Open")', true],
    ['ISPICKVAL(Empty__c, "")', true],
    ['ISPICKVAL(PRIORVALUE(Status__c), "New")', true],
    ['ISBLANK(Empty__c)', true],
    ['TEXT(Status__c) & "!"', 'Open!'],
    ['INCLUDES(Topics__c, "Price")', true],
    ['INCLUDES(Topics__c, "Pri")', false],
    ['PICKLISTCOUNT(Topics__c)', 2],
  ]));

describe('the record before the save', () => {
  gives([
    ['ISCHANGED(Rating__c)', true],
    ['ISCHANGED(Name)', false],
    ['ISCHANGED(Status__c)', true],
    ['PRIORVALUE(Rating__c)', 4],
    ['ISNEW()', false],
  ]);
  it('there is none while the record is created', () => {
    assert.equal(evaluate('ISNEW() && !ISCHANGED(Rating__c)', record, { isNew: true }), true);
    assert.equal(evaluate('PRIORVALUE(Rating__c)', record, { isNew: true }), 9);
  });
});

describe('text functions', () =>
  gives([
    ['LEN(Name)', 12],
    ['LEFT(Name, 3)', 'Ada'],
    ['RIGHT(Name, 4)', 'lace'],
    ['MID(Name, 5, 4)', 'Love'],
    ['UPPER(Name)', 'ADA LOVELACE'],
    ['LOWER("İ", "tr")', 'i'],
    ['INITCAP("o\'neil SMITH")', "O'Neil Smith"],
    ['REVERSE("abc")', 'cba'],
    ['SUBSTITUTE(Name, "a", "$&")', 'Ad$& Lovel$&ce'],
    ['FIND("e", Name)', 8],
    ['FIND("e", Name, 9)', 12],
    ['CONTAINS(Name, "Love")', true],
    ['BEGINS(Name, "ada")', false],
    ['LPAD("7", 3, "0")', '007'],
    ['RPAD("abc", 2)', 'ab'],
    ['VALUE("12.50")', 12.5],
    ['ISNUMBER("1e3")', true],
    ['ISNUMBER("1,000")', false],
    ['TEXT(0.5)', '0.5'],
    ['TEXT(1234567.10)', '1234567.1'],
    ['ASCII("A")', 65],
    ['CHR(65)', 'A'],
    ['"a" & BR() & "b"', 'a\nb'],
    ['CASESAFEID(Id)', '001000000000AbCAAU'],
    ['REGEX("ABC-123", "[A-Z]{3}-\\\\d+")', true],
    ['REGEX("xABC-123", "[A-Z]{3}-\\\\d+")', false],
    ['HYPERLINK("/001", "Open")', '<a href="/001" target="_blank">Open</a>'],
    ['IMAGE("/green.gif", "good", 16, 16)', '<img src="/green.gif" alt="good" style="height:16px; width:16px; " border="0"/>'],
  ]));

describe('number functions', () =>
  gives([
    ['ROUND(2.345, 2)', 2.35],
    ['ROUND(-1.5, 0)', -2],
    ['ROUND(1234.5, -2)', 1200],
    ['TRUNC(-1.99, 1)', -1.9],
    ['CEILING(-2.5)', -3],
    ['FLOOR(-2.5)', -2],
    ['MCEILING(-2.5)', -2],
    ['MFLOOR(-2.5)', -3],
    ['MOD(-3, 2)', -1],
    ['MOD(7.5, 2)', 1.5],
    ['ABS(-4)', 4],
    ['MAX(1, 3, 2)', 3],
    ['MIN(1, 3, 2)', 1],
    ['SQRT(16)', 4],
    ['EXP(0)', 1],
    ['LOG(100)', 2],
    ['FLOOR(1 / 3 * 3)', 1],
  ]));

describe('date functions', () => {
  gives([
    ['TODAY()', '2026-03-15'],
    ['NOW()', NOW],
    ['YEAR(DATE(2026, 2, 3)) * 100 + MONTH(DATE(2026, 2, 3))', 202602],
    ['DAY(DATEVALUE("2026-02-03"))', 3],
    ['WEEKDAY(DATE(2026, 3, 15))', 1],
    ['ADDMONTHS(DATE(2026, 1, 31), 1)', '2026-02-28'],
    ['ADDMONTHS(DATE(2026, 2, 28), 1)', '2026-03-31'],
    ['ADDMONTHS(DATE(2026, 3, 15), -15)', '2024-12-15'],
    ['DAYOFYEAR(DATE(2026, 3, 1))', 60],
    ['ISOWEEK(DATE(2027, 1, 1))', 53],
    ['ISOYEAR(DATE(2027, 1, 1))', 2026],
    ['DATEVALUE(ClosedAt__c)', '2026-03-15'],
    ['TEXT(ClosedAt__c)', '2026-03-15 23:30:00Z'],
    ['HOUR(TIMEVALUE(ClosedAt__c))', 23],
    ['TEXT(TIMEVALUE("17:05:09.120"))', '17:05:09.120'],
    ['UNIXTIMESTAMP(ClosedAt__c)', NOW / 1000],
    ['FROMUNIXTIME(0)', 0],
    ['FORMATDURATION(3661)', '01:01:01'],
    ['FORMATDURATION(90061, TRUE)', '1:01:01:01'],
  ]);
  it("the day is the running user's", () => {
    assert.equal(evaluate('TODAY()', {}, { timeZone: 'Europe/Copenhagen' }), '2026-03-16');
    assert.equal(evaluate('DATEVALUE(ClosedAt__c)', record, { timeZone: 'Asia/Tokyo' }), '2026-03-16');
  });
  it('a day that does not exist is an error', () => {
    assert.throws(() => evaluate('DATE(2026, 2, 29)'), { message: 'Invalid date' });
    assert.throws(() => evaluate('DATEVALUE("2026-02-30")'), { message: 'Invalid date' });
  });
});
