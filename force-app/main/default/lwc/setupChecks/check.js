// Generated from lwc-ts-src/setupChecks/check.ts by `npm run build:lwc`. Change the source, not this file.
/** Wraps selections of lists of records into a document. */
export function documentOf(name, selections) {
    return `query ${name} { uiapi { query { ${selections} } } }`;
}
export function nodesOf(connection) {
    return (connection?.edges ?? []).map(({ node }) => node);
}
export function countOf(connection) {
    return connection?.totalCount ?? 0;
}
/** Text of an aliased field; empty when it is blank or hidden. */
export function textOf(node, alias) {
    const value = valueOf(node, alias);
    return typeof value === 'string' ? value.trim() : '';
}
/** Number of an aliased field; null when it is blank or hidden. Missing is not 0. */
export function numberOf(node, alias) {
    const value = valueOf(node, alias);
    return typeof value === 'number' ? value : null;
}
export function flagOf(node, alias) {
    return valueOf(node, alias) === true;
}
/** The record behind an aliased lookup; undefined when it is empty. */
export function parentOf(node, alias) {
    const parent = node?.[alias];
    return isNode(parent) ? parent : undefined;
}
function valueOf(node, alias) {
    const field = node?.[alias];
    return isNode(field) ? field['value'] : undefined;
}
function isNode(value) {
    return typeof value === 'object' && value !== null;
}
