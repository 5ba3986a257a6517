import type { Problem } from '../problem';
import type { XmlElement, XmlFile } from '../xmlFile';
import type { DeclaredMember, DeclaredType, DeclaredTypes } from './declaredTypes';
import { FREE_FORM, metadataTypeOf } from './fileTypes';

/** What in the file does not fit the type that Salesforce declares for it: names, repeats, values, missing parts. */
export function schemaProblems(file: XmlFile, types: DeclaredTypes): readonly Problem[] {
  const at = (element: XmlElement, message: string): Problem => ({ file: file.path, line: element.line, message });
  const typeName = metadataTypeOf(file.path);
  if (typeName === undefined) return [at(file.root, 'is of a kind that the check does not know; add its ending to schema/fileTypes.ts')];
  if (file.root.name !== typeName) return [at(file.root, `holds <${file.root.name}>, but a file of this name holds <${typeName}>`)];
  return objectProblems(file.root, typeName);

  function objectProblems(element: XmlElement, objectType: string): readonly Problem[] {
    const members = types.members(objectType);
    if (!members) return [at(element, `has the type ${objectType}, which Salesforce does not declare`)];
    const problems: Problem[] = [];
    if (element.text.trim() !== '') problems.push(at(element, `<${element.name}> holds text between its elements`));
    for (const child of element.children) {
      const member = members.get(child.name);
      if (!member) problems.push(at(child, `<${child.name}> is not an element of ${objectType}${suggestion(child.name, members)}`));
      else if (!FREE_FORM.has(`${objectType}.${child.name}`)) problems.push(...valueProblems(child, member.type));
    }
    return [...problems, ...repeatProblems(element, members), ...missingProblems(element, objectType, members)];
  }

  function valueProblems(element: XmlElement, type: DeclaredType): readonly Problem[] {
    if (type.kind === 'object') return objectProblems(element, type.name);
    const [first] = element.children;
    if (first) return [at(first, `<${first.name}> stands inside <${element.name}>, which holds a value`)];
    const wrong = wrongValue(element.text, type);
    return wrong === undefined ? [] : [at(element, `<${element.name}> ${wrong}`)];
  }

  function repeatProblems(element: XmlElement, members: ReadonlyMap<string, DeclaredMember>): readonly Problem[] {
    const seen = new Set<string>();
    let previous = '';
    return element.children.flatMap((child) => {
      const repeated = seen.has(child.name);
      const apart = previous !== child.name;
      seen.add(child.name);
      previous = child.name;
      if (!repeated) return [];
      if (members.get(child.name)?.list === false) return [at(child, `<${child.name}> may stand only once in <${element.name}>`)];
      // The platform answers "Element ... is duplicated at this location" when equal elements do not stand together.
      return apart ? [at(child, `<${child.name}> stands apart from the other <${child.name}> of <${element.name}>`)] : [];
    });
  }

  function missingProblems(element: XmlElement, objectType: string, members: ReadonlyMap<string, DeclaredMember>): readonly Problem[] {
    const present = new Set(element.children.map((child) => child.name));
    return [...members]
      .filter(([name, member]) => member.required && !present.has(name))
      .map(([name]) => at(element, `<${element.name}> lacks <${name}>, which ${objectType} needs`));
  }
}

function wrongValue(text: string, type: DeclaredType): string | undefined {
  if (type.kind === 'words') {
    return type.words.has(text) ? undefined : `is '${text}', but ${type.name} is one of ${shortList(type.words)}`;
  }
  if (type.kind !== 'value') return undefined;
  if (type.value === 'boolean' && text !== 'true' && text !== 'false') return `is '${text}', but must be true or false`;
  if (type.value === 'number' && !/^-?\d+(\.\d+)?$/u.test(text)) return `is '${text}', but must be a number`;
  return undefined;
}

function shortList(words: ReadonlySet<string>): string {
  const shown = [...words].slice(0, 12).join(', ');
  return words.size > 12 ? `${shown}, ...` : shown;
}

function suggestion(name: string, members: ReadonlyMap<string, DeclaredMember>): string {
  const near = [...members.keys()].find((member) => member.toLowerCase() === name.toLowerCase() || oneEditApart(member, name));
  return near === undefined ? '' : `; <${near}> is`;
}

function oneEditApart(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  const rest = long.slice(at + 1);
  return short.slice(at) === rest || short.slice(at + 1) === rest;
}
