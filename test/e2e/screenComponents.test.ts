import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { runJson, salesforceCli } from '../../scripts/salesforceCli';
import { startOrg, type RunningOrg } from '../support/runningOrg';
import { accessibilityProblems, launchBrowser, openPage } from './browser';
import { writeScreenParts } from './screenParts';

let org: RunningOrg;
let browser: Browser;
let contactId: string;

before(async () => {
  [org, browser] = await Promise.all([startOrg(), launchBrowser()]);
  const parts = writeScreenParts(join(org.folder, 'parts'));
  const deployed = await runJson(salesforceCli({ home: join(org.folder, 'cli') }), [
    ...['project', 'deploy', 'start', '--source-dir', parts],
    ...['--target-org', 'pulse'],
  ]);
  if (deployed.status !== 0) throw new Error(JSON.stringify(deployed));
  const created = await org.connection.sobject('Contact').create({ LastName: 'Stern' });
  contactId = created.id ?? '';
});

after(async () => {
  await browser.close();
  await org.stop();
});

async function contactPage(): Promise<Page> {
  return openPage(browser, org, `/lightning/r/Contact/${contactId}/view`, 1280);
}

test('given a component on a screen, inside a component that hosts the flow, then both hear each other and the flow', async () => {
  const page = await contactPage();
  await page.getByRole('button', { name: 'Host a flow' }).click();
  const dialog = page.getByRole('dialog', { name: 'Host a flow' });
  await dialog.getByText('How many?').waitFor();
  await dialog.getByRole('button', { name: 'Next' }).click();
  await dialog.getByText('Pick a star.').waitFor();
  await dialog.getByRole('button', { name: '2 stars' }).click();
  await dialog.getByText('Picked: 2').waitFor();
  await dialog.getByText('Two it is').waitFor();
  await dialog.getByRole('button', { name: 'Go on' }).click();
  await dialog.getByText(`You gave 2 of ${contactId}`).waitFor();
  await dialog.getByRole('button', { name: 'Finish' }).click();
  await dialog.getByText('FINISHED_SCREEN stars=2').waitFor();
  assert.deepEqual(await accessibilityProblems(page), []);
  await dialog.getByRole('button', { name: 'Enough' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.context().close();
});

test('given an action that is not seen, then it does its work, and the page shows it', async () => {
  const page = await contactPage();
  await page.getByRole('button', { name: 'Touch it' }).click();
  await page.getByText('Touched', { exact: true }).first().waitFor();
  assert.equal((await org.connection.sobject('Contact').retrieve(contactId))['Title'], 'Touched');
  await page.context().close();
});
