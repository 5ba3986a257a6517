import { LightningElement } from 'lwc';
import { refreshAll } from '../../lds/refreshSignal.ts';
import { refreshEventName } from '../../page/refreshEvent.ts';
import { pageSettings } from '../../page/settings.ts';

/** The whole page: header, what it is about, toasts. */
export default class App extends LightningElement {
  settings = pageSettings;

  override connectedCallback(): void {
    document.addEventListener(refreshEventName, () => void refreshAll());
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

  skipToMain(): void {
    this.template?.querySelector<HTMLElement>('main')?.focus();
  }

  private pageOfKind(kind: string): unknown {
    return this.settings.page.kind === kind ? this.settings.page : undefined;
  }
}
