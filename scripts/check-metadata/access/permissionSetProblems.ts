import type { Problem } from '../problem';
import { childText, type XmlElement, type XmlFile } from '../xmlFile';
import { packageFields, packageObjects, type PackageField } from './packageFields';

/** What the platform makes an object permission depend on (Help, "Object Permissions"). */
const NEEDS: Readonly<Record<string, readonly string[]>> = {
  allowCreate: ['allowRead'],
  allowEdit: ['allowRead'],
  allowDelete: ['allowRead', 'allowEdit'],
  viewAllRecords: ['allowRead'],
  modifyAllRecords: ['allowRead', 'allowEdit', 'allowDelete', 'viewAllRecords'],
};

/**
 * A permission set of the package decides about every custom object and field of the package, in so many words: a field that
 * nobody thought of is a problem, not a silent no. What a set says must be what the platform can hold.
 */
export function permissionSetProblems(files: readonly XmlFile[]): readonly Problem[] {
  const objects = packageObjects(files);
  const fields = new Map(packageFields(files).map((field) => [field.name, field]));
  return files
    .filter((file) => file.root.name === 'PermissionSet')
    .flatMap((file) => [...objectProblems(file, objects), ...fieldProblems(file, fields)]);
}

function objectProblems(file: XmlFile, objects: readonly string[]): readonly Problem[] {
  const decisions = new Map(childrenOf(file, 'objectPermissions').map((element) => [childText(element, 'object') ?? '', element]));
  const missing = objects
    .filter((name) => !decisions.has(name))
    .map((name) => ({ file: file.path, message: `decides nothing about the object ${name}` }));
  const impossible = [...decisions].flatMap(([name, element]) =>
    Object.entries(NEEDS)
      .filter(([permission]) => isOn(element, permission))
      .flatMap(([permission, needed]) =>
        needed
          .filter((other) => !isOn(element, other))
          .map((other) => problemAt(file, element, `grants ${permission} on ${name}, which takes ${other}`)),
      ),
  );
  return [...missing, ...impossible];
}

function fieldProblems(file: XmlFile, fields: ReadonlyMap<string, PackageField>): readonly Problem[] {
  const decisions = childrenOf(file, 'fieldPermissions');
  const decided = new Set(decisions.map((element) => childText(element, 'field') ?? ''));
  const missing = [...fields.values()]
    .filter((field) => field.permissionable && !decided.has(field.name))
    .map((field) => ({ file: file.path, message: `decides nothing about the field ${field.name}` }));
  return [...missing, ...decisions.flatMap((element) => fieldProblemsAt(file, element, fields))];
}

function fieldProblemsAt(file: XmlFile, element: XmlElement, fields: ReadonlyMap<string, PackageField>): readonly Problem[] {
  const name = childText(element, 'field') ?? '';
  const field = fields.get(name);
  const problems: Problem[] = [];
  // Standard fields are not the package's to decide, but a set may grant them.
  if (field === undefined && name.endsWith('__c'))
    problems.push(problemAt(file, element, `names the field ${name}, which the package has not`));
  if (field?.permissionable === false)
    problems.push(problemAt(file, element, `lists ${name}, which is required or a master: the platform refuses that`));
  if (isOn(element, 'editable') && field?.computed === true)
    problems.push(problemAt(file, element, `lets ${name} be edited, which is computed`));
  if (isOn(element, 'editable') && !isOn(element, 'readable'))
    problems.push(problemAt(file, element, `lets ${name} be edited but not read: the platform refuses that`));
  return problems;
}

function childrenOf(file: XmlFile, name: string): readonly XmlElement[] {
  return file.root.children.filter((child) => child.name === name);
}

function isOn(element: XmlElement, name: string): boolean {
  return childText(element, name) === 'true';
}

function problemAt(file: XmlFile, element: XmlElement, message: string): Problem {
  return { file: file.path, line: element.line, message };
}
