import { LightningElement } from 'lwc';
import { refreshAll } from '../../lds/refreshSignal.ts';
import { ourMessage, plainCopy, type InsideMessage } from '../../out/messages.ts';
import { typedProperties } from '../../out/typedProperties.ts';
import { cannotBeShown, loadOrgComponent, type ComponentClass } from '../../page/orgComponents.ts';
import { refreshEventName } from '../../page/refreshEvent.ts';
import { pageSettings } from '../../page/settings.ts';
import type { OutPageModel } from '../../../pages/pageSettings.ts';

/** One component inside a page of another site: gets its properties from there, and tells its height and its events. */
export default class OutApp extends LightningElement {
  constructorToShow: ComponentClass | undefined;
  properties: Readonly<Record<string, unknown>> = {};
  problem: string | undefined;

  private attributesGiven: Readonly<Record<string, string>> = {};
  private isReady = false;
  private readonly heard = new Set<string>();
  private readonly listener = (event: MessageEvent): void => this.take(event);
  private readonly sizes = new ResizeObserver(() => this.tellHeight());

  override connectedCallback(): void {
    // The background is the page's around it.
    document.documentElement.style.background = 'transparent';
    document.body.style.background = 'transparent';
    document.addEventListener(refreshEventName, () => void refreshAll());
    window.addEventListener('message', this.listener);
    this.sizes.observe(document.body);
    this.tell({ lightningOut: 'loaded' });
  }

  override disconnectedCallback(): void {
    window.removeEventListener('message', this.listener);
    this.sizes.disconnect();
  }

  override renderedCallback(): void {
    if (this.isReady || this.constructorToShow === undefined) return;
    this.isReady = true;
    this.properties = typedProperties(this.attributesGiven, this.component);
    for (const type of this.heard) this.listen(type);
    this.tell({ lightningOut: 'ready' });
  }

  override errorCallback(error: unknown): void {
    this.fail(error);
  }

  private take(event: MessageEvent): void {
    if (event.source !== window.parent || event.origin !== this.page.host) return;
    const message: Readonly<Record<string, unknown>> = ourMessage(event.data) ?? {};
    const type = String(message['type']);
    switch (message['lightningOut']) {
      case 'properties':
        this.setHooks(message['hooks']);
        this.attributesGiven = textsOf(message['properties']);
        this.properties = typedProperties(this.attributesGiven, this.component);
        if (this.constructorToShow === undefined) void this.load();
        break;
      case 'listen':
        if (!this.heard.has(type) && this.isReady) this.listen(type);
        this.heard.add(type);
        break;
      case 'dispatch':
        this.component?.dispatchEvent(new CustomEvent(type, { detail: message['detail'], bubbles: true, composed: true }));
    }
  }

  private listen(type: string): void {
    this.component?.addEventListener(type, (event) => {
      this.tell({ lightningOut: 'event', type, detail: event instanceof CustomEvent ? plainCopy(event.detail) : null });
    });
  }

  /** Only styling hooks cross: a page cannot set anything else. */
  private setHooks(hooks: unknown): void {
    for (const [name, value] of Object.entries(isObject(hooks) ? hooks : {})) {
      if (name.startsWith('--') && typeof value === 'string') document.documentElement.style.setProperty(name, value);
    }
  }

  private async load(): Promise<void> {
    try {
      this.constructorToShow = await loadOrgComponent(this.page.component);
    } catch (error) {
      this.fail(error);
    }
  }

  private fail(error: unknown): void {
    this.constructorToShow = undefined;
    this.problem = cannotBeShown(this.page.component, error);
    this.tell({ lightningOut: 'failed', error: this.problem });
  }

  private tellHeight(): void {
    this.tell({ lightningOut: 'height', height: document.body.scrollHeight });
  }

  private tell(message: InsideMessage): void {
    window.parent.postMessage(message, this.page.host);
  }

  private get component(): HTMLElement | undefined {
    return this.refs?.['component'] as HTMLElement | undefined;
  }

  private get page(): OutPageModel {
    // `start` makes this element for such pages only.
    return pageSettings.page as OutPageModel;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function textsOf(value: unknown): Readonly<Record<string, string>> {
  const entries = isObject(value) ? Object.entries(value) : [];
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}
