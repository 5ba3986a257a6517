import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { runOrg, type RunningOrg } from '../testing/runningOrg.ts';

let org: RunningOrg;

before(async () => {
  org = await runOrg();
  await org.call('POST', '/composite/sobjects', {
    records: [
      { attributes: { type: 'Account' }, Name: 'Acme, Inc.', Phone: '415 555 0100' },
      { attributes: { type: 'Account' }, Name: 'Acmeville', Description: 'the acme of villages' },
      { attributes: { type: 'Account' }, Name: 'Other', Website: 'https://acme.example' },
      { attributes: { type: 'Contact' }, LastName: 'Øster', Email: 'acme@example.com' },
    ],
  });
});

after(async () => {
  await org.stop();
});

async function names(sosl: string): Promise<unknown[]> {
  const { body } = await org.call('GET', `/search?q=${encodeURIComponent(sosl)}`);
  assert.ok(
    typeof body === 'object' && body !== null && 'searchRecords' in body && Array.isArray(body.searchRecords),
    JSON.stringify(body),
  );
  return body.searchRecords.map((record: Record<string, unknown>) => record['Name'] ?? record['Email']);
}

describe('a search', () => {
  it('finds whole words in any case, phrases and wildcards', async () => {
    assert.deepEqual(await names('FIND {ACME} IN NAME FIELDS RETURNING Account(Name)'), ['Acme, Inc.']);
    assert.deepEqual(await names('FIND {acme*} IN NAME FIELDS RETURNING Account(Name ORDER BY Name DESC)'), ['Acmeville', 'Acme, Inc.']);
    assert.deepEqual(await names('FIND {"acme inc"} RETURNING Account(Name)'), ['Acme, Inc.']);
    assert.deepEqual(await names('FIND {øster} RETURNING Contact(Email)'), ['acme@example.com']);
    assert.deepEqual(await names('FIND {acme AND NOT inc} RETURNING Account(Name)'), ['Acmeville', 'Other']);
    assert.deepEqual(await names('FIND {(inc OR other)} RETURNING Account(Name)'), ['Acme, Inc.', 'Other']);
  });

  it('looks into groups of fields, and returns what is asked for of each object', async () => {
    assert.deepEqual(
      await names("FIND {acme} RETURNING Account(Name WHERE Name LIKE 'Other (or' OR Name = 'Other' LIMIT 1), Contact(Email)"),
      ['Other', 'acme@example.com'],
    );
    assert.deepEqual(await names('FIND {0100} IN PHONE FIELDS RETURNING Account(Name)'), ['Acme, Inc.']);
    assert.deepEqual(await names('FIND {acme} IN EMAIL FIELDS RETURNING Account(Name), Contact(Email)'), ['acme@example.com']);
    assert.equal((await names('FIND {acme} LIMIT 2')).length, 2);
  });

  it('may be made of parameters', async () => {
    const get = await org.call('GET', '/parameterizedSearch?q=acme&sobject=Account&Account.fields=Name&Account.limit=1&in=NAME');
    assert.match(JSON.stringify(get.body), /"searchRecords":\[\{.*"Name":"Acme, Inc\."\}\]/u);
    const post = await org.call('POST', '/parameterizedSearch', { q: 'acme', sobjects: [{ name: 'Contact', fields: ['Email'] }] });
    assert.match(JSON.stringify(post.body), /acme@example.com/u);
  });

  it('that is none is refused', async () => {
    for (const sosl of [
      '',
      'FIND acme',
      'FIND {a}',
      'FIND {acme} IN WRONG FIELDS',
      'FIND {acme} WITH DATA CATEGORY x',
      'FIND {(acme}',
      'FIND {acme} RETURNING Account(',
      'FIND {acme} nonsense',
    ]) {
      const { status, body } = await org.call('GET', `/search?q=${encodeURIComponent(sosl)}`);
      assert.deepEqual([status, JSON.stringify(body).includes('MALFORMED_SEARCH')], [400, true], sosl);
    }
    const unknown = await org.call('GET', `/search?q=${encodeURIComponent('FIND {nobody} RETURNING Account(Wrong__c)')}`);
    assert.match(JSON.stringify(unknown.body), /INVALID_FIELD/u);
  });
});
