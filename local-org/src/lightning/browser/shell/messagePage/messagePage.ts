import { api, LightningElement } from 'lwc';
import type { MessagePageModel } from '../../../pages/pageSettings.ts';
import { texts } from '../../page/texts.ts';

/** A page that only says something: not found, not allowed, failed. */
export default class MessagePage extends LightningElement {
  @api page: MessagePageModel | undefined;

  texts = texts;

  override get title(): string {
    return this.page?.title ?? '';
  }

  get text(): string {
    return this.page?.text ?? '';
  }
}
