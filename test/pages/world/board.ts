import type { RunningOrg } from '../../support/runningOrg';
import { create, importAnswers, only, type AnswerLine, type Values } from './records';

/** How one customer of the board sees us: its name, revenue, segment, owner and country, and the mean of its ratings. */
type BoardCustomer = readonly [name: string, revenue: number, segment: 'A' | 'B' | 'C', owner: number, country: string, mood: number];

const OWNERS = [
  ['Birgit', 'Lund', 'Nordics'],
  ['Carlos', 'Ibarra', 'Southern Europe'],
  ['Deirdre', 'Walsh', 'British Isles'],
] as const;

const CUSTOMERS: readonly BoardCustomer[] = [
  ['Alder Analytics', 180_000, 'C', 0, 'Denmark', 9.2],
  ['Bramble Bakeries', 240_000, 'C', 1, 'Spain', 8.6],
  ['Cedar Clinics', 310_000, 'C', 2, 'Ireland', 6.2],
  ['Dune Design', 420_000, 'C', 0, 'Norway', 8.9],
  ['Elm Education', 560_000, 'C', 1, 'Portugal', 7.1],
  ['Fern Finance', 800_000, 'B', 2, 'United Kingdom', 9.1],
  ['Gorse Glass', 1_100_000, 'B', 0, 'Denmark', 7.4],
  ['Heather Hotels', 1_500_000, 'B', 1, 'Spain', 9.4],
  ['Ivy Instruments', 2_200_000, 'B', 2, 'Ireland', 8.1],
  ['Juniper Joinery', 2_900_000, 'B', 0, 'Sweden', 8.8],
  ['Kelp Kitchens', 3_600_000, 'B', 1, 'Spain', 6.6],
  ['Larch Logistics', 5_200_000, 'A', 2, 'United Kingdom', 9.0],
  ['Maple Motors', 7_400_000, 'A', 0, 'Denmark', 9.3],
  ['Nettle Networks', 9_800_000, 'A', 1, 'Portugal', 6.4],
  ['Oak Optics', 14_000_000, 'A', 2, 'Ireland', 8.7],
  ['Pine Pharma', 26_000_000, 'A', 0, 'Sweden', 6.1],
];

const TOUCHPOINTS = ['Sales', 'Delivery', 'Service'] as const;
/** Answers of each customer, and the days over which they are spread; the newest are too old to start a follow-up. */
const ANSWERS = 66;
const NEWEST_DAYS = 20;
const SPREAD_DAYS = 640;
const DAY = 86_400_000;

/** Customers enough for the NPS board: owners with teams, revenues, answers over 22 months, invitations, resolved follow-ups. */
export async function makeBoardCustomers(org: RunningOrg, now: string): Promise<void> {
  const profile = await only(org, "SELECT Id FROM Profile WHERE Name = 'Standard User'");
  const owners: string[] = [];
  for (const [index, owner] of OWNERS.entries()) owners.push(await hire(org, profile, owner, index));
  const contacts: string[] = [];
  for (const [index, customer] of CUSTOMERS.entries()) contacts.push(await makeCustomer(org, customer, index, owners));
  await importAnswers(org, now, CUSTOMERS.flatMap(answersOf));
  await invite(org, contacts, Date.parse(now));
  await followUp(org);
}

async function hire(org: RunningOrg, profile: string, owner: (typeof OWNERS)[number], index: number): Promise<string> {
  const [FirstName, LastName, Department] = owner;
  return create(org, 'User', {
    FirstName,
    LastName,
    Department,
    Alias: `board${String(index)}`,
    Email: `board${String(index)}@example.com`,
    Username: `board${String(index)}@customer-pulse.example`,
    ProfileId: profile,
    LanguageLocaleKey: 'en_US',
    LocaleSidKey: 'en_US',
    EmailEncodingKey: 'UTF-8',
    TimeZoneSidKey: 'Europe/Copenhagen',
  });
}

async function makeCustomer(org: RunningOrg, customer: BoardCustomer, index: number, owners: readonly string[]): Promise<string> {
  const [Name, AnnualRevenue, PulseSegment__c, owner, BillingCountry] = customer;
  const OwnerId = owners[owner];
  const AccountId = await create(org, 'Account', { Name, AnnualRevenue, PulseSegment__c, BillingCountry, OwnerId });
  return create(org, 'Contact', { FirstName: 'Robin', LastName: Name.split(' ')[0], Email: emailOf(index), AccountId, OwnerId });
}

function answersOf(customer: BoardCustomer, index: number): readonly AnswerLine[] {
  const mood = customer[5];
  return Array.from({ length: ANSWERS }, (_, number) => {
    const daysAgo = NEWEST_DAYS + ((number * SPREAD_DAYS) / ANSWERS + index * 3) * (SPREAD_DAYS / (SPREAD_DAYS + 50));
    // Relational answers got worse of late, so that there is a sound change to see.
    const drift = daysAgo < 365 ? -0.4 : 0.5;
    const isRelational = number % 2 === 0;
    const touchpoint = TOUCHPOINTS[(number + index) % TOUCHPOINTS.length] ?? 'Service';
    return {
      id: `board-${String(index)}-${String(number)}`,
      email: emailOf(index),
      rating: Math.max(0, Math.min(10, Math.round(mood + drift + spreadOf(index * 97 + number)))),
      daysAgo,
      touchpoint: isRelational ? '' : touchpoint,
      survey: isRelational ? 'relationship' : `after-${touchpoint.toLowerCase()}`,
    };
  });
}

/** Between -2.4 and 2.4, the same in every run, most of it near the middle. */
function spreadOf(seed: number): number {
  const share = (step: number): number => ((seed * 7919 + step * 104729) % 1009) / 1009;
  return (share(1) + share(2) + share(3) - 1.5) * 1.6;
}

function emailOf(index: number): string {
  return `robin${String(index)}@board.example`;
}

async function invite(org: RunningOrg, contacts: readonly string[], now: number): Promise<void> {
  const survey = await only(org, "SELECT Id FROM PulseSurvey__c WHERE Key__c = 'relationship'");
  for (const [index, Contact__c] of contacts.entries()) {
    const sent = now - (190 + index * 8) * DAY;
    const answered = index % 3 !== 2;
    await create(org, 'PulseInvitation__c', {
      Contact__c,
      Survey__c: survey,
      RequestedAt__c: iso(sent - DAY),
      SentAt__c: iso(sent),
      ...(answered ? { Status__c: 'Answered', AnsweredAt__c: iso(sent + DAY) } : { Status__c: 'Expired' }),
    });
  }
}

async function followUp(org: RunningOrg): Promise<void> {
  const { records } = await org.connection.query<Values & { readonly Id: string; readonly RespondedAt__c: string }>(
    "SELECT Id, RespondedAt__c, Contact__c, Account__c, Account__r.OwnerId FROM PulseResponse__c WHERE ExternalId__c LIKE 'pictures:board-%' " +
      "AND Program__c = 'Relational' AND Detractor__c = 1 ORDER BY RespondedAt__c DESC LIMIT 12",
  );
  const causes = ['Product', 'Delivery', 'Service', 'Price', 'Communication', 'Other'];
  for (const [index, answer] of records.entries()) {
    const answered = Date.parse(answer.RespondedAt__c);
    await create(org, 'PulseFollowUp__c', {
      Kind__c: 'Answer',
      CauseKey__c: `R:${answer.Id}`,
      Response__c: answer.Id,
      Contact__c: answer['Contact__c'],
      Account__c: answer['Account__c'],
      Status__c: 'Resolved',
      DueAt__c: iso(answered + 2 * DAY),
      ResolvedAt__c: iso(answered + (index % 4 === 3 ? 3 : 1) * DAY),
      RootCause__c: causes[index % causes.length],
      Outcome__c: 'Recovered',
      ActionTaken__c: 'Called back and put it right.',
    });
  }
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
