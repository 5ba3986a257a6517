import { join } from 'node:path';
import { untilAsyncWorkIsDone } from '../../orgConnection';
import type { FirstRun } from '../firstData';
import { proveFigures, runQuietly } from '../service';
import { askTheSpared, askToday } from './ask';
import { expectNews, loadCustomers, type Customers } from './customers';
import { noteProgress, openDemoFolder, type DemoFolder } from './demoFolder';
import { recallFollowUps, resolveOpen, workOnSome } from './followUps';
import { installedAt, stretches, type Stretch } from './life';
import { liveUntil, sleepUntil } from './orgClock';
import { bringInvitations } from './pastInvitations';
import { recordAnswers } from './recordAnswers';
import { reviewAnswers } from './reviews';
import { answersOf, invitationsOf, writeAnswers } from './stretchAnswers';

/**
 * Puts the demo's customers into the org and lets it live: the org's clock begins some months ago, each month's answers
 * come in at its end, and its night takes the snapshot. Cut short, it goes on where it stopped.
 */
export async function loadDemo(run: FirstRun): Promise<void> {
  const { connection, say } = run;
  const folder = openDemoFolder(join(run.options.dataFolder, 'demo'));
  const { now, done } = folder.progress;
  if (done === 0) await sleepUntil(connection, installedAt(now));
  const customers = await loadCustomers(connection, folder.path);
  say(`Loading the demo: ${String(customers.accounts)} invented accounts, ${String(customers.contacts.size)} contacts and their answers.`);
  for (const [index, stretch] of stretches(now).entries()) {
    if (index < done) continue;
    await live(run, folder, customers, stretch);
    noteProgress(folder.path, { now, done: index + 1 });
  }
  await recordAnswers(connection, customers);
  await askToday(connection, customers.mayBeAsked);
  await reviewAnswers(connection);
  say('Waiting for the flows: follow-ups, tasks, links to the pulse.');
  await untilAsyncWorkIsDone(connection);
  say('Proving the figures.');
  await proveFigures(run);
}

async function live(run: FirstRun, folder: DemoFolder, customers: Customers, stretch: Stretch): Promise<void> {
  const { connection, say } = run;
  const { progress, path } = folder;
  if (stretch.kind === 'month' || stretch.kind === 'news') await sleepUntil(connection, stretch.to);
  if (stretch.kind === 'news') await expectNews(connection, customers);
  if (stretch.kind === 'now') await liveUntil(connection, new Date());
  const answers = answersOf(stretch, folder.answers, progress.now);
  const sent = invitationsOf(stretch, folder.invitations);
  const ids = await bringInvitations(connection, sent, folder.invitations, customers);
  const file = join(path, `answers-until-${stretch.to.toISOString().slice(0, 10)}.csv`);
  writeAnswers(file, answers, folder.invitations, ids);
  await runQuietly(run, ['import', file]);
  await untilAsyncWorkIsDone(connection);
  await recallFollowUps(connection, stretch, progress.now);
  say(`  ${titleOf(stretch)}: ${String(answers.length)} answers, ${String(sent.length)} invitations`);
  if (stretch.kind === 'news' || stretch.kind === 'now') await workOnSome(connection, stretch.kind === 'now' ? new Date() : stretch.to);
  if (stretch.morning === undefined) return;
  await askTheSpared(connection, customers.mayBeAsked, stretch.to, stretch.to.getUTCMonth());
  await liveUntil(connection, stretch.morning);
  await resolveOpen(connection, stretch.morning);
}

function titleOf({ kind, to }: Stretch): string {
  if (kind === 'now') return 'The last days';
  const month = to.toLocaleDateString('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return kind === 'before' ? `Up to ${month}` : kind === 'news' ? `${month}, so far` : month;
}
