import { bulkJobsUrl, viewUrl } from '../addresses.ts';
import { badge, card, escapeHtml, facts, link, momentText, numbers, tableOr, textOr, wholeText, type Tone } from '../html.ts';
import { momentOf, numberOf, rowsOf, textOf, type Row } from '../rows.ts';
import type { SetupAsked, SetupPage } from '../setupPage.ts';

const table = 'local_bulk_job';
const mostListed = 200;
const tones: Readonly<Record<string, Tone>> = { JobComplete: 'good', Failed: 'bad', Aborted: 'warn' };

/** Jobs of the Bulk API. */
export const bulkJobsPage: SetupPage = {
  address: bulkJobsUrl,
  entry: bulkJobsUrl,
  show: (asked) => {
    const jobs = rowsOf(asked.org.database, table, `SELECT * FROM ${table} ORDER BY serial DESC LIMIT ?`, mostListed);
    const rows = jobs.map((job) => [
      link(viewUrl(bulkJobsUrl, textOf(job, 'id')), textOf(job, 'id')),
      escapeHtml(`${textOf(job, 'operation')} ${textOf(job, 'object')}`),
      badge(textOf(job, 'state'), tones[textOf(job, 'state')] ?? 'plain'),
      startedAt(job, asked),
      escapeHtml(nameOf(job, asked)),
      wholeText(numberOf(job, 'processed')),
      wholeText(numberOf(job, 'failed')),
    ]);
    const columns = ['Job', 'Operation', 'State', 'Submitted', 'By', numbers('Records'), numbers('Failed')];
    return {
      title: 'Bulk data load jobs',
      content: card('Newest first', tableOr('There have been no bulk jobs.', 'Bulk jobs', columns, rows)),
    };
  },
};

/** One job. */
export const bulkJobPage: SetupPage = {
  address: '/lightning/setup/AsyncApiJobStatus/:id/view',
  entry: bulkJobsUrl,
  show: (asked) => {
    const [job] = rowsOf(asked.org.database, table, `SELECT * FROM ${table} WHERE id = ?`, asked.params['id'] ?? '');
    if (job === undefined) return undefined;
    const milliseconds = numberOf(job, 'totalMilliseconds');
    const perSecond = milliseconds === 0 ? '' : wholeText((numberOf(job, 'processed') / milliseconds) * 1000);
    return {
      title: `Job ${textOf(job, 'id')}`,
      above: [{ label: 'Bulk data load jobs', url: bulkJobsUrl }],
      content: card(
        'Job',
        facts([
          ['Operation', escapeHtml(textOf(job, 'operation'))],
          ['Object', escapeHtml(textOf(job, 'object'))],
          ['State', badge(textOf(job, 'state'), tones[textOf(job, 'state')] ?? 'plain')],
          ['Submitted', startedAt(job, asked)],
          ['By', escapeHtml(nameOf(job, asked))],
          ['API version', escapeHtml(textOf(job, 'apiVersion'))],
          ['External id field', textOr(textOf(job, 'externalIdFieldName'))],
          ['Records processed', wholeText(numberOf(job, 'processed'))],
          ['Records failed', wholeText(numberOf(job, 'failed'))],
          ['Records a second', textOr(perSecond)],
          ['Error', textOr(textOf(job, 'errorMessage'))],
          ['Query', textOr(textOf(job, 'soql'))],
        ]),
      ),
    };
  },
};

function startedAt(job: Row, { user }: SetupAsked): string {
  return momentText(momentOf(job, 'createdAt') ?? 0, user.timeZone);
}

function nameOf(job: Row, { org }: SetupAsked): string {
  const id = textOf(job, 'createdById');
  return org.user(id)?.name ?? id;
}
