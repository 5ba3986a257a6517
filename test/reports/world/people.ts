import { textOf, type Client } from '../client.ts';

/** An account owner of a world, or somebody who only looks. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
}

interface Hired {
  readonly name: string;
  readonly timeZone: string;
  /** Blank for somebody whose department nobody entered. */
  readonly department: string | null;
  readonly sets: readonly string[];
}

const USER = ['CustomerPulseUser', 'CustomerPulseComments'];

/** Owners in four time zones, one of them without a department; a viewer; somebody to whom nothing of the package is open. */
const HIRED: readonly Hired[] = [
  { name: 'Angela Angeles', timeZone: 'America/Los_Angeles', department: 'Field sales', sets: USER },
  { name: 'Kiran Kolkata', timeZone: 'Asia/Kolkata', department: 'Inside sales', sets: USER },
  { name: 'Aroha Auckland', timeZone: 'Pacific/Auckland', department: 'Field sales', sets: USER },
  { name: 'Kaj Kobenhavn', timeZone: 'Europe/Copenhagen', department: null, sets: USER },
  { name: 'Vera Viewer', timeZone: 'Europe/London', department: 'Audit', sets: ['CustomerPulseViewer'] },
  { name: 'Stig Stranger', timeZone: 'Europe/London', department: 'Audit', sets: [] },
];

/** How many of the people own accounts; the others only look. */
export const OWNERS = 4;

/** Makes the users in an org. */
export async function hirePeople(admin: Client): Promise<readonly Person[]> {
  const profile = (await admin.query("SELECT Id FROM Profile WHERE Name = 'Standard User'"))[0]?.['Id'] ?? null;
  const sets = await admin.query('SELECT Id, Name FROM PermissionSet');
  const people: Person[] = [];
  for (const { name, timeZone, department, sets: wanted } of HIRED) {
    const [first = '', last = ''] = name.split(' ');
    const id = await admin.createOne('User', {
      FirstName: first,
      LastName: last,
      Alias: first.toLowerCase(),
      Username: `${first.toLowerCase()}@reports.example`,
      Email: `${first.toLowerCase()}@reports.example`,
      ProfileId: profile,
      Department: department,
      TimeZoneSidKey: timeZone,
      LocaleSidKey: 'en_US',
      LanguageLocaleKey: 'en_US',
      EmailEncodingKey: 'UTF-8',
    });
    const assigned = sets.filter((set) => wanted.includes(textOf(set['Name'])));
    if (assigned.length > 0) {
      await admin.create(
        'PermissionSetAssignment',
        assigned.map((set) => ({ AssigneeId: id, PermissionSetId: set['Id'] ?? null })),
      );
    }
    people.push({ id, name, timeZone });
  }
  return people;
}
