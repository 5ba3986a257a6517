import type { Org } from '../../org.ts';
import type { RequestUser } from '../../requestUser.ts';
import type { RawVariables } from './plan/writtenOrder.ts';

/** What resolvers work with. */
export interface GraphqlContext {
  /** As the user sees it. */
  readonly org: Pick<Org, 'schema' | 'queries'>;
  readonly records: Org['records'];
  readonly user: RequestUser;
  readonly rawVariables: RawVariables;
  /** Ids of the records that this request wrote, by the name or alias of the operation. */
  readonly written: Map<string, string>;
}
