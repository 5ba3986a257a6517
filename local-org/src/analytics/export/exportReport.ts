import type { FastifyReply, FastifyRequest } from 'fastify';
import { requireExport } from '../access.ts';
import { badRequest } from '../analyticsErrors.ts';
import { parameter } from '../analyticsState.ts';
import type { MetadataInput } from '../reports/metadataInput.ts';
import { runReport, type ReportContext } from '../reports/reportService.ts';
import type { RunnableReport } from '../runnableReport.ts';
import { csvText } from './csvText.ts';
import { detailsSheet } from './detailsSheet.ts';
import { formattedSheet } from './formattedSheet.ts';

/** Whether a run is to be answered as a file: `?export=csv`, or `Accept: text/csv`. */
export function isExport({ query, headers }: FastifyRequest): boolean {
  return parameter(query, 'export') !== undefined || (headers.accept ?? '').split(',').some((type) => type.trim().startsWith('text/csv'));
}

/**
 * Answers a run as a CSV file: all rows (`view=details`), or groups with their
 * figures (`view=formatted`).
 * @throws SalesforceError FORBIDDEN without Export Reports
 */
export function exportReport(
  context: ReportContext,
  { query }: FastifyRequest,
  reply: FastifyReply,
  report: RunnableReport,
  changes: MetadataInput | undefined,
): FastifyReply {
  requireExport(context.user);
  const format = parameter(query, 'export') ?? 'csv';
  const view = parameter(query, 'view') ?? 'details';
  if (format !== 'csv') throw badRequest(`Reports are exported as csv, not as ${format}.`);
  if (view !== 'details' && view !== 'formatted') throw badRequest(`The view is details or formatted, not ${view}.`);
  const details = view === 'details';
  const run = runReport(context, report, { changes, ...(details ? { includeDetails: true, mostRows: Number.POSITIVE_INFINITY } : {}) });
  const now = new Date(context.org.clock.now());
  const sheet = details ? detailsSheet(run.result) : formattedSheet(run.report, run.result, asOf(now, context));
  const day = now.toISOString().slice(0, 10);
  return reply
    .type('text/csv; charset=utf-8')
    .header('Content-Disposition', `attachment; ${fileName(`${run.report.name}-${day}.csv`)}`)
    .send(csvText(sheet));
}

function asOf(now: Date, { user: { locale, timeZone } }: ReportContext): string {
  const form = new Intl.DateTimeFormat(locale.replaceAll('_', '-'), { dateStyle: 'medium', timeStyle: 'short', timeZone });
  return `As of ${form.format(now)} (${timeZone})`;
}

/** As RFC 6266 has it: a plain name for old clients, the whole one for the others. */
function fileName(name: string): string {
  const plain = name.replaceAll(/[^\w .-]/gu, '_');
  return `filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`;
}
