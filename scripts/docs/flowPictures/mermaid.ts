import type { FlowGraph, FlowNode } from './flowGraph';

/** Element kinds and the brackets that draw their shape. */
const SHAPES: Readonly<Record<string, readonly [string, string]>> = {
  decisions: ['{', '}'],
  subflows: ['[[', ']]'],
  recordLookups: ['[(', ')]'],
  recordCreates: ['[(', ')]'],
  recordUpdates: ['[(', ')]'],
  recordDeletes: ['[(', ')]'],
  actionCalls: ['>', ']'],
  screens: ['[/', '/]'],
  loops: ['{{', '}}'],
};

/** The flow as a Mermaid picture. Faults are dotted; elements that only write down a fault are left out: every fault ends so. */
export function mermaid(graph: FlowGraph, started: string): string {
  const loggers = faultLoggers(graph);
  const ids = new Map([['start', 'start'], ...graph.nodes.map((node, place): [string, string] => [node.name, `e${String(place + 1)}`])]);
  const shown = graph.nodes.filter((node) => !loggers.has(node.name));
  const edges = graph.edges.filter((edge) => !loggers.has(edge.to) && !loggers.has(edge.from));
  return [
    '```mermaid',
    'flowchart TD',
    `  start([${quoted(started)}])`,
    ...shown.map((node) => `  ${ids.get(node.name) ?? ''}${drawn(node)}`),
    ...edges.map(({ from, to, label, isFault }) => {
      const arrow = isFault ? '-.->' : '-->';
      return `  ${ids.get(from) ?? ''} ${arrow}${label === '' ? '' : `|${quoted(label)}|`} ${ids.get(to) ?? ''}`;
    }),
    '```',
  ].join('\n');
}

/** Subflow elements that nothing but fault paths lead to and that lead nowhere. */
function faultLoggers({ nodes, edges }: FlowGraph): ReadonlySet<string> {
  const loggers = nodes.filter(({ name, kind }) => {
    const into = edges.filter((edge) => edge.to === name);
    return kind === 'subflows' && into.length > 0 && into.every((edge) => edge.isFault) && !edges.some((edge) => edge.from === name);
  });
  return new Set(loggers.map(({ name }) => name));
}

function drawn({ kind, label }: FlowNode): string {
  const [open, close] = SHAPES[kind] ?? ['[', ']'];
  return `${open}${quoted(label)}${close}`;
}

function quoted(label: string): string {
  return `"${label.replaceAll('"', '#quot;').replaceAll(/\s+/gu, ' ')}"`;
}
