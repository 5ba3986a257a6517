import type { Values } from './flowCase.ts';

/** The ids of a case's records by the names that it gives them: `{{name}}` in a text is the id. */
export class Names {
  readonly #ids: Map<string, string>;

  constructor(known: ReadonlyMap<string, string>) {
    this.#ids = new Map(known);
  }

  add(name: string, id: string): void {
    this.#ids.set(name, id);
  }

  /** @throws Error when no step has named it */
  id(name: string): string {
    const id = this.#ids.get(name);
    if (id === undefined) throw new Error(`No step of the case names "${name}".`);
    return id;
  }

  intoIds(text: string): string {
    return text.replaceAll(/\{\{(\w+)\}\}/gu, (whole, name: string) => this.#ids.get(name) ?? whole);
  }

  intoNames(text: string): string {
    return [...this.#ids].reduce((result, [name, id]) => result.replaceAll(id, `{{${name}}}`), text);
  }

  valuesIntoIds(values: Values): Values {
    return changed(values, (text) => this.intoIds(text));
  }

  valuesIntoNames(values: Values): Values {
    return changed(values, (text) => this.intoNames(text));
  }
}

/** The same values with each text changed. */
export function changed(values: Values, change: (text: string) => string): Values {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? change(value) : value]));
}
