import { PlainDataWire } from './DataWire.ts';
import { uiApiRequest } from './uiApiRequest.ts';

/** A wire whose data is what UI API answers at one address. */
export abstract class PathWire<Config extends object> extends PlainDataWire<Config, unknown> {
  /** Below `/services/data/vNN.0`; undefined while the configuration does not say enough. */
  protected abstract path(config: Config): string | undefined;

  protected override isComplete(config: Config): boolean {
    return this.path(config) !== undefined;
  }

  protected override read(config: Config): Promise<unknown> {
    return uiApiRequest({ method: 'GET', path: this.path(config) ?? '' });
  }
}

/** An object as components name it: `Account`, or an import from `@salesforce/schema`. */
export type ObjectReference = string | { readonly objectApiName: string };

/** `Account` of either way to name an object. */
export function objectName(reference: ObjectReference | undefined): string | undefined {
  return typeof reference === 'object' ? reference.objectApiName : reference;
}

/** The parts of an address, each made safe; undefined when one of them is not known yet. */
export function joined(...parts: readonly (string | undefined)[]): string | undefined {
  const known = parts.filter((part) => part !== undefined && part !== '');
  return known.length < parts.length ? undefined : known.map((part) => encodeURIComponent(part ?? '')).join('/');
}
