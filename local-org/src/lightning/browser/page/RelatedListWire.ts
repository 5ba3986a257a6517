import type { RelatedListModel } from '../../pages/pageSettings.ts';
import { PlainDataWire } from '../lds/DataWire.ts';
import type { RecordRepresentation } from '../lds/records.ts';
import { askTogether } from './graphqlBatch.ts';
import { recordOf, relatedListSelection } from './relatedListQuery.ts';

export interface RelatedListConfig {
  recordId?: string | undefined;
  list?: RelatedListModel | undefined;
  rows?: number | undefined;
}

/** The first rows of a related list, and how many there are. */
export interface RelatedRows {
  readonly records: readonly RecordRepresentation[];
  readonly total: number;
}

/** Wire: the first rows of a related list, read together with the other lists of the page. */
export class RelatedListWire extends PlainDataWire<RelatedListConfig, RelatedRows> {
  protected override isComplete({ recordId, list }: RelatedListConfig): boolean {
    return recordId !== undefined && list !== undefined;
  }

  protected override async read({ recordId = '', list, rows = 6 }: RelatedListConfig): Promise<RelatedRows> {
    if (list === undefined) return { records: [], total: 0 };
    const { edges = [], totalCount = 0 } = await askTogether(relatedListSelection(list, recordId, rows));
    return { records: edges.map(({ node }) => recordOf(node, list.objectApiName)), total: totalCount };
  }
}
