import type { ChildRelationship, SObjectType } from '../schema/types.ts';
import type { SelectStatement } from './ast.ts';
import type { CompiledChildren, CompiledSelect, CompileEnvironment } from './compile.ts';
import { errorAt } from './errors.ts';
import { noSuchChildren, tooManyLevels } from './messages.ts';

/** Levels of children below the object of a query: five levels with it, from version 58.0 on. */
const MAX_LEVELS = 4;
/** Child subqueries in one query. */
const MAX_CHILDREN = 20;

/** Compiles the select of a child subquery at its level (1 is the first). */
type CompileSelect = (query: SelectStatement, child: SObjectType, relationship: ChildRelationship, level: number) => CompiledSelect;

/** Compiles child subqueries, and counts them. */
export class ChildCompiler {
  readonly #environment: CompileEnvironment;
  readonly #compile: CompileSelect;
  #count = 0;

  constructor(environment: CompileEnvironment, compile: CompileSelect) {
    this.#environment = environment;
    this.#compile = compile;
  }

  /** What compiles the children of an object that stands at `level`; the object of FROM stands at 0. */
  at(object: SObjectType, level: number): (query: SelectStatement) => { readonly name: string; readonly children: CompiledChildren } {
    return (query) => {
      const { schema, query: text } = this.#environment;
      if (level >= MAX_LEVELS) throw errorAt('MALFORMED_QUERY', tooManyLevels('aggregate', MAX_LEVELS), text, query);
      this.#count += 1;
      if (this.#count > MAX_CHILDREN) {
        throw errorAt('MALFORMED_QUERY', `A query can have at most ${MAX_CHILDREN} parent-to-child relationships.`, text, query);
      }
      const wanted = query.from.toLowerCase();
      const relationship = object.childRelationships.find((child) => child.relationshipName?.toLowerCase() === wanted);
      const child = relationship === undefined ? undefined : schema.object(relationship.childObject);
      if (relationship === undefined || child === undefined) throw errorAt('INVALID_TYPE', noSuchChildren(query.from), text, query);
      return {
        name: relationship.relationshipName ?? query.from,
        children: { select: this.#compile(query, child, relationship, level + 1) },
      };
    };
  }
}
