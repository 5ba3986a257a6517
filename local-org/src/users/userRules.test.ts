import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startLoginOrg, type LoginOrg } from '../oauth/testing/loginOrg.ts';

let org: LoginOrg;
let profileId: unknown;

before(async () => {
  org = await startLoginOrg();
  profileId = org.org.database.prepare(`SELECT "Id" AS id FROM "Profile" WHERE "Name" = 'Standard User'`).get()?.['id'];
  await org.createUser('first@example.com', 'secret-1234');
});

after(async () => {
  await org.stop();
});

async function create(values: Readonly<Record<string, unknown>>): Promise<{ status: number; code?: string; fields?: readonly string[] }> {
  const user = {
    Username: 'second@example.com',
    LastName: 'Ek',
    Email: 'second@example.com',
    Alias: 'ek',
    ProfileId: profileId,
    TimeZoneSidKey: 'America/New_York',
    LocaleSidKey: 'de_DE',
    LanguageLocaleKey: 'de',
    EmailEncodingKey: 'UTF-8',
    ...values,
  };
  const response = await fetch(`${org.url}/services/data/v66.0/sobjects/User`, {
    method: 'POST',
    headers: { authorization: `Bearer ${org.adminToken}`, 'content-type': 'application/json' },
    body: JSON.stringify(user),
  });
  const body = (await response.json()) as { id: string } | readonly { errorCode: string; fields: readonly string[] }[];
  const [error] = Array.isArray(body) ? (body as readonly { errorCode: string; fields: readonly string[] }[]) : [];
  return error === undefined ? { status: response.status } : { status: response.status, code: error.errorCode, fields: error.fields };
}

describe('a new user', () => {
  const refusals: readonly {
    readonly title: string;
    readonly values: Record<string, unknown>;
    readonly code: string;
    readonly field: string;
  }[] = [
    { title: 'the name of another', values: { Username: 'FIRST@example.com' }, code: 'DUPLICATE_USERNAME', field: 'Username' },
    { title: 'a name that is no address', values: { Username: 'second' }, code: 'FIELD_INTEGRITY_EXCEPTION', field: 'Username' },
    { title: 'the nickname of another', values: { CommunityNickname: 'ADA' }, code: 'DUPLICATE_COMM_NICKNAME', field: 'CommunityNickname' },
    {
      title: 'a time zone that is none',
      values: { TimeZoneSidKey: 'Mars/Phobos' },
      code: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
      field: 'TimeZoneSidKey',
    },
    { title: 'no profile', values: { ProfileId: null }, code: 'REQUIRED_FIELD_MISSING', field: 'ProfileId' },
    { title: 'no e-mail', values: { Email: null }, code: 'REQUIRED_FIELD_MISSING', field: 'Email' },
  ];
  for (const { title, values, code, field } of refusals) {
    it(`with ${title} is refused`, async () => {
      assert.deepEqual(await create(values), { status: 400, code, fields: [field] });
    });
  }

  it('with everything that is required is made', async () => {
    assert.deepEqual(await create({}), { status: 201 });
  });
});

describe('every time zone that a user may have', () => {
  it('is one that dates can be told in', () => {
    const zones = org.org.schema.object('User')?.fields.get('timezonesidkey')?.picklist?.values ?? [];
    assert.ok(zones.length > 90);
    for (const { value } of zones) assert.doesNotThrow(() => new Intl.DateTimeFormat('en-US', { timeZone: value }), value);
  });
});
