import type { CheckReport, SegmentReport } from './verify.ts';

/** The report as lines for a person. */
export function reportText(report: CheckReport): string {
  return [
    `Check of ${report.scope === 'Everything' ? 'all pulses' : `the account pulse ${report.scope}`}`,
    figure('account', `${report.accountPulses} account pulses`),
    figure('contact', `${report.contactPulses} contact pulses`),
    figure('answers', `${report.answers} accepted answers`),
    figure('compared', `${report.figures} figures`),
    figure('different', `${report.differenceCount} figures or flags`),
    ...(report.waiting > 0
      ? [figure('waiting', `${report.waiting} contact pulses wait for the roll-over of the night; no difference`)]
      : []),
    ...segmentLines(report.segments),
    ...differenceLines(report),
    figure('took', `${report.seconds.toFixed(1)} s, ${report.apiCalls} API calls`),
    report.check === undefined ? 'Nothing was written to the org.' : `Written to the org as PulseCheck__c ${report.check}.`,
    report.differenceCount === 0 ? 'Every figure agrees with the answers.' : 'The figures above do not agree with the answers.',
  ].join('\n');
}

function figure(name: string, text: string): string {
  return `  ${name.padEnd(11)}${text}`;
}

function segmentLines(segments: readonly SegmentReport[]): readonly string[] {
  if (segments.length === 0) return [];
  const rows = segments.map((one) => [
    one.segment === '' ? '(none)' : one.segment,
    String(one.ratings),
    one.ratings === 0 ? '-' : (one.total / one.ratings).toFixed(2),
    one.relational === 0 ? '-' : (((one.promoters - one.detractors) / one.relational) * 100).toFixed(1),
    ...['Green', 'Yellow', 'Red', ''].map((band) => String(one.bands[band] ?? 0)),
  ]);
  const table = [['segment', 'ratings', 'score', 'NPS', 'green', 'yellow', 'red', 'none'], ...rows];
  return ['', ...table.map(([name = '', ...cells]) => `  ${name.padEnd(11)}${cells.map((cell) => cell.padStart(9)).join('')}`), ''];
}

function differenceLines({ differences, differenceCount }: CheckReport): readonly string[] {
  const lines = differences.map(
    ({ object, id, field, stored, expected }) => `    ${object} ${id} ${field}: ${stored}, should be ${expected}`,
  );
  return differenceCount > differences.length ? [...lines, `    and ${differenceCount - differences.length} more`] : lines;
}
