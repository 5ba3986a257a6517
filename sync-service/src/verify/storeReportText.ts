import type { StoreReport } from './storeAgainstOrg.ts';

/** The comparison of store and org as lines for a person. */
export function storeReportText(report: StoreReport): string {
  const { compared, reduced, missing, erased, different, newerInOrg, waiting, parked, dead, others, apiCalls, seconds } = report;
  return [
    'Comparison of the store with the org',
    figure('compared', `${compared} answers that the org should have${reduced > 0 ? ` (${reduced} by their key alone)` : ''}`),
    figure('missing', `${missing} are not in the org`),
    figure('different', `${different} have other content there`),
    ...(erased > 0 ? [figure('erased', `${erased} were erased in the org on purpose; no difference`)] : []),
    ...(newerInOrg > 0 ? [figure('newer', `${newerInOrg} are newer in the org; no difference`)] : []),
    ...Object.entries(others).map(([source, answers]) => figure('others', `${answers} of ${source} came from elsewhere; no difference`)),
    figure('on the way', `${waiting} wait, ${parked} are parked, ${dead} are dead letters`),
    ...differenceLines(report),
    figure('took', `${seconds.toFixed(1)} s, ${apiCalls} API calls`),
    missing + different === 0
      ? 'The org has every answer as the store has it.'
      : 'To push them again: customer-pulse replay --since DATE. What somebody deleted in the org becomes a dead letter then; replaying that creates it again.',
  ].join('\n');
}

function figure(name: string, text: string): string {
  return `  ${name.padEnd(11)}${text}`;
}

function differenceLines({ differences, missing, different }: StoreReport): readonly string[] {
  const lines = differences.map(
    ({ externalId, fields }) => `    ${externalId}: ${fields.length === 0 ? 'not in the org' : `differs in ${fields.join(', ')}`}`,
  );
  const more = missing + different - differences.length;
  return more > 0 ? [...lines, `    and ${more} more`] : lines;
}
