import type { SObjectType } from '../schema/types.ts';
import type { Condition } from './ast.ts';
import { errorAt, type QueryText } from './errors.ts';

/**
 * Custom metadata takes OR on one field alone, with `=`, LIKE and IN (Help,
 * "Custom Metadata Types Limitations"). The queries of several interviews of a
 * flow are joined by OR and are bound by it, too.
 * @throws SalesforceError MALFORMED_QUERY
 */
export function checkDisjunction(object: SObjectType, condition: Extract<Condition, { kind: 'and' | 'or' }>, query: QueryText): void {
  if (object.kind !== 'customMetadata') return;
  const fields = condition.conditions.map(soleField);
  const [first] = fields;
  if (first === undefined || fields.some((field) => field !== first)) {
    throw errorAt('MALFORMED_QUERY', 'Disjunctions not supported', query, condition);
  }
}

/** The one field that a condition asks for in a way that can be joined by OR. */
function soleField(condition: Condition): string | undefined {
  if (condition.kind === 'or') {
    const [first, ...others] = condition.conditions.map(soleField);
    return others.every((field) => field === first) ? first : undefined;
  }
  const isJoinable =
    (condition.kind === 'compare' && (condition.operator === '=' || condition.operator === 'LIKE')) ||
    (condition.kind === 'in' && !condition.negated);
  return isJoinable && Array.isArray(condition.left) ? condition.left.join('.').toLowerCase() : undefined;
}
