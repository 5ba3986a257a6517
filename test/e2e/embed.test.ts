import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Frame, Page } from 'playwright-core';
import { needed } from '../../scripts/orgConnection';
import { startOrg, type RunningOrg } from '../support/runningOrg';
import { accessibilityProblems, artifactFolder, launchBrowser, openAddress, openPage } from './browser';
import { makeCustomers, type Customers } from './customers';
import { startHostPage, type HostPage } from './hostPage';

let org: RunningOrg;
let browser: Browser;
let customers: Customers;

before(async () => {
  [org, browser] = await Promise.all([startOrg(), launchBrowser()]);
  customers = await makeCustomers(org);
});

after(async () => {
  await browser.close();
  await org.stop();
});

/** An administrator writes the hosts into Setup, by keyboard. */
async function allow(...origins: readonly string[]): Promise<void> {
  const page = await openPage(browser, org, '/lightning/setup/LightningOut/home', 1280);
  await page.getByLabel('Pages that may show components').fill(origins.join('\n'));
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('status').filter({ hasText: 'Saved.' }).waitFor();
  await page.context().close();
}

async function happened(page: Page, what: string): Promise<void> {
  await page.waitForFunction((wanted) => (Reflect.get(window, 'happened') as string[]).some((one) => one.startsWith(wanted)), what);
}

function pulse(): string {
  return `<c-customer-pulse record-id="${customers.falling.accountId}" object-api-name="Account" title="Customer pulse"></c-customer-pulse>`;
}

/** The frame in which a component of the org is drawn. */
function frameOf(page: Page): Frame {
  const frame = page.frames().find((candidate) => candidate.url().startsWith(`${org.url}/lightning/out/component`));
  assert.ok(frame, 'there is no frame of the org');
  return frame;
}

async function withHost(body: string, work: (host: HostPage) => Promise<void>): Promise<void> {
  const host = await startHostPage(org, 'c-customer-pulse', body);
  try {
    await work(host);
  } finally {
    await host.stop();
  }
}

test('given a page of another site that was named, then it shows the component with the user’s data, as high as it is', async () => {
  await withHost(pulse(), async ({ origin }) => {
    await allow('https://desk.example.com', origin);
    for (const width of [1280, 390]) {
      const page = await openAddress(browser, origin, width);
      await happened(page, 'lo.component.ready');
      const frame = frameOf(page);
      await frame.locator('c-customer-pulse [data-state="score"]').waitFor();
      // The frame follows its content: nothing is cut off, and it has no scroll bar of its own.
      await frame.waitForFunction(() => document.documentElement.scrollHeight <= window.innerHeight);
      await page.screenshot({ path: `${artifactFolder()}/embed-${String(width)}.png`, fullPage: true });
      assert.deepEqual(await accessibilityProblems(page), []);
      await page.context().close();
    }
  });
});

test('given another record in the attribute, then the component shows that one', async () => {
  await withHost(pulse(), async ({ origin }) => {
    await allow(origin);
    const page = await openAddress(browser, origin, 1280);
    await happened(page, 'lo.component.ready');
    await frameOf(page).locator('c-customer-pulse [data-state="score"]').waitFor();
    await page.locator('c-customer-pulse').evaluate((element, id) => element.setAttribute('record-id', id), customers.silent.accountId);
    await frameOf(page).locator('c-customer-pulse [data-state="score"]').waitFor({ state: 'detached' });
    await page.context().close();
  });
});

test('given events, then they cross in both directions, and messages of strangers do nothing', async () => {
  await withHost(pulse(), async ({ origin }) => {
    await allow(origin);
    const page = await openAddress(browser, origin, 1280);
    await happened(page, 'lo.component.ready');
    await page.locator('c-customer-pulse').evaluate((element) => {
      element.addEventListener('probe', (event) => {
        (Reflect.get(window, 'happened') as string[]).push(`probe ${JSON.stringify((event as CustomEvent).detail)}`);
      });
      element.dispatchEvent(new CustomEvent('probe', { detail: { answer: 42 } }));
    });
    await happened(page, 'probe {"answer":42}');
    await page.evaluate(() => window.postMessage({ lightningOut: 'failed', error: 'forged' }, '*'));
    await page.evaluate(() => window.postMessage({ lightningOut: 'session', error: 'forged' }, '*'));
    const noted = await page.evaluate(() => Reflect.get(window, 'happened') as string[]);
    assert.ok(!noted.some((one) => one.includes('forged')), noted.join());
    await page.context().close();
  });
});

test('given a page that nobody named, then the browser refuses to frame the org', async () => {
  await withHost(pulse(), async ({ origin }) => {
    await allow('https://desk.example.com');
    const page = await openAddress(browser, origin, 1280);
    const refused = page.waitForEvent('console', (message) => message.text().includes('frame-ancestors'));
    await page.reload();
    await refused;
    assert.equal(await page.locator('c-customer-pulse').evaluate((element) => element.shadowRoot), null);
    await page.context().close();
  });
});

test('given components inside Lightning Web Security, then other sites’ pages show them as well', async () => {
  await withHost(pulse(), async ({ origin }) => {
    await allow(origin);
    const setup = await openPage(browser, org, '/lightning/setup/SecuritySession/home', 1280);
    await setup.getByLabel('Run components inside Lightning Web Security').focus();
    await setup.keyboard.press('Space');
    await setup.getByRole('button', { name: 'Save' }).click();
    await setup.getByRole('status').filter({ hasText: 'Saved.' }).waitFor();
    // The org builds for the sandbox when somebody first asks, which takes longer than a browser waits on a busy machine.
    await fetch(`${org.url}/lightning/page/home`, {
      headers: { cookie: `sid=${encodeURIComponent(needed(org.env, 'SALESFORCE_ACCESS_TOKEN'))}` },
    });
    const page = await openAddress(browser, origin, 1280);
    await happened(page, 'lo.component.ready');
    await frameOf(page).locator('c-customer-pulse [data-state="score"]').waitFor();
    assert.equal(
      await frameOf(page).evaluate(() => performance.getEntriesByType('resource').some(({ name }) => name.includes('/lws/inside-'))),
      true,
    );
    await page.context().close();
    await setup.context().close();
  });
});
