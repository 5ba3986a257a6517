import { api, LightningElement } from 'lwc';
import type { ComponentModel, RecordPageModel } from '../../../pages/pageSettings.ts';

interface ShownTab {
  readonly key: string;
  readonly title: string;
  readonly components: readonly ComponentModel[];
}

/** flexipage:tabset: tabs whose content is made when they are first opened. */
export default class Tabset extends LightningElement {
  @api model: ComponentModel | undefined;
  @api page: RecordPageModel | undefined;
  @api width = 'LARGE';

  get tabs(): readonly ShownTab[] {
    return (this.model?.children ?? []).map((tab) => ({
      key: tab.key,
      title: String(tab.properties['title'] ?? ''),
      components: tab.children,
    }));
  }

  get activeTab(): string | undefined {
    const tabs = this.model?.children ?? [];
    return (tabs.find((tab) => tab.properties['active'] === true) ?? tabs[0])?.key;
  }
}
