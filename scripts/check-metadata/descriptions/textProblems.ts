import type { Problem } from '../problem';
import { childText, type XmlElement, type XmlFile } from '../xmlFile';
import { FLOW_RESOURCES, LONGEST, NEEDED, NOT_TYPED } from './textRules';

/** Texts that people need and the file lacks (description, label, help where a person types), and texts that are too long. */
export function textProblems(file: XmlFile): readonly Problem[] {
  const { root } = file;
  switch (root.name) {
    case 'CustomField':
      return [...elementProblems(file, root, 'CustomField'), ...helpProblems(file)];
    case 'CustomLabels':
      return root.children.flatMap((label) => elementProblems(file, label, 'CustomLabel'));
    case 'LightningComponentBundle':
      return [...elementProblems(file, root, root.name), ...pickerProblems(file)];
    case 'Flow':
      return [...elementProblems(file, root, 'Flow'), ...root.children.flatMap((part) => flowPartProblems(file, part))];
    default:
      return elementProblems(file, root, root.name);
  }
}

function elementProblems(file: XmlFile, element: XmlElement, type: string): readonly Problem[] {
  const missing = (NEEDED[type] ?? []).filter((name) => isBlank(element, name));
  const tooLong = Object.entries(LONGEST[type] ?? {}).filter(([name, longest]) => (childText(element, name)?.length ?? 0) > longest);
  return [
    ...missing.map((name) => at(file, element, `${titleOf(element)} has no ${name}`)),
    ...tooLong.map(([name, longest]) =>
      at(file, element, `the ${name} of ${titleOf(element)} is longer than ${String(longest)} characters`),
    ),
  ];
}

function helpProblems(file: XmlFile): readonly Problem[] {
  const { root } = file;
  const typed = !NOT_TYPED.has(childText(root, 'type') ?? '') && childText(root, 'formula') === undefined;
  return typed && isBlank(root, 'inlineHelpText')
    ? [at(file, root, `${titleOf(root)} has no inlineHelpText, and a person types there`)]
    : [];
}

/** What an admin picks from the list of components needs a name there. */
function pickerProblems(file: XmlFile): readonly Problem[] {
  const exposed = childText(file.root, 'isExposed') === 'true';
  return exposed && isBlank(file.root, 'masterLabel') ? [at(file, file.root, 'an exposed component has no masterLabel')] : [];
}

function flowPartProblems(file: XmlFile, part: XmlElement): readonly Problem[] {
  if (part.name === 'processMetadataValues' || childText(part, 'name') === undefined) return [];
  const needed = FLOW_RESOURCES.has(part.name) ? ['description'] : ['description', 'label'];
  return needed.filter((name) => isBlank(part, name)).map((name) => at(file, part, `${part.name} ${titleOf(part)} has no ${name}`));
}

function isBlank(element: XmlElement, name: string): boolean {
  return (childText(element, name) ?? '').trim() === '';
}

function titleOf(element: XmlElement): string {
  return childText(element, 'fullName') ?? childText(element, 'name') ?? element.name;
}

function at(file: XmlFile, element: XmlElement, message: string): Problem {
  return { file: file.path, line: element.line, message };
}
