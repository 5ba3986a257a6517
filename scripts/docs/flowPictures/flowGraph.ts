import type { XmlElement, XmlFile } from '../../check-metadata/xmlFile';
import { children, descend, text } from '../packageFiles';

/** One element of a flow. */
export interface FlowNode {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  /** As in the file: `decisions`, `recordCreates`... */
  readonly kind: string;
}

/** A way from one element to another. */
export interface FlowEdge {
  /** Name of an element; `start`. */
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly isFault: boolean;
}

export interface FlowGraph {
  readonly nodes: readonly FlowNode[];
  readonly edges: readonly FlowEdge[];
}

/** Children of a flow that name themselves and are no elements of its way. */
const RESOURCES = new Set([
  'choices',
  'constants',
  'dynamicChoiceSets',
  'formulas',
  'processMetadataValues',
  'stages',
  'textTemplates',
  'variables',
]);

/** Reads the elements of a flow and the connectors between them. */
export function flowGraph({ root }: XmlFile): FlowGraph {
  const elements = root.children.filter((child) => !RESOURCES.has(child.name) && text(child, 'name') !== '' && child.name !== 'start');
  const nodes = elements.map((element) => ({
    name: text(element, 'name'),
    label: text(element, 'label') || text(element, 'name'),
    description: text(element, 'description'),
    kind: element.name,
  }));
  const start = descend(root, 'start');
  const edges = [...(start === undefined ? [] : startEdges(start)), ...elements.flatMap(edgesOf)];
  return { nodes, edges: edges.filter((edge) => edge.to !== '') };
}

function startEdges(start: XmlElement): FlowEdge[] {
  const paths = children(start, 'scheduledPaths').map((path) => ({
    from: 'start',
    to: target(path, 'connector'),
    label: text(path, 'label') || text(path, 'name') || (text(path, 'pathType') === 'AsyncAfterCommit' ? 'after the commit' : ''),
    isFault: false,
  }));
  return [{ from: 'start', to: target(start, 'connector'), label: '', isFault: false }, ...paths];
}

function edgesOf(element: XmlElement): FlowEdge[] {
  const from = text(element, 'name');
  const edge = (holder: XmlElement, connector: string, label = '', isFault = false): FlowEdge => ({
    from,
    to: target(holder, connector),
    label,
    isFault,
  });
  return [
    ...children(element, 'rules').map((rule) => edge(rule, 'connector', text(rule, 'label'))),
    edge(element, 'defaultConnector', text(element, 'defaultConnectorLabel')),
    edge(element, 'nextValueConnector', 'for each'),
    edge(element, 'noMoreValuesConnector', 'when all are done'),
    edge(element, 'connector'),
    edge(element, 'faultConnector', 'fault', true),
  ];
}

function target(holder: XmlElement, connector: string): string {
  return text(descend(holder, connector), 'targetReference');
}
