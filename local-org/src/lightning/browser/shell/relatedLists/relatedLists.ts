import { api, LightningElement } from 'lwc';
import { texts } from '../../page/texts.ts';
import type { ComponentModel, RecordPageModel, RelatedListModel } from '../../../pages/pageSettings.ts';

/** force:relatedListContainer shows all related lists of the layout, force:relatedListSingleContainer one of them. */
export default class RelatedLists extends LightningElement {
  @api page: RecordPageModel | undefined;
  @api model: ComponentModel | undefined;
  @api width = 'LARGE';

  texts = texts;

  get lists(): readonly (RelatedListModel & { readonly rows: number })[] {
    const wanted = this.model?.properties['relatedListApiName'];
    const rows = Number(this.model?.properties['rowsToDisplay'] ?? 6);
    return (this.page?.relatedLists ?? [])
      .filter(({ relatedListId }) => wanted === undefined || relatedListId === wanted)
      .map((list) => ({ ...list, rows }));
  }

  get recordId(): string | undefined {
    return this.page?.recordId;
  }

  get isEmpty(): boolean {
    return this.lists.length === 0;
  }
}
