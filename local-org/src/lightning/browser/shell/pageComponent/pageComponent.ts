import { getRecord } from 'lightning/uiRecordApi';
import { api, LightningElement, wire } from 'lwc';
import type { WireResult } from '../../lds/DataWire.ts';
import type { RecordRepresentation } from '../../lds/records.ts';
import { cannotBeShown, loadedOrgComponent, loadOrgComponent, type ComponentClass } from '../../page/orgComponents.ts';
import { fieldsAsked, isVisible } from '../../page/visibility.ts';
import type { ComponentModel, RecordPageModel } from '../../../pages/pageSettings.ts';
import Activities from '../activities/activities.ts';
import Details from '../details/details.ts';
import Highlights from '../highlights/highlights.ts';
import RelatedLists from '../relatedLists/relatedLists.ts';
import RichText from '../richText/richText.ts';
import Tabset from '../tabset/tabset.ts';

const standardComponents: Readonly<Record<string, ComponentClass>> = {
  'flexipage:richText': RichText,
  'flexipage:tabset': Tabset,
  'force:detailPanel': Details,
  'force:highlightsPanel': Highlights,
  'force:relatedListContainer': RelatedLists,
  'force:relatedListSingleContainer': RelatedLists,
  'runtime_sales_activities:activityPanel': Activities,
};

/** Puts one component of a page into its place: a standard one of the shell, or one of the package. */
export default class PageComponent extends LightningElement {
  @api model: ComponentModel | undefined;
  @api page: RecordPageModel | undefined;
  @api width = 'LARGE';

  /** Read only where a condition asks for fields of the record; merged with what else the page reads of it. */
  @wire(getRecord, { recordId: '$askedRecordId', optionalFields: '$askedFields' })
  record: WireResult<RecordRepresentation> = { data: undefined, error: undefined };

  constructorToShow: ComponentClass | undefined;
  problem: string | undefined;

  override connectedCallback(): void {
    const name = this.model?.name ?? '';
    this.constructorToShow = standardComponents[name] ?? loadedOrgComponent(name);
    if (this.constructorToShow === undefined) void this.load(name);
  }

  get askedFields(): readonly string[] {
    return fieldsAsked(this.model?.visibility, this.page?.objectApiName ?? '');
  }

  get askedRecordId(): string | undefined {
    return this.askedFields.length === 0 ? undefined : this.page?.recordId;
  }

  get shownConstructor(): ComponentClass | undefined {
    return isVisible(this.model?.visibility, this.record.data) ? this.constructorToShow : undefined;
  }

  /** A component that breaks takes only its own place with it. */
  override errorCallback(error: unknown): void {
    this.fail(error);
  }

  /** What the component gets: the platform's own properties, then the settings of the page. */
  get componentProperties(): Readonly<Record<string, unknown>> {
    const { model, page } = this;
    if (model !== undefined && model.name in standardComponents) return { model, page, width: this.width };
    return {
      ...model?.properties,
      recordId: page?.recordId,
      objectApiName: page?.objectApiName,
      flexipageRegionWidth: this.width,
    };
  }

  private async load(name: string): Promise<void> {
    try {
      this.constructorToShow = await loadOrgComponent(name);
    } catch (error) {
      this.fail(error);
    }
  }

  private fail(error: unknown): void {
    this.constructorToShow = undefined;
    this.problem = cannotBeShown(this.model?.name ?? '', error);
  }
}
