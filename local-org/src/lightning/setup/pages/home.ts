import {
  bulkJobsUrl,
  clockUrl,
  deploymentsUrl,
  emailsUrl,
  flowRunsUrl,
  flowsUrl,
  limitsUrl,
  loginHistoryUrl,
  objectsUrl,
  scheduledWorkUrl,
  setupHomeUrl,
  usersUrl,
} from '../addresses.ts';
import { card, escapeHtml, link, momentText, table, wholeText } from '../html.ts';
import { setupGroups } from '../navigation.ts';
import { numberOf, rowsOf } from '../rows.ts';
import type { SetupAsked, SetupPage } from '../setupPage.ts';
import { latestDeployments } from './deployments.ts';
import { flowsOf } from './flowList.ts';
import { runCells } from './flowRuns.ts';
import { apiCallsToday } from './limits.ts';

/** How the org is doing, at a glance, and the way to everything. */
export const homePage: SetupPage = {
  address: setupHomeUrl,
  entry: setupHomeUrl,
  show: (asked) => ({ title: 'Setup', content: tiles(asked) + failures(asked) + everything() }),
};

interface Tile {
  readonly label: string;
  readonly url: string;
  readonly figure: string;
  readonly about: string;
}

function tiles(asked: SetupAsked): string {
  const all = [people(asked), objects(asked), flows(asked), nextWork(asked), deployments(asked), api(asked), emails(asked), jobs(asked)];
  const items = all.map(
    ({ label, url, figure, about }) =>
      `<li class="setup-tile"><h2>${link(url, label)}</h2><div class="setup-tile-figure">${figure}</div><p>${about}</p></li>`,
  );
  return `<ul class="setup-tiles">${items.join('')}</ul>`;
}

function people({ org, user }: SetupAsked): Tile {
  const count = countOf({ org }, 'User', 'WHERE "IsActive" = 1 AND "Username" IS NOT NULL AND "IsDeleted" = 0');
  const [last] = rowsOf(org.database, 'LoginHistory', 'SELECT max("LoginTime") AS at FROM "LoginHistory"');
  const at = last === undefined ? 0 : numberOf(last, 'at');
  return {
    label: 'Users',
    url: usersUrl,
    figure: wholeText(count),
    about: at === 0 ? 'Nobody has logged in yet.' : `Last ${link(loginHistoryUrl, 'log-in')} ${momentText(at, user.timeZone)}`,
  };
}

function objects({ org: { schema } }: SetupAsked): Tile {
  const custom = [...schema.objects.values()].filter((object) => object.custom && object.kind === 'custom');
  return {
    label: 'Custom objects',
    url: objectsUrl,
    figure: wholeText(custom.length),
    about: `${wholeText(schema.objects.size)} objects in all`,
  };
}

function flows({ org }: SetupAsked): Tile {
  const all = flowsOf(org);
  const failed = org.flows.runLog.find({ outcome: 'failed' }).length;
  return {
    label: 'Active flows',
    url: flowsUrl,
    figure: wholeText(all.filter(({ status }) => status === 'Active').length),
    about: failed === 0 ? 'No failed run in the log' : link(`${flowRunsUrl}?outcome=failed`, `${wholeText(failed)} failed runs in the log`),
  };
}

function nextWork({ org, user }: SetupAsked): Tile {
  const next = org.flows.nextDue();
  return {
    label: 'Next scheduled work',
    url: scheduledWorkUrl,
    figure: next === undefined ? 'None' : momentText(next, user.timeZone),
    about: `${link(clockUrl, 'The clock')} says ${momentText(org.clock.now(), user.timeZone)}`,
  };
}

function deployments({ org, user }: SetupAsked): Tile {
  const [last] = latestDeployments(org, 1);
  return {
    label: 'Last deployment',
    url: deploymentsUrl,
    figure: last === undefined ? 'None' : escapeHtml(last.status === 'SucceededPartial' ? 'In part' : last.status),
    about:
      last === undefined
        ? 'Nothing was deployed in the last 30 days.'
        : `${momentText(Date.parse(last.createdDate), user.timeZone)} by ${escapeHtml(last.createdByName)}`,
  };
}

function api(asked: SetupAsked): Tile {
  const { used, max } = apiCallsToday(asked);
  return { label: 'API requests today', url: limitsUrl, figure: wholeText(used), about: `of ${wholeText(max)}` };
}

function emails({ org }: SetupAsked): Tile {
  const count = countOf({ org }, 'local_org_outbox_emails');
  return { label: 'E-mails in the outbox', url: emailsUrl, figure: wholeText(count), about: 'Nothing ever leaves the org.' };
}

function jobs({ org }: SetupAsked): Tile {
  const open = countOf({ org }, 'local_bulk_job', `WHERE state IN ('Open', 'UploadComplete', 'InProgress')`);
  return {
    label: 'Open bulk jobs',
    url: bulkJobsUrl,
    figure: wholeText(open),
    about: `${wholeText(countOf({ org }, 'local_bulk_job'))} in all`,
  };
}

function countOf({ org }: Pick<SetupAsked, 'org'>, name: string, where = ''): number {
  const [row] = rowsOf(org.database, name, `SELECT count(*) AS count FROM "${name}" ${where}`);
  return row === undefined ? 0 : numberOf(row, 'count');
}

/** The last runs that failed: what an administrator looks at first. */
function failures({ org, user: { timeZone } }: SetupAsked): string {
  const failed = org.flows.runLog.find({ outcome: 'failed', limit: 5 });
  if (failed.length === 0) return '';
  const columns = ['Time', 'Flow', 'Started by', 'Record', 'Outcome', 'Element that failed'];
  return card(
    'Flows that failed last',
    table(
      'Flows that failed last',
      columns,
      failed.map((run) => runCells(run, timeZone)),
    ),
  );
}

function everything(): string {
  const entries = setupGroups.flatMap(({ entries: all }) => all).filter(({ url }) => url !== setupHomeUrl);
  const rows = entries.map(({ label, url, about }) => [link(url, label), escapeHtml(about)]);
  return card('All of Setup', table('All pages of Setup', ['Page', 'What is there'], rows));
}
