import type { LocalOrg } from '../localOrg.ts';
import type { RequestUser } from '../requestUser.ts';
import type { FieldValues } from '../schema/types.ts';

/** Who a test needs. */
export interface WantedUser {
  /** Name of a profile that the org has; `Standard User` when absent. */
  readonly profile?: string;
  /** Names of permission sets. */
  readonly permissionSets?: readonly string[];
  /** Names of permission set groups. */
  readonly groups?: readonly string[];
  /** Fields of the user beside those that every user needs. */
  readonly values?: FieldValues;
}

/** A user of a test, who comes in by the doors. */
export interface TestUser {
  readonly id: string;
  readonly token: string;
  /** In user mode, with the permissions of this moment. */
  readonly user: RequestUser;
  /** A call of the Data API: `call('GET', 'query?q=...')`. */
  call(method: string, path: string, body?: unknown): Promise<UserAnswer>;
  /** Rows of a query over REST; throws with the refusal's code and text. */
  query(soql: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
}

export interface UserAnswer {
  readonly status: number;
  /** Parsed; undefined for an empty body. */
  readonly body: unknown;
  /** Code of the first error; empty when there is none. */
  readonly errorCode: string;
  /** Text of the first error. */
  readonly message: string;
}

type RunningOrg = Pick<LocalOrg, 'org' | 'url' | 'adminToken'>;

let users = 0;

/** Makes an active user with a session, past the API. */
export function addUser(localOrg: RunningOrg, wanted: WantedUser = {}): TestUser {
  const { org, url, adminToken } = localOrg;
  const admin = org.user(org.sessions.userIdOf(adminToken) ?? '');
  if (admin === undefined) throw new Error('the org has no administrator');
  const insert = (objectName: string, values: FieldValues): string => {
    const [result] = org.records.insert(objectName, [values], { user: admin, allOrNone: true });
    if (result?.success !== true) throw new Error(`${objectName}: ${JSON.stringify(result?.errors)}`);
    return result.id;
  };
  const idNamed = (objectName: string, field: string, name: string): string => {
    const found = org.queries.run(`SELECT Id FROM ${objectName} WHERE ${field} = '${name}'`, admin).records[0]?.id;
    if (found === undefined) throw new Error(`the org has no ${objectName} ${name}`);
    return found;
  };
  const id = insert('User', { ...userValues(wanted), ProfileId: idNamed('Profile', 'Name', wanted.profile ?? 'Standard User') });
  for (const name of wanted.permissionSets ?? []) {
    insert('PermissionSetAssignment', { AssigneeId: id, PermissionSetId: idNamed('PermissionSet', 'Name', name) });
  }
  for (const name of wanted.groups ?? []) {
    insert('PermissionSetAssignment', { AssigneeId: id, PermissionSetGroupId: idNamed('PermissionSetGroup', 'DeveloperName', name) });
  }
  const token = org.sessions.open(id);
  return {
    ...clientOf(url, id, token),
    get user() {
      const user = org.user(id);
      if (user === undefined) throw new Error('the user is not active');
      return user;
    },
  };
}

/**
 * Makes a user over REST, for orgs in a process of their own, with a password to
 * log in by (`grant_type=password` with the org's client).
 */
export async function createUser(
  url: string,
  adminToken: string,
  wanted: WantedUser & { readonly password?: string } = {},
): Promise<{ readonly id: string; readonly username: string }> {
  const admin = clientOf(url, '', adminToken);
  const idOf = async (soql: string): Promise<unknown> => {
    const [row] = await admin.query(soql);
    if (row === undefined) throw new Error(`the org has nothing for ${soql}`);
    return row['Id'];
  };
  const post = async (path: string, body: unknown): Promise<string> => {
    const answer = await admin.call('POST', path, body);
    if (answer.status >= 300) throw new Error(`${path}: ${answer.errorCode} ${answer.message}`);
    return (answer.body as { id?: string } | undefined)?.id ?? '';
  };
  const values = userValues(wanted);
  const id = await post('sobjects/User', {
    ...values,
    ProfileId: await idOf(`SELECT Id FROM Profile WHERE Name = '${wanted.profile ?? 'Standard User'}'`),
  });
  for (const name of wanted.permissionSets ?? []) {
    await post('sobjects/PermissionSetAssignment', {
      AssigneeId: id,
      PermissionSetId: await idOf(`SELECT Id FROM PermissionSet WHERE Name = '${name}'`),
    });
  }
  if (wanted.password !== undefined) await post(`sobjects/User/${id}/password`, { NewPassword: wanted.password });
  return { id, username: String(values['Username']) };
}

function userValues({ values }: WantedUser): FieldValues {
  users += 1;
  const name = `person${String(users)}-${String(Date.now())}@example.com`;
  return {
    Username: name,
    LastName: `Person ${String(users)}`,
    Email: name,
    Alias: `p${String(users)}`.slice(0, 8),
    TimeZoneSidKey: 'Europe/London',
    LocaleSidKey: 'en_GB',
    LanguageLocaleKey: 'en_US',
    EmailEncodingKey: 'UTF-8',
    IsActive: true,
    ...values,
  };
}

function clientOf(url: string, id: string, token: string): Omit<TestUser, 'user'> {
  const call: TestUser['call'] = async (method, path, body) => {
    const address = /^\/?(?:services|local-org)\//u.test(path) ? path.replace(/^\/?/u, '/') : `/services/data/v66.0/${path}`;
    const response = await fetch(url + address, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') === true;
    const answer: unknown = text === '' ? undefined : isJson ? JSON.parse(text) : text;
    const error = firstError(answer);
    return { status: response.status, body: answer, errorCode: error?.errorCode ?? '', message: error?.message ?? '' };
  };
  return {
    id,
    token,
    call,
    query: async (soql) => {
      const { status, body, errorCode, message } = await call('GET', `query?q=${encodeURIComponent(soql)}`);
      if (status !== 200) throw new Error(`${errorCode}: ${message}`);
      return (body as { records: readonly Record<string, unknown>[] }).records;
    },
  };
}

function firstError(body: unknown): { readonly errorCode: string; readonly message: string } | undefined {
  const [first] = Array.isArray(body) ? (body as readonly unknown[]) : [];
  if (typeof first !== 'object' || first === null || !('errorCode' in first) || !('message' in first)) return undefined;
  return { errorCode: String(first.errorCode), message: String(first.message) };
}
