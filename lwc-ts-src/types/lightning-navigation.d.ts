/** Hand-typed part of the platform module `lightning/navigation` that these components use. */
declare module 'lightning/navigation' {
  import type { LightningElement } from 'lwc';

  /** Where to go, for example to a record: `{type: 'standard__recordPage', attributes: {recordId, actionName: 'view'}}`. */
  export interface PageReference {
    readonly type: string;
    readonly attributes: Readonly<Record<string, string>>;
    readonly state?: Readonly<Record<string, string>>;
  }

  const navigate: unique symbol;
  const generateUrl: unique symbol;

  export interface NavigableElement {
    [navigate](page: PageReference, replace?: boolean): void;
    [generateUrl](page: PageReference): Promise<string>;
  }

  export const NavigationMixin: {
    (base: typeof LightningElement): Omit<typeof LightningElement, never> & (new () => LightningElement & NavigableElement);
    readonly Navigate: typeof navigate;
    readonly GenerateUrl: typeof generateUrl;
  };
}
