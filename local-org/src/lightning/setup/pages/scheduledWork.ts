import type { Org } from '../../../org.ts';
import { clockUrl, flowsUrl, recordUrl, scheduledWorkUrl, viewUrl } from '../addresses.ts';
import { card, facts, link, momentText, numbers, tableOr, textOr, wholeText } from '../html.ts';
import { momentOf, numberOf, rowsOf, textOf, type Row } from '../rows.ts';
import type { SetupAsked, SetupPage } from '../setupPage.ts';

const mostListed = 200;

/** What waits for its time or for a commit. */
export const scheduledWorkPage: SetupPage = {
  address: scheduledWorkUrl,
  entry: scheduledWorkUrl,
  show: (asked) => {
    const {
      org,
      user: { timeZone },
    } = asked;
    const next = org.flows.nextDue();
    const about = facts([
      ['Next due', next === undefined ? 'nothing' : momentText(next, timeZone)],
      ['The org’s time', momentText(org.clock.now(), timeZone)],
      ['Waiting now', `${wholeText(org.flows.pending())} interviews`],
    ]);
    return {
      title: 'Scheduled work',
      content:
        card('At a glance', about, link(clockUrl, 'Move the clock')) +
        schedules(org, timeZone) +
        paths(org, timeZone) +
        afterCommit(org) +
        paused(asked),
    };
  },
};

function flowLink(row: Row): string {
  return link(viewUrl(flowsUrl, textOf(row, 'flow')), textOf(row, 'flow'));
}

/** Schedule-triggered flows. */
function schedules({ database }: Org, timeZone: string): string {
  const found = rowsOf(
    database,
    'local_org_flow_schedule',
    'SELECT flow, nextAt FROM local_org_flow_schedule ORDER BY nextAt IS NULL, nextAt, flow',
  );
  const rows = found.map((row) => {
    const next = momentOf(row, 'nextAt');
    return [flowLink(row), next === undefined ? 'It will not run again' : momentText(next, timeZone)];
  });
  return card('Flows with a schedule', tableOr('No active flow has a schedule.', 'Flows with a schedule', ['Flow', 'Next run'], rows));
}

/** Scheduled paths that wait for their records' time. */
function paths({ database }: Org, timeZone: string): string {
  const name = 'local_org_flow_scheduled';
  const found = rowsOf(database, name, `SELECT * FROM ${name} ORDER BY dueAt IS NULL, dueAt LIMIT ?`, mostListed);
  const [all] = rowsOf(database, name, `SELECT count(*) AS count FROM ${name}`);
  const rows = found.map((row) => {
    const due = momentOf(row, 'dueAt');
    const recordId = textOf(row, 'recordId');
    return [
      due === undefined ? 'Its record holds no time' : momentText(due, timeZone),
      flowLink(row),
      textOr(textOf(row, 'path')),
      recordId === '' ? textOr('') : link(recordUrl(recordId), recordId),
      wholeText(numberOf(row, 'attempts')),
    ];
  });
  const count = all === undefined ? 0 : numberOf(all, 'count');
  const columns = ['Due', 'Flow', 'Path', 'Record', numbers('Failed tries')];
  return card(
    `Scheduled paths (${wholeText(count)})`,
    tableOr('No path waits for its time.', 'Scheduled paths, soonest first', columns, rows),
  );
}

function afterCommit({ database }: Org): string {
  const name = 'local_org_flow_async';
  const found = rowsOf(database, name, `SELECT flow, path, count(*) AS count FROM ${name} GROUP BY flow, path ORDER BY 3 DESC`);
  const rows = found.map((row) => [flowLink(row), textOr(textOf(row, 'path')), wholeText(numberOf(row, 'count'))]);
  return card(
    'After a commit',
    tableOr('Nothing waits: all that commits left to do is done.', 'After a commit', ['Flow', 'Path', numbers('Interviews')], rows),
  );
}

/** Interviews of screen flows that somebody paused: whoever did may go on. */
function paused({ org, user }: SetupAsked): string {
  const name = 'local_org_screen_interview';
  const found = rowsOf(
    org.database,
    name,
    `SELECT id, flow, userId, touchedAt FROM ${name} WHERE paused = 1 ORDER BY touchedAt DESC LIMIT ?`,
    mostListed,
  );
  const rows = found.map((row) => {
    const [flow, userId] = [textOf(row, 'flow'), textOf(row, 'userId')];
    return [
      flowLink(row),
      textOr(org.user(userId)?.name),
      momentText(momentOf(row, 'touchedAt') ?? 0, user.timeZone),
      userId === user.id ? link(`/flow/${flow}/${textOf(row, 'id')}`, 'Go on') : textOr(''),
    ];
  });
  return card(
    'Paused interviews',
    tableOr('Nobody has paused a screen flow.', 'Paused interviews', ['Flow', 'By', 'Paused', 'Action'], rows),
  );
}
