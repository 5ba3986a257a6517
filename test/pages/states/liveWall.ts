import type { PageState } from '../pageState';

const path = (): string => '/lightning/n/PulseWall';
const element = 'c-live-wall';
const ready = 'c-wall-feed ol';

/** The screen on the wall. */
export const states: readonly PageState[] = [
  { name: 'live-wall', person: 'manager', path, ready, element, widths: [390, 768, 1280, 1920] },
  {
    name: 'live-wall-full-screen',
    person: 'viewer',
    path,
    ready: '.wall.full c-wall-feed ol',
    widths: [1920],
    act: async (page) => {
      await page.locator('[data-action="full-screen"] button').click();
    },
  },
  { name: 'live-wall-slds-2', person: 'manager', path, ready, element, look: { theme: 'slds2' }, widths: [1280] },
  { name: 'live-wall-german', person: 'german', path, ready, element, look: { lws: true }, widths: [390] },
  {
    name: 'live-wall-connection-lost',
    person: 'manager',
    path,
    ready: '[data-figure="lost"]',
    element,
    act: async (page) => {
      await page.locator(ready).waitFor();
      await page.route('**/services/data/**', (route) => route.abort('internetdisconnected'));
      await page.evaluate(() => {
        Object.defineProperty(navigator, 'onLine', { value: false });
        window.dispatchEvent(new Event('offline'));
      });
    },
  },
  {
    name: 'live-wall-error',
    person: 'manager',
    path,
    ready: '[data-state="error"]',
    element,
    widths: [1280],
    org: { how: 'failing', only: 'query liveWall ' },
  },
  { name: 'live-wall-no-access', person: 'stranger', path, ready: '[data-state="noAccess"]', element, widths: [1280] },
];
