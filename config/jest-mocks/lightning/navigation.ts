const Navigate = Symbol('Navigate');
const GenerateUrl = Symbol('GenerateUrl');

interface PageReference {
  readonly attributes: { readonly recordId: string };
}

/** Every page a component asked to go to, oldest first. */
export const visited: PageReference[] = [];

type Constructor = new () => object;

/** Remembers where a component goes, and makes links as a record page's address is written. */
export const NavigationMixin = Object.assign(
  <Base extends Constructor>(base: Base) =>
    class extends (base as Constructor) {
      [Navigate](page: PageReference): void {
        visited.push(page);
      }
      [GenerateUrl](page: PageReference): Promise<string> {
        return Promise.resolve(`/lightning/r/${page.attributes.recordId}/view`);
      }
    },
  { Navigate, GenerateUrl },
);
