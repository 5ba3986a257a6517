// Generated from lwc-ts-src/feedbackPanel/subject.ts by `npm run build:lwc`. Change the source, not this file.
/** Objects by the first three letters of their ids. */
const OBJECTS = { '001': 'Account', '003': 'Contact', '500': 'Case' };
/** What kind of record an id names; undefined for one that leads to no customer. */
export function objectOf(recordId) {
    return OBJECTS[recordId.slice(0, 3)];
}
/** An address without what surrounds it: `"Ann Lee" <ann@lee.example>`, spaces. Empty where there is none. */
export function addressOf(email) {
    const address = /<([^<>]+)>/.exec(email ?? '')?.[1] ?? email ?? '';
    return address.trim();
}
