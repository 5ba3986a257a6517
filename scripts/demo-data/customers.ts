import type { DemoRecord } from './demoData';
import type { Company, Material } from './material';
import type { Random } from './random';
import { shares } from './shares';
import { fixedContacts, oldestDay } from './stories';

const CONTACTS = 400;
const LANGUAGES: Readonly<Record<string, string>> = { DK: 'da', DE: 'de', FR: 'fr', ES: 'es' };
const COUNTRIES: Readonly<Record<string, string>> = {
  DK: 'Denmark',
  DE: 'Germany',
  FR: 'France',
  ES: 'Spain',
  GB: 'United Kingdom',
  IE: 'Ireland',
  NL: 'Netherlands',
  SE: 'Sweden',
  NO: 'Norway',
};

const DAY = 86_400_000;
/** One contact in so many does not want to be asked. */
const OPTED_OUT = 25;
/** Revenue of a usual customer of each segment. */
const REVENUE = { A: 4_000_000, B: 900_000, C: 150_000 };

/** Where people of a title work; some say none. */
const DEPARTMENTS: Readonly<Record<string, string>> = {
  'Facility Manager': 'Operations',
  'Head of Procurement': 'Procurement',
  Buyer: 'Procurement',
  'Kitchen Manager': 'Operations',
  'Operations Manager': 'Operations',
  'Site Manager': 'Operations',
  'HR Manager': 'Administration',
  'Office Manager': 'Administration',
  'Reception Lead': 'Administration',
  'Chief Financial Officer': 'Finance',
  'Managing Director': 'Management',
};

/** A company with the people who may answer. */
export interface Customer {
  readonly company: Company;
  readonly account: DemoRecord;
  readonly contacts: readonly DemoRecord[];
  /** Language that most of its people write. */
  readonly language: string;
}

/** Accounts with owners, and 400 contacts spread over them. `now` dates the first day of each relationship. */
export function makeCustomers(material: Material, random: Random, now: Date): readonly Customer[] {
  const free = material.companies.filter((company) => fixedContacts(company.story) === undefined);
  const fixed = material.companies.reduce((sum, company) => sum + (fixedContacts(company.story) ?? 0), 0);
  const spread = shares(
    CONTACTS - fixed,
    free.map(() => 0.3 + random.next()),
    3,
  );
  const taken = new Set<string>();
  let contactNumber = 0;
  const owners = material.companies.map((company, index) => ownerOf(company, index, material));
  const notAsked = overlooked(material, owners);
  return material.companies.map((company, index) => {
    const made = makeAccount(company, index, owners[index] ?? '', now);
    const account: DemoRecord = notAsked.has(company) ? { ...made, notAsked: true } : made;
    const count = fixedContacts(company.story) ?? spread[free.indexOf(company)] ?? 0;
    const language = languageOf(company);
    const contacts = Array.from({ length: count }, () => {
      contactNumber += 1;
      return makeContact(`contact-${String(contactNumber).padStart(3, '0')}`, account, company, language, material, random, taken);
    });
    return { company, account, contacts, language };
  });
}

/** Two customers of each seller whom nobody asks; none whose story needs it. */
function overlooked(material: Material, owners: readonly string[]): ReadonlySet<Company> {
  const chosen = material.sellers.flatMap((seller) =>
    material.companies
      .filter(({ story }, index) => owners[index] === seller.key && story.startsWith('steady') && story !== 'steadyLow')
      .slice(1, 3),
  );
  return new Set(chosen);
}

/** One in five matters most, and so does the largest. */
function segmentOf(company: Company, index: number): keyof typeof REVENUE {
  if (company.story === 'giant' || index % 5 === 2) return 'A';
  return index % 2 === 0 ? 'B' : 'C';
}

function ownerOf(company: Company, index: number, material: Material): string {
  const sellers = material.sellers.filter((seller) => seller.countries.includes(company.country));
  // One account in six of those who share a country stays with the seller who has left, until somebody notices.
  const here = sellers.filter((seller) => seller.active || index % 6 === 3);
  const left = here.find((seller) => !seller.active);
  const owner = left ?? here[index % here.length];
  if (!owner) throw new Error(`Nobody sells in ${company.country} (${company.name}).`);
  return owner.key;
}

function makeAccount(company: Company, index: number, owner: string, now: Date): DemoRecord {
  const segment = segmentOf(company, index);
  return {
    key: `account-${String(index + 1).padStart(2, '0')}`,
    owner,
    fields: {
      Name: company.name,
      Industry: company.industry,
      BillingCity: company.city,
      BillingCountry: COUNTRIES[company.country] ?? company.country,
      Website: `https://${domainOf(company)}`,
      AnnualRevenue: Math.round(REVENUE[segment] * (1 + (index % 7) / 4)),
      PulseSegment__c: segment,
      PulseCustomerSince__c: new Date(now.getTime() - (oldestDay(company.story) + 30 * (index % 9)) * DAY).toISOString().slice(0, 10),
      // Some unhappy customers are not asked at the moment, so that suppressed requests can be seen.
      PulseOnHold__c: company.story === 'steadyLow' && index % 2 === 0,
    },
  };
}

function makeContact(
  key: string,
  account: DemoRecord,
  company: Company,
  language: string,
  material: Material,
  random: Random,
  taken: Set<string>,
): DemoRecord {
  for (;;) {
    const firstName = random.pick(material.people.firstNames[language] ?? []);
    const lastName = random.pick(material.people.lastNames[language] ?? []);
    const email = `${plain(firstName)}.${plain(lastName)}@${domainOf(company)}`;
    if (taken.has(email)) continue;
    taken.add(email);
    const title = random.pick(material.people.titles);
    return {
      key,
      account: account.key,
      ...(account.owner === undefined ? {} : { owner: account.owner }),
      fields: {
        FirstName: firstName,
        LastName: lastName,
        Email: email,
        Title: title,
        ...(title in DEPARTMENTS ? { Department: DEPARTMENTS[title] } : {}),
        ...(taken.size % OPTED_OUT === 0 ? { PulseOptOut__c: 'All' } : {}),
      },
    };
  }
}

function languageOf(company: Company): string {
  return LANGUAGES[company.country] ?? 'en';
}

/** Below example.com, which belongs to nobody: no mail of the demo can reach a person. */
function domainOf(company: Company): string {
  return `${plain(company.name)}.example.com`;
}

/** A name in the letters of a mail address. */
export function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/[æøåöäü]/gu, (letter) => ({ æ: 'ae', ø: 'oe', å: 'aa', ö: 'oe', ä: 'ae', ü: 'ue' })[letter] ?? letter)
    .normalize('NFD')
    .replace(/[^a-z0-9]/gu, '');
}
