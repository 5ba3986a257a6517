import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { errorsOf, idOf, openShop } from './testing/shopOrg.ts';

describe('creating a record', () => {
  it('fills in defaults, owner and audit fields', () => {
    const org = openShop();
    const region = org.stored('Region__c', org.regionId);
    const sale = org.stored('Sale__c', org.create('Sale__c', { Name: 'first', Store__c: org.storeId }));
    assert.equal(region['OwnerId'], org.user.id);
    assert.equal(region['CreatedDate'], org.clock.moment);
    assert.equal(region['LastModifiedById'], org.user.id);
    assert.equal(sale['Kind__c'], 'Counter');
    assert.equal(org.stored('Store__c', org.storeId)['Closed__c'], false);
  });

  it("puts a person's name together", () => {
    const org = openShop();
    assert.equal(org.stored('Contact', org.create('Contact', { FirstName: 'Bo', LastName: 'Ek' }))['Name'], 'Bo Ek');
    assert.equal(org.stored('Contact', org.create('Contact', { LastName: 'Ek' }))['Name'], 'Ek');
  });

  it('stores texts without white space around them, and empty ones as blank', () => {
    const org = openShop();
    const sale = org.stored('Sale__c', org.create('Sale__c', { Name: 's', Store__c: org.storeId, Note__c: '  hi ', Mail__c: '' }));
    assert.equal(sale['Note__c'], 'hi');
    assert.equal(sale['Mail__c'], null);
  });
});

describe('system validation answers with the platform’s codes and texts', () => {
  const cases: readonly { readonly title: string; readonly values: Record<string, string | number | null>; readonly error: RegExp }[] = [
    {
      title: 'a text that is too long',
      values: { Note__c: 'x'.repeat(11) },
      error: /^STRING_TOO_LONG: Note: data value too large: x{11} \(max length=10\) \[Note__c\]$/u,
    },
    { title: 'a number with too many digits', values: { Amount__c: 10_000 }, error: /^NUMBER_OUTSIDE_VALID_RANGE: .* \[Amount__c\]$/u },
    {
      title: 'a value that a restricted picklist lacks',
      values: { Kind__c: 'Phone' },
      error: /^INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST: Kind: bad value for restricted picklist field: Phone \[Kind__c\]$/u,
    },
    {
      title: 'a text that is no id',
      values: { Buyer__c: 'nobody' },
      error: /^MALFORMED_ID: Buyer: id value of incorrect type: nobody \[Buyer__c\]$/u,
    },
    {
      title: 'an id of another object',
      values: { Buyer__c: '001Lo0000000001IAA' },
      error: /^FIELD_INTEGRITY_EXCEPTION: .* \[Buyer__c\]$/u,
    },
    {
      title: 'an id that points nowhere',
      values: { Buyer__c: '003Lo0000000099IAA' },
      error: /^INVALID_CROSS_REFERENCE_KEY: invalid cross reference id \[Buyer__c\]$/u,
    },
    {
      title: 'an address that is none',
      values: { Mail__c: 'not an address' },
      error: /^INVALID_EMAIL_ADDRESS: Mail: invalid email address: not an address \[Mail__c\]$/u,
    },
    {
      title: 'a formula that is written to',
      values: { Square__c: 4 },
      error: /^INVALID_FIELD_FOR_INSERT_UPDATE: Unable to create\/update fields: Square__c\. Please check/u,
    },
    {
      title: 'a missing master',
      values: { Store__c: null },
      error: /^REQUIRED_FIELD_MISSING: Required fields are missing: \[Store__c\] \[Store__c\]$/u,
    },
    {
      title: 'a broken rule',
      values: { Amount__c: -1 },
      error: /^FIELD_CUSTOM_VALIDATION_EXCEPTION: The amount must not be negative\. \[Amount__c\]$/u,
    },
  ];
  for (const { title, values, error } of cases) {
    it(title, () => {
      const org = openShop();
      const [result] = org.records.insert('Sale__c', [{ Name: 's', Store__c: org.storeId, ...values }], org.options);
      const [first = ''] = errorsOf(result);
      assert.match(first, error);
    });
  }

  it('refuses a rule that looks at a parent of the parent', () => {
    const org = openShop();
    const regionId = org.create('Region__c', { Name: 'Atlantis' });
    const storeId = org.create('Store__c', { Name: 'Deep', Region__c: regionId });
    const results = org.records.insert('Sale__c', [{ Name: 's', Store__c: storeId }], org.options);
    assert.deepEqual(errorsOf(results[0]), ['FIELD_CUSTOM_VALIDATION_EXCEPTION: Atlantis has sunk.']);
  });

  it('refuses an owner who is not active', () => {
    const org = openShop();
    const profileId = org.stored('User', org.user.id)['ProfileId'] ?? null;
    const userId = org.create('User', {
      Username: 'gone@example.com',
      LastName: 'Gone',
      Email: 'gone@example.com',
      Alias: 'gone',
      CommunityNickname: 'gone',
      TimeZoneSidKey: 'Europe/London',
      LocaleSidKey: 'en_US',
      EmailEncodingKey: 'UTF-8',
      LanguageLocaleKey: 'en_US',
      ProfileId: profileId,
      IsActive: false,
    });
    const [result] = org.records.insert('Account', [{ Name: 'A', OwnerId: userId }], org.options);
    assert.match(errorsOf(result)[0] ?? '', /^INACTIVE_OWNER_OR_USER: operation performed with inactive user \[005/u);
  });
});

describe('unique fields', () => {
  it('refuse what is stored, by the case rule of the field, and what came before in the batch', () => {
    const org = openShop();
    const first = org.create('Sale__c', { Name: 's', Store__c: org.storeId, Key__c: 'one' });
    const results = org.records.insert(
      'Sale__c',
      [
        { Name: 's', Store__c: org.storeId, Key__c: 'ONE' },
        { Name: 's', Store__c: org.storeId, Key__c: 'two' },
        { Name: 's', Store__c: org.storeId, Key__c: 'Two' },
      ],
      org.options,
    );
    assert.deepEqual(errorsOf(results[0]), [`DUPLICATE_VALUE: duplicate value found: Key__c duplicates value on record with id: ${first}`]);
    const second = idOf(results[1]);
    assert.deepEqual(errorsOf(results[2]), [
      `DUPLICATE_VALUE: duplicate value found: Key__c duplicates value on record with id: ${second}`,
    ]);
    idOf(org.records.insert('Store__c', [{ Name: 'x', Region__c: org.regionId, Code__c: 'MAIN' }], org.options)[0]);
  });

  it('stays free after a delete', () => {
    const org = openShop();
    const id = org.create('Sale__c', { Name: 's', Store__c: org.storeId, Key__c: 'one' });
    org.records.delete('Sale__c', [id], org.options);
    org.create('Sale__c', { Name: 's', Store__c: org.storeId, Key__c: 'one' });
  });
});

describe('updating', () => {
  it('keeps what is not named and stamps the change', () => {
    const org = openShop();
    const id = org.create('Sale__c', { Name: 's', Store__c: org.storeId, Amount__c: 3, Note__c: 'a' });
    org.clock.moment += 60_000;
    idOf(org.records.update('Sale__c', [{ Id: id, Note__c: 'b' }], org.options)[0]);
    const sale = org.stored('Sale__c', id);
    assert.deepEqual([sale['Amount__c'], sale['Note__c']], [3, 'b']);
    assert.equal(sale['SystemModstamp'], org.clock.moment);
    assert.equal(sale['CreatedDate'], org.clock.moment - 60_000);
  });

  it('tells apart a deleted record, one that never was, and one named twice', () => {
    const org = openShop();
    const gone = org.create('Account', { Name: 'Gone' });
    const there = org.create('Account', { Name: 'There' });
    org.records.delete('Account', [gone], org.options);
    const results = org.records.update(
      'Account',
      [{ Id: gone, Name: 'x' }, { Id: '001Lo0000000zzzIAA', Name: 'x' }, { Id: there, Name: 'x' }, { Id: there, Name: 'y' }, { Name: 'z' }],
      org.options,
    );
    assert.deepEqual(
      [0, 1, 3, 4].map((place) => errorsOf(results[place])[0]?.split(':')[0]),
      ['ENTITY_IS_DELETED', 'INVALID_CROSS_REFERENCE_KEY', 'DUPLICATE_VALUE', 'MISSING_ARGUMENT'],
    );
    assert.equal(org.stored('Account', there)['Name'], 'x');
  });
});

describe('flows around a save', () => {
  it('run before the rules, which then see what they changed', () => {
    const org = openShop();
    org.triggers.beforeSave = ({ object, rows }) => {
      if (object.name === 'Sale__c') for (const row of rows) row.values['Amount__c'] = Number(row.values['Amount__c']) * 2;
    };
    const id = org.create('Sale__c', { Name: 's', Store__c: org.storeId, Amount__c: 4 });
    assert.equal(org.stored('Sale__c', id)['Amount__c'], 8);
    org.triggers.beforeSave = ({ rows }) => {
      for (const row of rows) row.values['Amount__c'] = -1;
    };
    const [result] = org.records.update('Sale__c', [{ Id: id, Note__c: 'x' }], org.options);
    assert.match(errorsOf(result)[0] ?? '', /must not be negative/u);
  });

  it('can shorten a text before its length is checked', () => {
    const org = openShop();
    org.triggers.beforeSave = ({ rows }) => {
      for (const row of rows) row.values['Note__c'] = String(row.values['Note__c']).slice(0, 10);
    };
    const id = org.create('Sale__c', { Name: 's', Store__c: org.storeId, Note__c: 'far too long a note' });
    assert.equal(org.stored('Sale__c', id)['Note__c'], 'far too lo');
  });

  it('undo what they did for a row that fails after the write, and save the others', () => {
    const org = openShop();
    let runs = 0;
    org.triggers.afterSave = ({ object, rows, user }) => {
      if (object.name !== 'Sale__c') return;
      runs += 1;
      for (const row of rows) {
        org.records.insert('Account', [{ Name: `for ${String(row.values['Name'])}` }], { user, allOrNone: true });
        if (row.values['Name'] === 'bad') row.fail({ statusCode: 'CANNOT_EXECUTE_FLOW_TRIGGER', message: 'no', fields: [] });
      }
    };
    const results = org.records.insert(
      'Sale__c',
      ['a', 'bad', 'b'].map((Name) => ({ Name, Store__c: org.storeId, Amount__c: 1 })),
      org.options,
    );
    assert.deepEqual(
      results.map((result) => result.success),
      [true, false, true],
    );
    assert.equal(runs, 2);
    assert.equal(org.stored('Store__c', org.storeId)['SaleCount__c'], 2);
    const names = org.database.prepare('SELECT "Name" FROM "Account" ORDER BY "Name"').all();
    assert.deepEqual(
      names.map((row) => row['Name']),
      ['for a', 'for b'],
    );
  });

  it('that save each other without end are stopped', () => {
    const org = openShop();
    org.triggers.afterSave = ({ object, rows, user }) => {
      for (const row of rows) {
        const [result] = org.records.update(object.name, [{ Id: row.id }], { user, allOrNone: true });
        if (result?.success === false) for (const error of result.errors) row.fail(error);
      }
    };
    const [result] = org.records.update('Region__c', [{ Id: org.regionId, Name: 'South' }], org.options);
    assert.match(errorsOf(result)[0] ?? '', /maximum trigger depth exceeded/u);
    assert.equal(org.stored('Region__c', org.regionId)['Name'], 'North');
  });
});
