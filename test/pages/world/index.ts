import type { RunningOrg } from '../../support/runningOrg';
import { tokenOf } from './tokenOf';
import { makeBoardCustomers } from './board';
import { makeCustomers, type Customers } from './customers';
import { NOW } from './moment';
import { hirePeople, type Person } from './people';
import { only } from './records';

export type { Person } from './people';

export { BEGINNING, NOW } from './moment';

/** The invented customers and people whom the pictures show. */
export interface World {
  readonly org: RunningOrg;
  readonly customers: Customers;
  /** Ids of records that have pages of their own: the newest unhappy answer, its follow-up, the pulse of that account. */
  readonly records: Readonly<Record<'response' | 'followUp' | 'accountPulse', string>>;
  /** User name of each person. */
  readonly people: Readonly<Record<Person, string>>;
  /** Id of the user of each person. */
  readonly userIds: Readonly<Record<Person, string>>;
  /** A session of a person, for `frontdoor.jsp` and API calls. */
  tokenOf(person: Person): Promise<string>;
}

/** Makes people and customers in an org whose clock stands at `NOW`. */
export async function makeWorld(org: RunningOrg): Promise<World> {
  const { names, ids } = await hirePeople(org);
  const customers = await makeCustomers(org, ids);
  await makeBoardCustomers(org, NOW);
  const tokens = new Map<Person, Promise<string>>();
  return {
    org,
    customers,
    records: await recordsOf(org),
    people: names,
    userIds: ids,
    tokenOf: (person) => {
      const known = tokens.get(person) ?? tokenOf(org, names[person]);
      tokens.set(person, known);
      return known;
    },
  };
}

async function recordsOf(org: RunningOrg): Promise<World['records']> {
  const response = await only(org, "SELECT Id FROM PulseResponse__c WHERE ExternalId__c = 'pictures:fresh-1'");
  return {
    response,
    followUp: await only(org, `SELECT Id FROM PulseFollowUp__c WHERE Response__c = '${response}'`),
    accountPulse: await only(org, "SELECT Id FROM AccountPulse__c WHERE Account__r.Name = 'Ravnsborg Cold Storage'"),
  };
}
