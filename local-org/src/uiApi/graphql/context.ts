import type { Org } from '../../org.ts';
import type { RequestUser } from '../../requestUser.ts';
import type { RawVariables } from './plan/writtenOrder.ts';

/** What resolvers work with. */
export interface GraphqlContext {
  readonly org: Pick<Org, 'schema' | 'queries'>;
  readonly user: RequestUser;
  readonly rawVariables: RawVariables;
}
