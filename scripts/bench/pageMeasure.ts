import { chromium } from 'playwright-core';
import { ensureChromium } from '../chromium';
import { needed } from '../orgConnection';
import { CHROMIUM_FLAGS } from '../chromium/flags';
import { benchAnswers } from './answers';
import { createAll, withBenchOrg } from './benchOrg';
import type { Figure } from './figures';
import { createPulses, responseRecords } from './responses';

const ANSWERS = 1000;
const VISITS = 7;

/** From navigation to a drawn gauge, on an account page, in a browser that has visited it before. */
export async function measurePage(): Promise<readonly Figure[]> {
  const times = await withBenchOrg(async (org) => {
    await createAll(org.connection, 'PulseResponse__c', responseRecords(org, await createPulses(org), benchAnswers(ANSWERS, Date.now())));
    const browser = await chromium.launch({ executablePath: ensureChromium(console.error), args: [...CHROMIUM_FLAGS] });
    try {
      const page = await browser.newPage();
      const path = `/lightning/r/Account/${String(org.accountIds[0])}/view`;
      await page.goto(
        `${org.url}/secur/frontdoor.jsp?sid=${encodeURIComponent(needed(org.env, 'SALESFORCE_ACCESS_TOKEN'))}&retURL=${encodeURIComponent(path)}`,
      );
      const visits: number[] = [];
      for (let visit = 0; visit < VISITS; visit += 1) {
        const startedAt = performance.now();
        await page.goto(`${org.url}${path}`, { waitUntil: 'commit' });
        await page.locator('c-customer-pulse svg[role="img"]').first().waitFor({ state: 'visible' });
        visits.push(performance.now() - startedAt);
      }
      return visits.sort((a, b) => a - b);
    } finally {
      await browser.close();
    }
  });
  const note = `${String(VISITS)} visits, warm browser cache; slowest ${String(Math.round(times.at(-1) ?? 0))} ms`;
  return [
    { measure: 'account page: navigation to gauge drawn, median', value: times[Math.floor(times.length / 2)] ?? 0, unit: 'ms', note },
  ];
}
