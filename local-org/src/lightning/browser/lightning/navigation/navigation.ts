import { dialogOf, openRecordDialog } from '../../page/dialogRequests.ts';
import { pageSettings } from '../../page/settings.ts';
import { urlOf, type PageReference } from '../../page/pageUrls.ts';

export type { PageReference };

const navigate = Symbol('Navigate');
const generateUrl = Symbol('GenerateUrl');

type Constructor = new (...args: never[]) => object;

/** Gives a component `this[NavigationMixin.Navigate](pageReference)` and `this[NavigationMixin.GenerateUrl](pageReference)`. */
export function NavigationMixin<Base extends Constructor>(base: Base): Base {
  // A mixin's constructor takes whatever its base takes; TypeScript asks for `any` there.
  const Navigable = class extends (base as unknown as new () => object) {
    [navigate](page: PageReference, replace = false): void {
      const dialog = dialogOf(page);
      const url = urlOf(page);
      if (dialog !== undefined) openRecordDialog(dialog);
      else if (page.type === 'standard__webPage' && isElsewhere(url)) window.open(url, '_blank', 'noopener');
      else if (replace) window.location.replace(url);
      else window.location.assign(url);
    }

    /** Rejects for a page that there is not. */
    async [generateUrl](page: PageReference): Promise<string> {
      return Promise.resolve(page).then(urlOf);
    }
  };
  return Navigable as unknown as Base;
}

NavigationMixin.Navigate = navigate;
NavigationMixin.GenerateUrl = generateUrl;

function isElsewhere(url: string): boolean {
  return new URL(url, window.location.href).origin !== window.location.origin;
}

/** Wire: the page reference of the page that is shown. */
export class CurrentPageReference {
  readonly #emit: (page: PageReference) => void;

  constructor(emit: (page: PageReference) => void) {
    this.#emit = emit;
  }

  connect(): void {
    this.#emit(pageSettings.reference);
  }

  update(): void {
    this.#emit(pageSettings.reference);
  }

  disconnect(): void {
    // Nothing to stop: every page is a load of its own, so the reference never changes.
  }
}
