/** Modules that the build makes or takes from the base components. */
declare module '@local-org/pageComponents' {
  import type { LightningElement } from 'lwc';

  /** Loads a component of the package by its name on a page, `c:customerPulse`. */
  const loaders: Readonly<Record<string, () => Promise<{ readonly default: typeof LightningElement }>>>;
  export default loaders;
}

declare module '@salesforce/client/formFactor' {
  const formFactor: 'Large' | 'Small';
  export default formFactor;
}

declare module '@local-org/scopedValues' {
  /** What the package's components import of `@salesforce/*`, by specifier. */
  const values: Readonly<Record<string, object>>;
  export default values;
}

declare module '@local-org/sandbox' {
  import type { LightningElement } from 'lwc';

  /** The class of a component of the package, evaluated inside Lightning Web Security. */
  export function loadSandboxed(name: string): Promise<typeof LightningElement>;
}
