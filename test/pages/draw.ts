import type { Browser, BrowserContext, Page, Route } from 'playwright-core';
import { wantAll } from '../e2e/browser';
import type { Look, Misbehaviour, PageState } from './pageState';
import { NOW, type Person, type World } from './world';

/** A page as a state asks for it, and what lets held requests go. */
export interface DrawnPage {
  readonly page: Page;
  readonly close: () => Promise<void>;
}

/** Everything that the components and the shell read. */
const DATA = '**/services/data/**';

/** The browser of each person, which keeps scripts and styles from picture to picture. */
export type Browsers = (person: Person) => Promise<BrowserContext>;

/** A browser for each person, made when first asked for. */
export function browsersOf(browser: Browser): Browsers {
  const known = new Map<Person, Promise<BrowserContext>>();
  return (person) => {
    const context = known.get(person) ?? contextIn(browser);
    known.set(person, context);
    return context;
  };
}

/** A browser whose clock stands at the moment of the pictures. */
async function contextIn(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({ reducedMotion: 'reduce', locale: 'en-GB', timezoneId: 'Europe/Copenhagen' });
  await context.clock.setFixedTime(new Date(NOW));
  return context;
}

/** Opens a state's page in the browser of the person who looks. */
export async function draw(browsers: Browsers, world: World, state: PageState, width: number): Promise<DrawnPage> {
  const page = await (await browsers(state.person ?? 'admin')).newPage();
  await page.setViewportSize({ width, height: 900 });
  const release = state.org === undefined ? (): void => undefined : await misbehave(page, state.org.how, state.org.only);
  const sid = encodeURIComponent(await world.tokenOf(state.person ?? 'admin'));
  await page.goto(`${world.org.url}/secur/frontdoor.jsp?sid=${sid}&retURL=${encodeURIComponent(withLook(state.path(world), state.look))}`);
  // A picture shows the whole page, also what waits below the window.
  if (state.path(world).includes('/lightning/r/')) await wantAll(page);
  await state.act?.(page, world);
  await page.locator(state.ready).first().waitFor();
  await page.evaluate(() => document.fonts.ready);
  return {
    page,
    close: async () => {
      release();
      await page.close();
    },
  };
}

function withLook(path: string, look: Look = {}): string {
  const parameters = new URLSearchParams();
  if (look.theme !== undefined) parameters.set('theme', look.theme);
  if (look.lws === true) parameters.set('lws', '1');
  const query = parameters.toString();
  return query === '' ? path : `${path}${path.includes('?') ? '&' : '?'}${query}`;
}

/** Lets the org misbehave towards this page; returns what ends the waiting of held requests. */
async function misbehave(page: Page, how: Misbehaviour, only: string | undefined): Promise<() => void> {
  const held: (() => void)[] = [];
  const disturbed = (route: Route): boolean => {
    const request = route.request();
    return only === undefined || request.url().includes(only) || (request.postData() ?? '').includes(only);
  };
  await page.route(DATA, async (route) => {
    if (!disturbed(route)) return route.fallback();
    if (how === 'offline') return route.abort('internetdisconnected');
    if (how === 'failing')
      return route.fulfill({
        status: 503,
        json: [{ errorCode: 'SERVER_UNAVAILABLE', message: 'The server is too busy. Please try again later.' }],
      });
    await new Promise<void>((resolve) => held.push(resolve));
    return route.abort();
  });
  return () => {
    for (const release of held) release();
  };
}
