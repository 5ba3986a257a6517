import type { RunningOrg } from '../../support/runningOrg';
import { tokenOf } from './tokenOf';
import { makeBoardCustomers } from './board';
import { makeCustomers, type Customers } from './customers';
import { NOW } from './moment';
import { hirePeople, type Person } from './people';

export type { Person } from './people';

export { BEGINNING, NOW } from './moment';

/** The invented customers and people whom the pictures show. */
export interface World {
  readonly org: RunningOrg;
  readonly customers: Customers;
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
    people: names,
    userIds: ids,
    tokenOf: (person) => {
      const known = tokens.get(person) ?? tokenOf(org, names[person]);
      tokens.set(person, known);
      return known;
    },
  };
}
