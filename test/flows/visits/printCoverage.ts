import type { FlowVisits } from './flowCoverage.ts';

/** The coverage as a table for people: one line a flow, then what is missing. */
export function coverageTable(visits: readonly FlowVisits[]): string {
  const width = Math.max(4, ...visits.map(({ flow }) => flow.length));
  const line = (flow: string, visited: string, batch: string): string =>
    `${flow.padEnd(width)}  ${visited.padStart(9)}  ${batch.padStart(13)}`;
  const total = (count: (visit: FlowVisits) => number): number => visits.reduce((sum, visit) => sum + count(visit), 0);
  const visited = total((visit) => visit.visited);
  const elements = total((visit) => visit.elements);
  return [
    line('flow', 'elements', 'largest batch'),
    ...visits.map((visit) => line(visit.flow, `${visit.visited}/${visit.elements}`, String(visit.largestBatch))),
    line('all', `${visited}/${elements}`, ''),
    ...visits.flatMap((visit) => visit.missed.map((missed) => `not visited: ${visit.flow}: ${missed}`)),
  ].join('\n');
}
