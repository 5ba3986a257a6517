import { api, LightningElement } from 'lwc';
import type { HomePageModel } from '../../../pages/pageSettings.ts';
import { pageSettings } from '../../page/settings.ts';
import { texts } from '../../page/texts.ts';

/** The start page: where one can go, and some records worth a look. */
export default class HomePage extends LightningElement {
  @api page: HomePageModel | undefined;

  texts = texts;

  override get title(): string {
    return pageSettings.appLabel;
  }

  get description(): string {
    return this.page?.description ?? '';
  }

  get links(): HomePageModel['links'] {
    return this.page?.links ?? [];
  }

  get highlights(): HomePageModel['highlights'] {
    return this.page?.highlights ?? [];
  }

  get hasHighlights(): boolean {
    return this.highlights.length > 0;
  }
}
