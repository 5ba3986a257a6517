import { api, LightningElement } from 'lwc';
import type { ComponentModel, RecordPageModel } from '../../../pages/pageSettings.ts';

/** The components of one region, or of one tab, from top to bottom. */
export default class Region extends LightningElement {
  @api components: readonly ComponentModel[] = [];
  @api page: RecordPageModel | undefined;
  @api width = 'LARGE';
}
