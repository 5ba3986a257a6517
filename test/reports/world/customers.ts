import type { Client } from '../client.ts';
import type { Person } from './people.ts';
import type { Random } from './random.ts';

/** Whom an answer can come from: a pulse, with the contact and account where they are known. */
export interface Respondent {
  readonly pulse: string;
  readonly accountPulse: string;
  readonly contact: string | null;
  readonly account: string | null;
  readonly email: string | null;
  /** Where the ratings of its account go. */
  readonly drift: 'up' | 'down' | 'none';
}

const ACCOUNTS = 14;
const COUNTRIES = ['Denmark', 'Germany', 'United States', 'New Zealand', null];
const INDUSTRIES = ['Shipping', 'Retail', null];
const DEPARTMENTS = ['Purchasing', 'Warehouse', 'Finance', null];
const DRIFTS = ['none', 'up', 'none', 'down'] as const;
const SEGMENTS = ['A', 'B', 'C', null];

/** Accounts with contacts and their pulses; people whom nobody knows; a lead; and an account and a contact that were never asked. */
export async function makeCustomers(admin: Client, owners: readonly Person[], random: Random): Promise<readonly Respondent[]> {
  const accounts = await admin.create(
    'Account',
    Array.from({ length: ACCOUNTS }, (_, n) => ({
      Name: `Customer ${String(n).padStart(2, '0')}`,
      OwnerId: random.pick(owners).id,
      PulseSegment__c: random.pick(SEGMENTS),
      BillingCountry: random.pick(COUNTRIES),
      Industry: random.pick(INDUSTRIES),
      PulseOnHold__c: random.chance(0.1),
      AnnualRevenue: random.chance(0.2) ? null : random.whole(0, 90) * 100_000,
    })),
  );
  const pulses = await admin.create(
    'AccountPulse__c',
    accounts.slice(0, -1).map((account) => ({ Key__c: `A:${account}`, Account__c: account, OwnerId: random.pick(owners).id })),
  );
  const known = await makeContacts(admin, accounts.slice(0, -1), pulses, random);
  return [...known, ...(await makeStrangers(admin))];
}

async function makeContacts(
  admin: Client,
  accounts: readonly string[],
  pulses: readonly string[],
  random: Random,
): Promise<readonly Respondent[]> {
  const homes = accounts.flatMap((account, n) =>
    Array.from({ length: random.whole(1, 4) }, () => ({
      account,
      accountPulse: pulses[n] ?? '',
      drift: DRIFTS[n % DRIFTS.length] ?? 'none',
    })),
  );
  const email = (n: number): string => `person${String(n)}@customers.example`;
  const contacts = await admin.create(
    'Contact',
    homes.map(({ account }, n) => ({
      LastName: `Person ${String(n).padStart(2, '0')}`,
      Email: email(n),
      AccountId: account,
      Department: random.pick(DEPARTMENTS),
    })),
  );
  const contactPulses = await admin.create(
    'ContactPulse__c',
    homes.map(({ account, accountPulse }, n) => ({
      Key__c: `C:${contacts[n] ?? ''}:${account}`,
      AccountPulse__c: accountPulse,
      Contact__c: contacts[n] ?? null,
    })),
  );
  return homes.map((home, n) => ({ ...home, pulse: contactPulses[n] ?? '', contact: contacts[n] ?? null, email: email(n) }));
}

/** Somebody known by an address alone, and all who answered without a name. */
async function makeStrangers(admin: Client): Promise<readonly Respondent[]> {
  const accountPulse = await admin.createOne('AccountPulse__c', { Key__c: 'S:web:0' });
  const keys = [`E:${'0123456789abcdef'.repeat(4)}`, 'X:web:202601:0'];
  const pulses = await admin.create(
    'ContactPulse__c',
    keys.map((key) => ({ Key__c: key, AccountPulse__c: accountPulse })),
  );
  const lead = await admin.createOne('Lead', { LastName: 'Holm', Company: 'Holm A/S', Email: 'holm@holm.example' });
  const pulseOfLead = await admin.createOne('ContactPulse__c', { Key__c: `L:${lead}`, AccountPulse__c: accountPulse, Lead__c: lead });
  return [...pulses, pulseOfLead].map((pulse) => ({ pulse, accountPulse, contact: null, account: null, email: null, drift: 'none' }));
}
