import type { Schema, SObjectType } from '../../schema/types.ts';

/** The text of `@salesforce/schema/<Object>[.<Field>]`, or why there is none and which name it is that the org lacks. */
export function schemaModule(
  name: string,
  schema: Schema,
): { readonly text: string } | { readonly refused: string; readonly missing: string } {
  const [objectName = '', ...path] = name.split('.');
  const object = schema.object(objectName);
  if (object === undefined) return { refused: `there is no object ${objectName}`, missing: objectName };
  if (path.length === 0) return { text: `export default { objectApiName: ${JSON.stringify(object.name)} };` };
  const problem = pathProblem(schema, object, path);
  if (problem !== undefined) return problem;
  const reference = { fieldApiName: path.join('.'), objectApiName: object.name };
  return { text: `export default ${JSON.stringify(reference)};` };
}

/** Follows `Contact__r.Name` from an object; says what is missing, or nothing when all of it exists. */
function pathProblem(
  schema: Schema,
  object: SObjectType,
  path: readonly string[],
): { readonly refused: string; readonly missing: string } | undefined {
  const [name = '', ...rest] = path;
  if (rest.length === 0) {
    if (object.fields.has(name.toLowerCase())) return undefined;
    return { refused: `there is no field ${object.name}.${name}`, missing: object.custom ? object.name : name };
  }
  const parent = [...object.fields.values()].find((field) => field.reference?.relationshipName?.toLowerCase() === name.toLowerCase());
  const target = parent?.reference?.targets.map((targetName) => schema.object(targetName)).find((candidate) => candidate !== undefined);
  if (target !== undefined) return pathProblem(schema, target, rest);
  return { refused: `there is no relationship ${object.name}.${name}`, missing: object.custom ? object.name : name };
}
