import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildSchema } from '../schema/buildSchema.ts';
import { fieldXml, objectXml, packageOf } from '../schema/testing/packageOf.ts';
import type { Field, Schema, SObjectType } from '../schema/types.ts';
import { storedKeyPrefixes } from './bookkeeping.ts';
import { OrgDatabase } from './database.ts';
import { prepareStorage } from './prepareStorage.ts';
import { normalisedKey, RecordStore } from './recordStore.ts';

const FILES = {
  'objects/Thing__c/Thing__c.object-meta.xml': objectXml('Thing').replace(
    '<type>Text</type>',
    '<type>AutoNumber</type><displayFormat>T-{0000}</displayFormat>',
  ),
  'objects/Thing__c/fields/Key__c.field-meta.xml': fieldXml(
    'Text',
    '<length>40</length><externalId>true</externalId><unique>true</unique><caseSensitive>true</caseSensitive>',
  ),
  'objects/Thing__c/fields/Code__c.field-meta.xml': fieldXml('Text', '<length>40</length><externalId>true</externalId>'),
  'objects/Thing__c/fields/Done__c.field-meta.xml': fieldXml('Checkbox', '<defaultValue>false</defaultValue>'),
  'objects/Thing__c/fields/Account__c.field-meta.xml': fieldXml(
    'Lookup',
    '<referenceTo>Account</referenceTo><relationshipName>Things</relationshipName>',
  ),
};

interface Given {
  readonly database: OrgDatabase;
  readonly schema: Schema;
  readonly store: RecordStore;
  readonly thing: SObjectType;
}

function given(files: Readonly<Record<string, string>> = FILES, database = new OrgDatabase(':memory:')): Given {
  const schema = buildSchema(packageOf(files), { keyPrefixOf: storedKeyPrefixes(database) });
  prepareStorage(database, schema);
  const thing = schema.object('Thing__c');
  assert.ok(thing);
  return { database, schema, store: new RecordStore(database, schema), thing };
}

function fieldOf(object: SObjectType, name: string): Field {
  const field = object.fields.get(name.toLowerCase());
  assert.ok(field);
  return field;
}

describe('the record store', () => {
  it('gives back what it was given, in memory form', () => {
    const { store, thing } = given();
    const id = store.newId(thing);
    store.insert(thing, [{ Id: id, Name: 'T-1', Key__c: 'Æble', Done__c: true, CreatedDate: 1_700_000_000_000 }]);
    store.update(thing, id, { Code__c: 'c', Done__c: false });
    const row = store.read(thing, [id, store.newId(thing)]).get(id);
    assert.deepEqual(
      [row?.['Key__c'], row?.['Code__c'], row?.['Done__c'], row?.['CreatedDate'], row?.['Account__c']],
      ['Æble', 'c', false, 1_700_000_000_000, null],
    );
  });

  it('reads what is there now, however often it was read before', () => {
    const { database, store, thing } = given();
    const ids = Array.from({ length: 3 }, () => store.newId(thing));
    const codes = (): unknown[] => [...store.read(thing, ids).values()].map((row) => row['Code__c']);
    store.insert(
      thing,
      ids.map((id, place) => ({ Id: id, Name: id, Key__c: id, Code__c: String(place) })),
    );
    assert.deepEqual(codes(), ['0', '1', '2']);
    for (const row of store.read(thing, ids).values()) row['Code__c'] = 'only in my copy';
    assert.deepEqual(codes(), ['0', '1', '2']);
    const undone = (): void =>
      database.transaction(() => {
        store.update(thing, ids[0] ?? '', { Code__c: 'undone' });
        assert.deepEqual(codes(), ['undone', '1', '2']);
        store.delete(thing, ids.slice(1));
        assert.deepEqual(codes(), ['undone']);
        throw new Error('undo');
      });
    assert.throws(undone);
    assert.deepEqual(codes(), ['0', '1', '2']);
    database.transaction(() => {
      assert.throws(undone);
      store.update(thing, ids[2] ?? '', { Code__c: 'kept' });
      assert.throws(undone);
      assert.equal(store.cached(thing, ids[2] ?? ''), undefined);
    });
    assert.deepEqual(codes(), ['0', '1', 'kept']);
  });

  it('finds by external id with the rules of case of the field, in every alphabet', () => {
    const { store, thing } = given();
    const [a, b] = [store.newId(thing), store.newId(thing)];
    store.insert(thing, [
      { Id: a, Key__c: 'Ærø', Code__c: 'Ærø' },
      { Id: b, Key__c: 'ÆRØ', Code__c: 'ÆRØ' },
    ]);
    assert.deepEqual(store.findBy(thing, fieldOf(thing, 'Key__c'), ['ÆRØ']), new Map([['ÆRØ', [b]]]));
    const code = fieldOf(thing, 'Code__c');
    assert.deepEqual(store.findBy(thing, code, ['ærø']).get(normalisedKey(code, 'ÆRØ')), [a, b]);
  });

  it('refuses a second record with a unique key, and frees the key of a deleted one', () => {
    const { store, thing } = given();
    const id = store.newId(thing);
    store.insert(thing, [{ Id: id, Key__c: 'k' }]);
    assert.throws(() => store.insert(thing, [{ Id: store.newId(thing), Key__c: 'k' }]), /UNIQUE/u);
    store.delete(thing, [id]);
    assert.equal(store.read(thing, [id]).size, 0);
    assert.deepEqual(store.deletedIds(thing, [id]), new Set([id]));
    store.insert(thing, [{ Id: store.newId(thing), Key__c: 'k' }]);
  });

  it('finds the children of parents', () => {
    const { store, thing, schema } = given();
    const account = schema.object('Account');
    assert.ok(account);
    const parent = store.newId(account);
    const child = store.newId(thing);
    store.insert(thing, [{ Id: child, Account__c: parent }, { Id: store.newId(thing) }]);
    assert.deepEqual(store.idsWhere(thing, fieldOf(thing, 'Account__c'), [parent]), [child]);
  });

  it('goes on with ids and auto-numbers after a restart, and reuses none after a roll-back', () => {
    const first = given();
    const name = fieldOf(first.thing, 'Name');
    const id = first.store.newId(first.thing);
    first.store.insert(first.thing, [{ Id: id, Name: first.store.nextAutoNumber(first.thing, name) }]);
    assert.throws(() =>
      first.database.transaction(() => {
        first.store.insert(first.thing, [{ Id: first.store.newId(first.thing), Name: first.store.nextAutoNumber(first.thing, name) }]);
        throw new Error('rolled back');
      }),
    );
    assert.equal(first.store.nextAutoNumber(first.thing, name), 'T-0003');

    const second = given(FILES, first.database);
    assert.ok(second.store.newId(second.thing) > id);
    assert.equal(second.store.nextAutoNumber(second.thing, name), 'T-0002');
  });
});

describe('storage that meets a grown schema', () => {
  it('adds columns and keeps rows and key prefixes', () => {
    const { database, store, thing } = given();
    const id = store.newId(thing);
    store.insert(thing, [{ Id: id, Key__c: 'k' }]);
    const grown = given(
      {
        'objects/Another__c/Another__c.object-meta.xml': objectXml('Another'),
        ...FILES,
        'objects/Thing__c/fields/Extra__c.field-meta.xml': fieldXml('Checkbox', '<defaultValue>false</defaultValue>'),
      },
      database,
    );
    assert.equal(grown.thing.keyPrefix, thing.keyPrefix);
    assert.deepEqual(
      [grown.store.read(grown.thing, [id]).get(id)?.['Key__c'], grown.store.read(grown.thing, [id]).get(id)?.['Extra__c']],
      ['k', false],
    );
  });

  it('drops what left the schema, and a field that comes again starts empty', () => {
    const { database, store, thing } = given();
    const id = store.newId(thing);
    store.insert(thing, [{ Id: id, Key__c: 'k', Code__c: 'c' }]);
    const { 'objects/Thing__c/fields/Code__c.field-meta.xml': code, ...others } = FILES;
    given(others, database);
    const again = given({ ...others, 'objects/Thing__c/fields/Code__c.field-meta.xml': code }, database);
    assert.deepEqual(
      [again.store.read(again.thing, [id]).get(id)?.['Key__c'], again.store.read(again.thing, [id]).get(id)?.['Code__c']],
      ['k', null],
    );
  });

  it('ticks a new check box on the records that are there when that is its default', () => {
    const { database, store, thing } = given();
    const id = store.newId(thing);
    store.insert(thing, [{ Id: id }]);
    const fresh = fieldXml('Checkbox', '<defaultValue>true</defaultValue>');
    const grown = given({ ...FILES, 'objects/Thing__c/fields/Fresh__c.field-meta.xml': fresh }, database);
    assert.equal(grown.store.read(grown.thing, [id]).get(id)?.['Fresh__c'], true);
  });

  it('makes texts of numbers', () => {
    const number = {
      ...FILES,
      'objects/Thing__c/fields/Size__c.field-meta.xml': fieldXml('Number', '<precision>5</precision><scale>1</scale>'),
    };
    const { database, store, thing } = given(number);
    const [whole, half] = [store.newId(thing), store.newId(thing)];
    store.insert(thing, [
      { Id: whole, Size__c: 12 },
      { Id: half, Size__c: 1.5 },
    ]);
    const text = { ...FILES, 'objects/Thing__c/fields/Size__c.field-meta.xml': fieldXml('Text', '<length>20</length>') };
    const after = given(text, database);
    const sizes = after.store.read(after.thing, [whole, half]);
    assert.deepEqual([sizes.get(whole)?.['Size__c'], sizes.get(half)?.['Size__c']], ['12', '1.5']);
  });

  it('gives an object that was deleted and made again another key prefix and no records', () => {
    const { database, store, thing } = given();
    store.insert(thing, [{ Id: store.newId(thing) }]);
    prepareStorage(database, buildSchema(packageOf({})));
    const again = given(FILES, database);
    assert.notEqual(again.thing.keyPrefix, thing.keyPrefix);
    assert.equal(database.prepare('SELECT count(*) AS n FROM "Thing__c"').get()?.['n'], 0);
  });
});
