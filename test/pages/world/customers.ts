import type { RunningOrg } from '../../support/runningOrg';
import { Story } from '../../support/story';
import { earlierAnswers, freshAnswers } from './answers';
import { BEGINNING, FIRST_ANSWERS, NOW } from './moment';
import type { Person } from './people';
import { create, importAnswers, only } from './records';
import { makeSurveys } from './surveys';

/** Ids of one invented customer. */
export interface Customer {
  readonly accountId: string;
  /** The contact who answers most. */
  readonly contactId: string;
}

/** The customers of the pictures, by what they show. */
export type CustomerName = keyof typeof CUSTOMERS;
export type Customers = Readonly<Record<CustomerName, Customer>>;

interface CustomerDetails {
  readonly name: string;
  readonly contacts: readonly (readonly [first: string, last: string, email: string])[];
  readonly segment?: 'A' | 'B' | 'C';
  readonly revenue?: number;
  readonly owner: Person;
}

const CUSTOMERS = {
  /** Its pulse falls; three respondents, four touchpoints, two years of answers, open follow-ups, one of them overdue. */
  falling: {
    name: 'Ravnsborg Cold Storage',
    contacts: [
      ['Kirsten', 'Holm', 'kirsten.holm@ravnsborg.example'],
      ['Jens', 'Aagaard', 'jens.aagaard@ravnsborg.example'],
      ['Mette', 'Skov', 'mette.skov@ravnsborg.example'],
    ],
    segment: 'A',
    revenue: 42_000_000,
    owner: 'manager',
  },
  /** Well above its target. */
  happy: {
    name: 'Nordlys Ferries',
    contacts: [['Sigrid', 'Dahl', 'sigrid@nordlys.example']],
    segment: 'A',
    revenue: 88_000_000,
    owner: 'manager',
  },
  /** Three answers: too few to lean on. */
  few: {
    name: 'Lone Pine Printing',
    contacts: [['Olga', 'Pine', 'olga@pine.example']],
    segment: 'B',
    revenue: 1_200_000,
    owner: 'manager',
  },
  /** Its newest answer is older than the window. */
  stale: { name: 'Old Harbour Ropes', contacts: [['Bo', 'Reeb', 'bo@harbour.example']], segment: 'C', revenue: 600_000, owner: 'manager' },
  /** Has never answered. */
  silent: {
    name: 'Silent Meadow Nurseries',
    contacts: [['Nora', 'Eng', 'nora@meadow.example']],
    segment: 'B',
    revenue: 3_000_000,
    owner: 'manager',
  },
  /** Said something, but gave no number. */
  unrated: { name: 'Wordy Windows', contacts: [['Will', 'Glass', 'will@windows.example']], owner: 'manager' },
  /** Names as long as German makes them. */
  long: {
    name: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft mbH',
    contacts: [['Anna-Magdalena', 'Wolfeschlegelsteinhausenbergerdorff', 'anna@donau.example']],
    revenue: 9_500_000,
    owner: 'german',
  },
} as const satisfies Record<string, CustomerDetails>;

/** Makes customers, their answers over two years, and what the org makes of them until the moment of the pictures. */
export async function makeCustomers(org: RunningOrg, users: Readonly<Record<Person, string>>): Promise<Customers> {
  await makeSurveys(org, users.manager);
  const customers: Record<string, Customer> = {};
  for (const [key, details] of Object.entries<CustomerDetails>(CUSTOMERS))
    customers[key] = await makeCustomer(org, details, users[details.owner]);
  // However long it took until here: deadlines count from a full hour.
  const story = new Story(org, () => undefined);
  await story.until(FIRST_ANSWERS);
  await importAnswers(org, NOW, earlierAnswers());
  await rebaselineOf(org, customers['falling']?.accountId ?? '');
  await story.until(NOW);
  await importAnswers(org, NOW, freshAnswers());
  return customers as Customers;
}

async function makeCustomer(org: RunningOrg, details: CustomerDetails, owner: string): Promise<Customer> {
  const accountId = await create(org, 'Account', {
    Name: details.name,
    OwnerId: owner,
    ...(details.segment === undefined ? {} : { PulseSegment__c: details.segment }),
    ...(details.revenue === undefined ? {} : { AnnualRevenue: details.revenue }),
  });
  const contacts: string[] = [];
  for (const [FirstName, LastName, Email] of details.contacts)
    contacts.push(await create(org, 'Contact', { FirstName, LastName, Email, AccountId: accountId, OwnerId: owner }));
  return { accountId, contactId: contacts[0] ?? '' };
}

/** A change that moves nothing but the start of the comparison, so that its mark stands in the picture of the trend. */
async function rebaselineOf(org: RunningOrg, accountId: string): Promise<void> {
  const pulse = await only(org, `SELECT Id FROM AccountPulse__c WHERE Account__c = '${accountId}'`);
  await create(org, 'PulseRebaseline__c', {
    Scope__c: 'AccountPulse',
    AccountPulse__c: pulse,
    EffectiveOn__c: BEGINNING.slice(0, 10),
    ComparisonStart__c: '2024-10-01',
    Note__c: 'New carrier since then: earlier answers are about the old one.',
  });
  await org.settled();
}
