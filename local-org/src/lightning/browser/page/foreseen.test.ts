import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import '../testing/page.ts';

const { foreseenFrom, questionAbout } = await import('./foreseen.ts');

const query = 'query customerPulse($key: String) { uiapi { query { Account { edges { node { Id } } } } } }';

describe('what a page asks before its components are there', () => {
  it("given a document about the page's record, then another record's page can ask it of that one", () => {
    const foreseen = foreseenFrom({ query, variables: { key: 'A:001A', record: '001A' } }, '001A');
    assert.deepEqual(foreseen, { query, variables: { key: 'A:{record}', record: '{record}' } });
    assert.ok(foreseen);
    assert.deepEqual(questionAbout(foreseen, '001B'), { query, variables: { key: 'A:001B', record: '001B' } });
  });

  it('given a document that speaks of more than the record, then nothing of it is kept', () => {
    const told: readonly [string, string, Record<string, unknown>][] = [
      ['the id of another record', query, { key: 'a05X' }],
      ['what somebody searches for beside the record', query, { key: '001A', words: 'late' }],
      ['a number', query, { key: '001A', first: 20 }],
      ['the id of the record in its text', `${query} # 001A`, { key: '001A' }],
      ['no record at all', query, {}],
    ];
    for (const [what, text, variables] of told) assert.equal(foreseenFrom({ query: text, variables }, '001A'), undefined, what);
  });
});
