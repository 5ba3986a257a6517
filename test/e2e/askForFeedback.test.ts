import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import { startOrg, type RunningOrg } from '../support/runningOrg';
import { accessibilityProblems, artifactFolder, launchBrowser, openPage, overflowX, WIDTHS } from './browser';

const PICTURES = artifactFolder();

let org: RunningOrg;
let browser: Browser;
let accountId: string;
/** One contact for each width: who has been asked is not asked again. */
const contacts = new Map<number, string>();
let optedOut: string;

before(async () => {
  [org, browser] = await Promise.all([startOrg(), launchBrowser()]);
  await create('PulseSurvey__c', {
    Name: 'After delivery',
    Key__c: 'after-delivery',
    Program__c: 'Transactional',
    Question__c: 'How likely are you to recommend us?',
  });
  await create('PulseSurvey__c', {
    Name: 'Retired survey',
    Key__c: 'retired',
    Program__c: 'Transactional',
    Status__c: 'Retired',
    Question__c: 'Old?',
  });
  accountId = await create('Account', { Name: 'Askvig Timber' });
  for (const width of WIDTHS) {
    contacts.set(
      width,
      await create('Contact', { LastName: `Askvig ${String(width)}`, Email: `a${String(width)}@askvig.example`, AccountId: accountId }),
    );
  }
  optedOut = await create('Contact', { LastName: 'Quiet', Email: 'quiet@askvig.example', AccountId: accountId, PulseOptOut__c: 'All' });
});

after(async () => {
  await browser.close();
  await org.stop();
});

async function create(object: string, values: Record<string, string>): Promise<string> {
  const result = await org.connection.sobject(object).create(values);
  if (!result.success) throw new Error(JSON.stringify(result.errors));
  return result.id;
}

for (const width of WIDTHS) {
  test(`given a contact at ${String(width)} px, when somebody asks for feedback, then they see what would happen, ask, and get an invitation`, async () => {
    const contactId = contacts.get(width) ?? '';
    const page = await openPage(browser, org, `/lightning/r/Contact/${contactId}/view`, width);
    const dialog = await openDialog(page);
    await dialog.getByText('has not been asked yet').waitFor();
    await dialog.getByText(`Askvig ${String(width)} can be asked.`).waitFor();
    await dialog.getByText('How likely are you to recommend us?').waitFor();
    assert.equal(await invitations(contactId), 0, 'only looking must make nothing');
    await looksRight(page, `ask-1-may-${String(width)}`);

    await dialog.getByRole('button', { name: 'Ask now' }).click();
    const link = dialog.getByRole('link', { name: 'Open the invitation' });
    await link.waitFor();
    await looksRight(page, `ask-2-done-${String(width)}`);
    assert.equal(await invitations(contactId), 1);
    assert.match((await link.getAttribute('href')) ?? '', /\/\w{18}\/view$/u);

    await dialog.locator('[data-action="end"] button').click();
    await dialog.waitFor({ state: 'detached' });

    const again = await openDialog(page);
    await again.getByText('was last asked on').waitFor();
    await again.getByText('Asking is possible again from').waitFor();
    assert.equal(await again.getByRole('button', { name: 'Ask now' }).isDisabled(), true);
    await page.context().close();
  });
}

test('given an account, when an opted-out contact is chosen by keyboard, then the reason is told and nothing is made', async () => {
  const page = await openPage(browser, org, `/lightning/r/Account/${accountId}/view`, 1280);
  const dialog = await openDialog(page);
  await choose(page, 'Whom to ask', 'Quiet');
  await dialog.getByText('Quiet is not asked now: Opted out.').waitFor();
  await looksRight(page, 'ask-3-held-back');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  assert.equal(await invitations(optedOut), 0);
  assert.equal(await page.locator('button:focus').innerText(), 'Ask for feedback', 'the focus is back where it was');
  await page.context().close();
});

test('given the address of a flow, then it runs on a page of its own', async () => {
  const page = await openPage(browser, org, `/flow/Contact_Screen_AskForFeedback?recordId=${optedOut}`, 390);
  await page.getByText('Quiet has not been asked yet.').waitFor();
  await looksRight(page, 'flow-page-390');
  await page.context().close();
});

async function openDialog(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Ask for feedback' }).click();
  const dialog = page.getByRole('dialog', { name: 'Ask for feedback' });
  await dialog.waitFor();
  return dialog;
}

/** Opens a list to choose from by the keyboard, and takes one of what it offers. */
async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('dialog').getByRole('combobox', { name: label }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('option', { name: option }).click();
}

async function looksRight(page: Page, picture: string): Promise<void> {
  await page.screenshot({ path: `${PICTURES}/${picture}.png` });
  assert.equal(await overflowX(page), 0, 'the page scrolls sideways');
  assert.deepEqual(await accessibilityProblems(page), []);
}

async function invitations(contactId: string): Promise<number> {
  const result = await org.connection.query(`SELECT Id FROM PulseInvitation__c WHERE Contact__c = '${contactId}'`);
  return result.totalSize;
}
