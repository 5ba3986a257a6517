import type { ImportSummary } from './importSummary.ts';

/** The summary as lines for a person. */
export function summaryText(summary: ImportSummary): string {
  const push = summary.dryRun || summary.storeOnly === true ? [] : pushLines(summary);
  return [
    `${summary.dryRun ? 'Dry run of' : 'Import of'} ${summary.file} (${summary.encoding})`,
    figure('read', summary.read, 'rows'),
    figure('accepted', summary.accepted, summary.repeated > 0 ? `answers, ${summary.repeated} of them repeated in the file` : 'answers'),
    figure('no rating', summary.noRating, 'of the accepted answers'),
    figure('rejected', summary.rejected, summary.rejectedFile === undefined ? 'rows' : `rows, listed in ${summary.rejectedFile}`),
    ...rejectedLines(summary),
    ...push,
    `  took        ${summary.seconds.toFixed(1)} s`,
    ...summary.notes.map((note) => `Note: ${note}`),
    ...conclusion(summary),
  ].join('\n');
}

function figure(name: string, value: number, unit: string): string {
  return `  ${name.padEnd(12)}${String(value)} ${unit}`;
}

function pushLines(summary: ImportSummary): string[] {
  return [
    figure('created', summary.created, 'in Salesforce'),
    figure('updated', summary.updated, 'in Salesforce'),
    figure('unchanged', summary.unchanged, 'already there'),
    figure('dead letters', summary.deadLetters, 'refused by Salesforce').replace('letters', 'letters '),
    ...(summary.parked > 0 ? [figure('parked', summary.parked, 'wait for a change of configuration')] : []),
    ...(summary.waiting > 0 ? [figure('waiting', summary.waiting, 'stored, not yet pushed')] : []),
    ...summary.refusals.map(({ externalId, code, reason }) => `    ${externalId}: ${code}, ${reason}`),
    figure('API calls', summary.apiCalls, 'used'),
  ];
}

function rejectedLines({ rejectedRows, rejected }: ImportSummary): string[] {
  const shown = rejectedRows.map(({ row, line, reason }) => `    row ${row} (line ${line}): ${reason}`);
  return rejected > shown.length ? [...shown, `    and ${rejected - shown.length} more`] : shown;
}

function conclusion(summary: ImportSummary): string[] {
  if (summary.stopped !== undefined) return [`Stopped: ${summary.stopped}`];
  if (summary.read === 0) return ['The file has no rows below its header: there was nothing to import.'];
  if (summary.dryRun) return ['Nothing was stored or sent.'];
  if (summary.storeOnly === true)
    return [
      `Stored; ${summary.waiting === 1 ? '1 answer waits' : `${summary.waiting} answers wait`} for the running service, or for: customer-pulse push`,
    ];
  const changes = summary.created + summary.updated + summary.deadLetters + summary.parked;
  return summary.accepted > 0 && changes === 0 && summary.waiting === 0
    ? ['Nothing changed: Salesforce has all of these answers already.']
    : [];
}
