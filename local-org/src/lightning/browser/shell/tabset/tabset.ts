import { api, LightningElement } from 'lwc';
import type { ComponentModel, RecordPageModel } from '../../../pages/pageSettings.ts';
import { openTab } from '../../page/componentsSeenFirst.ts';
import { pageSettings } from '../../page/settings.ts';

interface ShownTab {
  readonly key: string;
  readonly title: string;
  readonly components: readonly ComponentModel[];
  readonly tabId: string;
  readonly panelId: string;
  readonly className: string;
  readonly panelClass: string;
  readonly ariaSelected: string;
  readonly tabIndex: string;
  readonly wasOpened: boolean;
}

/** flexipage:tabset: tabs whose content is made when they are first opened. The arrow keys walk through them. */
export default class Tabset extends LightningElement {
  @api model: ComponentModel | undefined;
  @api page: RecordPageModel | undefined;
  @api width = 'LARGE';

  /** Key of the tab that somebody chose. */
  chosen: string | undefined;
  opened: readonly string[] = [];

  get label(): string {
    return String(this.model?.properties['label'] ?? this.page?.objectLabel ?? '');
  }

  get tabs(): readonly ShownTab[] {
    const { active } = this;
    return (this.model?.children ?? []).map((tab) => {
      const isOpen = tab.key === active;
      return {
        key: tab.key,
        title: String(tab.properties['title'] ?? ''),
        components: tab.children,
        tabId: `tab-${tab.key}`,
        panelId: `panel-${tab.key}`,
        className: isOpen ? 'tab tab_open' : 'tab',
        panelClass: isOpen ? '' : 'panel_closed',
        ariaSelected: String(isOpen),
        tabIndex: isOpen ? '0' : '-1',
        wasOpened: isOpen || this.opened.includes(tab.key),
      };
    });
  }

  handleClick(event: Event): void {
    this.open((event.currentTarget as HTMLElement).dataset['key'] ?? '');
  }

  handleKey(event: KeyboardEvent): void {
    const keys = (this.model?.children ?? []).map(({ key }) => key);
    const at = keys.indexOf(this.active);
    const forward = pageSettings.dir === 'rtl' ? -1 : 1;
    const steps: Readonly<Record<string, number>> = { ArrowRight: at + forward, ArrowLeft: at - forward, Home: 0, End: keys.length - 1 };
    const step = steps[event.key];
    const key = step === undefined ? undefined : keys[(step + keys.length) % keys.length];
    if (key === undefined) return;
    event.preventDefault();
    this.open(key);
    const buttons = [...(this.template?.querySelectorAll<HTMLElement>('.tab') ?? [])];
    const button = buttons.find(({ dataset }) => dataset['key'] === key);
    button?.focus();
    button?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  private get active(): string {
    return this.chosen ?? openTab(this.model?.children ?? [])[0]?.key ?? '';
  }

  /** What was opened stays, with all that was done in it. */
  private open(key: string): void {
    this.opened = [...new Set([...this.opened, this.active, key])];
    this.chosen = key;
  }
}
