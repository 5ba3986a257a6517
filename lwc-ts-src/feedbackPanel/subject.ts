/** Whose feedback is shown: a contact or an account by id, or the contacts of an e-mail address. */
export type Subject =
  | { readonly object: 'Account' | 'Contact'; readonly by: 'id'; readonly value: string }
  | { readonly object: 'Contact'; readonly by: 'email'; readonly value: string };

/** Objects by the first three letters of their ids. */
const OBJECTS: Readonly<Record<string, 'Account' | 'Contact' | 'Case'>> = { '001': 'Account', '003': 'Contact', '500': 'Case' };

/** What kind of record an id names; undefined for one that leads to no customer. */
export function objectOf(recordId: string): 'Account' | 'Contact' | 'Case' | undefined {
  return OBJECTS[recordId.slice(0, 3)];
}

/** An address without what surrounds it: `"Ann Lee" <ann@lee.example>`, spaces. Empty where there is none. */
export function addressOf(email: string | undefined): string {
  const address = /<([^<>]+)>/.exec(email ?? '')?.[1] ?? email ?? '';
  return address.trim();
}
