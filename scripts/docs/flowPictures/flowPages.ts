import type { XmlFile } from '../../check-metadata/xmlFile';
import { apiName, cell, children, text } from '../packageFiles';
import { flowGraph } from './flowGraph';
import { mermaid } from './mermaid';
import { startText } from './startText';

/** A page for each flow and an index of them: path below `docs` -> text. */
export function flowPages(files: readonly XmlFile[], folder: string): readonly (readonly [string, string])[] {
  const flows = files.filter((file) => file.root.name === 'Flow');
  return [
    [`${folder}/README.md`, indexPage(flows)],
    ...flows.map((flow): [string, string] => [`${folder}/${apiName(flow)}.md`, flowPage(flow)]),
  ];
}

function indexPage(flows: readonly XmlFile[]): string {
  const active = flows.filter((flow) => text(flow.root, 'status') === 'Active');
  const templates = flows.filter((flow) => text(flow.root, 'status') !== 'Active');
  return [
    '# Flows',
    '',
    'A picture of each flow. These pages are made from the metadata by `npm run docs`.',
    '',
    '## Active when the package is installed',
    '',
    ...flowTable(active),
    '',
    '## Templates: copy one, adapt it, switch it on',
    '',
    ...flowTable(templates),
    '',
  ].join('\n');
}

function flowTable(flows: readonly XmlFile[]): readonly string[] {
  return [
    '| flow | starts | what it does |',
    '|---|---|---|',
    ...flows.map(
      (flow) => `| [${apiName(flow)}](${apiName(flow)}.md) | ${cell(startText(flow))} | ${cell(text(flow.root, 'description'))} |`,
    ),
  ];
}

function flowPage(flow: XmlFile): string {
  const graph = flowGraph(flow);
  const described = graph.nodes.filter((node) => node.description !== '');
  return [
    `# ${text(flow.root, 'label')}`,
    '',
    `\`${apiName(flow)}\`. ${startText(flow)}.${text(flow.root, 'status') === 'Active' ? '' : ' Not active: a template.'}`,
    '',
    text(flow.root, 'description'),
    '',
    mermaid(graph, startText(flow)),
    '',
    ...variableTable(flow),
    '| element | what it does |',
    '|---|---|',
    ...described.map((node) => `| ${cell(node.label)} | ${cell(node.description)} |`),
    '',
  ].join('\n');
}

function variableTable({ root }: XmlFile): readonly string[] {
  const shared = children(root, 'variables').filter((one) => text(one, 'isInput') === 'true' || text(one, 'isOutput') === 'true');
  if (shared.length === 0) return [];
  return [
    '| variable | in or out | what it is |',
    '|---|---|---|',
    ...shared.map((one) => {
      const ways = [text(one, 'isInput') === 'true' ? 'in' : '', text(one, 'isOutput') === 'true' ? 'out' : ''];
      return `| \`${text(one, 'name')}\` | ${ways.filter((way) => way !== '').join(', ')} | ${cell(text(one, 'description'))} |`;
    }),
    '',
  ];
}
