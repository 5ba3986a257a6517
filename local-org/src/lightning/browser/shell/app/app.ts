import { LightningElement } from 'lwc';
import type { ComponentClass } from '../../page/orgComponents.ts';
import { refreshAll } from '../../lds/refreshSignal.ts';
import { refreshEventName } from '../../page/refreshEvent.ts';
import { pageSettings } from '../../page/settings.ts';

/** Pages that most people open seldom: they are no part of what every page loads. */
const latePages: Readonly<Record<string, () => Promise<ComponentClass>>> = {
  reports: async () => (await import('../../reports/home/home.ts')).default,
  report: async () => (await import('../../reports/reportPage/reportPage.ts')).default,
  dashboard: async () => (await import('../../dashboards/dashboardPage/dashboardPage.ts')).default,
};

/** The whole page: header, what it is about, toasts. */
export default class App extends LightningElement {
  settings = pageSettings;

  /** The page of a kind that is loaded only when it is opened. */
  latePage: ComponentClass | undefined;

  override connectedCallback(): void {
    document.addEventListener(refreshEventName, () => void refreshAll());
    void this.loadLatePage();
  }

  get recordPage(): unknown {
    return this.pageOfKind('record');
  }

  get appPage(): unknown {
    return this.pageOfKind('app');
  }

  get listPage(): unknown {
    return this.pageOfKind('list');
  }

  get homePage(): unknown {
    return this.pageOfKind('home');
  }

  get flowPage(): unknown {
    return this.pageOfKind('flow');
  }

  get searchPage(): unknown {
    return this.pageOfKind('search');
  }

  get messagePage(): unknown {
    return this.pageOfKind('message');
  }

  get latePageProperties(): { readonly page: unknown } {
    return { page: this.settings.page };
  }

  skipToMain(): void {
    this.template?.querySelector<HTMLElement>('main')?.focus();
  }

  private async loadLatePage(): Promise<void> {
    const { kind } = this.settings.page;
    this.latePage = await latePages[kind]?.();
  }

  private pageOfKind(kind: string): unknown {
    return this.settings.page.kind === kind ? this.settings.page : undefined;
  }
}
