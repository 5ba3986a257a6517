import LiveWall from 'c/liveWall';
import { clearPage, find, findAll, settled, show, statesOf, textOf } from 'jest-mocks/page';
import { graphqlWire, objectInfoWire } from 'jest-mocks/wires';
import { UNLINKED_QUERY } from '../wallQuery';

type Properties = Partial<Record<'showAccounts' | 'showContacts' | 'showOwners' | 'showComments', boolean>>;

describe('c-live-wall', () => {
  afterEach(clearPage);

  it('shows that it loads', async () => {
    const wall = await showWall();
    expect(frameState(wall)).toBe('loading');
    await expect(wall).toBeAccessible();
  });

  it('asks for no name and no word unless they are allowed', async () => {
    await showWall();
    expect(wallQuery()).not.toMatch(/Comment__c|Account__r|Contact__r|Owner/);
    expect(wallQuery()).toContain('RespondedAt__c: { eq: { literal: TODAY } }');
    clearPage();
    await showWall({ showAccounts: true, showContacts: true, showOwners: true, showComments: true });
    expect(wallQuery()).toMatch(/comment: Comment__c @optional/);
    expect(wallQuery()).toMatch(/Account__r @optional[\s\S]*Contact__r @optional[\s\S]*Owner @optional/);
  });

  it('gives every custom field an alias', async () => {
    await showWall({ showAccounts: true, showContacts: true, showOwners: true, showComments: true });
    const selected = wallQuery().replace(/\((?:[^()]|\([^()]*\))*\)/g, '');
    for (const name of selected.match(/(\w+: )?\b\w+__[cr]\b/g) ?? []) expect(name).toMatch(/^\w+: /);
  });

  it('shows the figures of the day, each with its basis', async () => {
    const wall = await showWall();
    await give(data());
    const figures = childOf(wall, 'c-wall-figures');
    expect(findAll(figures, '.figure').map(textOf)).toEqual([
      'Answers today 4 Yesterday 7',
      'Average rating today 6.5 4 rated answers',
      expect.stringMatching(/^NPS, last 90 days \+25 ± \d+ from 40 relational answers$/),
      'Open follow-ups 5 2 overdue',
    ]);
    expect(find(figures, '[role="img"]').getAttribute('aria-label')).toBe('Today: promoters 2, passives 1, detractors 1');
    await expect(wall).toBeAccessible();
  });

  it('shows no figure where there is none: missing is not 0', async () => {
    const wall = await showWall();
    await give(data({ today: { rated: null, promoters: null, detractors: null, rating: null, count: 0 }, relational: [0, 0, 0] }));
    const figures = childOf(wall, 'c-wall-figures');
    expect(textOf(find(figures, '[data-figure="mean"]'))).toBe('Average rating today – No figure yet 0 rated answers');
    expect(textOf(find(figures, '[data-figure="nps"]'))).toContain('No figure yet');
    expect(findAll(figures, '[role="img"]')).toHaveLength(0);
  });

  it('marks answers that are new, and says how many; the first ones are not', async () => {
    const wall = await showWall();
    await give(data());
    expect(newAnswers(wall)).toEqual([]);
    await give(data({ feed: ['r3', 'r1', 'r2'] }));
    expect(newAnswers(wall)).toEqual(['r3']);
    expect(textOf(find(childOf(wall, 'c-wall-feed'), '[role="status"]'))).toBe('1 new answer');
    await give(data({ feed: ['r3', 'r1', 'r2'] }));
    expect(newAnswers(wall)).toEqual([]);
  });

  it('shows who waits too long, and who is nobody’s', async () => {
    const wall = await showWall();
    await give(data({ radarCount: 9 }));
    graphqlWire.emit({ data: { uiapi: { aggregate: { unlinked: { edges: [], totalCount: 2 } } } } }, isUnlinked);
    await settled();
    const radar = textOf(find(childOf(wall, 'c-wall-radar'), 'section'));
    expect(radar).toContain('Nobody has taken it');
    expect(radar).toMatch(/Was due [\d,]+ days ago/);
    expect(radar).toContain('and 8 more');
    expect(radar).toContain('2 unhappy answers of unknown customers');
  });

  it('says that all is clear', async () => {
    const wall = await showWall();
    await give(data({ radar: false, radarCount: 0 }));
    expect(textOf(find(childOf(wall, 'c-wall-radar'), '[data-list="clear"]'))).toContain('All clear');
    await expect(wall).toBeAccessible();
  });

  it('keeps its figures when the connection is lost, and says from when they are', async () => {
    const wall = await showWall();
    await give(data());
    expect(textOf(find(wall, '[data-figure="updated"]'))).toMatch(/^Updated /);
    for (let times = 0; times < 2; times++) graphqlWire.emit({ errors: [{ message: 'Away' }] }, isWall);
    await settled();
    expect(frameState(wall)).toBe('ready');
    expect(textOf(find(wall, '[data-figure="lost"]'))).toMatch(/^No connection\. The figures are from .* Trying again in/);
    await expect(wall).toBeAccessible();

    await give(data());
    expect(findAll(wall, '[data-figure="lost"]')).toHaveLength(0);
  });

  it('says what went wrong when the first reading fails, and that one may not see it', async () => {
    const wall = await showWall();
    graphqlWire.emit({ errors: [{ message: 'The org is busy.' }] }, isWall);
    await settled();
    expect(frameState(wall)).toBe('error');
    objectInfoWire.error([{ errorCode: 'INSUFFICIENT_ACCESS', message: 'No' }], 403);
    await settled();
    expect(frameState(wall)).toBe('noAccess');
  });

  it('says so where the browser allows no full screen', async () => {
    const wall = await showWall();
    await give(data());
    find(wall, '.wall').requestFullscreen = () => Promise.reject(new TypeError('not allowed'));
    find(wall, '[data-action="full-screen"]').click();
    await settled();
    expect(textOf(find(wall, '[data-figure="notice"]'))).toContain('Press F11');
  });
});

interface Given {
  readonly today?: { rated: number | null; promoters: number | null; detractors: number | null; rating: number | null; count: number };
  readonly relational?: readonly [rated: number, promoters: number, detractors: number];
  readonly feed?: readonly string[];
  readonly radar?: boolean;
  readonly radarCount?: number;
}

function data({ today, relational = [40, 20, 10], feed = ['r1', 'r2'], radar = true, radarCount = 1 }: Given = {}): unknown {
  const day = today ?? { rated: 4, promoters: 2, detractors: 1, rating: 26, count: 4 };
  const sums = (rated: number | null, promoters: number | null, detractors: number | null) => ({
    rated: { sum: { value: rated } },
    promoters: { sum: { value: promoters } },
    detractors: { sum: { value: detractors } },
  });
  const group = (aggregate: unknown, totalCount: number) => ({ edges: [{ node: { aggregate } }], totalCount });
  const trouble = {
    Id: 'f1',
    rating: { value: 3 },
    dueAt: { value: '2022-10-01T00:00:00Z' },
    overdue: { value: true },
    inQueue: { value: true },
  };
  return {
    uiapi: {
      aggregate: {
        today: group({ ...sums(day.rated, day.promoters, day.detractors), rating: { sum: { value: day.rating } } }, day.count),
        yesterday: group({}, 7),
        relational: group(sums(...relational), relational[0]),
        open: group({}, 5),
        overdue: group({}, 2),
      },
      query: {
        feed: { edges: feed.map((Id) => ({ node: { Id, rating: { value: 9 }, respondedAt: { value: '2026-03-12T08:00:00Z' } } })) },
        radar: { edges: radar ? [{ node: trouble }] : [], totalCount: radarCount },
      },
    },
  };
}

async function showWall(properties: Properties = {}): Promise<HTMLElement> {
  const wall = show('c-live-wall', LiveWall, properties);
  await settled();
  return wall;
}

async function give(result: unknown): Promise<void> {
  graphqlWire.emit({ data: result }, isWall);
  await settled();
}

function isWall({ query = '' }: { query?: string }): boolean {
  return query.includes('query liveWall ');
}

function isUnlinked({ query = '' }: { query?: string }): boolean {
  return query.includes('query liveWallUnlinked ');
}

/** The wall's query is the first of the two wires; a result goes to it alone, so its text is caught there. */
function wallQuery(): string {
  let text = '';
  graphqlWire.emit({}, (config) => {
    if (isWall(config)) text = config.query ?? '';
    return false;
  });
  return text;
}

function frameState(wall: HTMLElement): string | undefined {
  return statesOf(childOf(wall, 'c-card-frame'))[0];
}

function childOf(host: HTMLElement, tag: string): HTMLElement {
  return find(host, tag);
}

function newAnswers(wall: HTMLElement): (string | undefined)[] {
  return findAll(childOf(wall, 'c-wall-feed'), '.new').map((row) => row.dataset['answer']);
}

describe('unhappy answers of unknown customers', () => {
  it('are asked for without fields of contacts, which the user of the wall does not see', () => {
    expect(UNLINKED_QUERY).not.toContain('Contact__c');
    expect(UNLINKED_QUERY).toContain('Account__c: { eq: null }');
  });
});
