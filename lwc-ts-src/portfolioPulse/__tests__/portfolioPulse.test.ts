import PortfolioPulse from 'c/portfolioPulse';
import type { CustomerNode } from 'c/portfolioRisk';
import { createRecord } from 'lightning/uiRecordApi';
import { clearPage, find, findAll, settled, show, statesOf, textOf } from 'jest-mocks/page';
import { errorBody, graphqlWire, objectInfoWire } from 'jest-mocks/wires';

const ME = '005000000000000000';
const create = jest.mocked(createRecord);

describe('c-portfolio-pulse', () => {
  afterEach(() => {
    clearPage();
    jest.clearAllMocks();
  });

  it('shows that it loads, and asks for the accounts and open follow-ups of the user', async () => {
    const portfolio = await showPortfolio();
    expect(stateOf(portfolio)).toBe('loading');
    const customers = configOf('portfolioCustomers');
    expect(customers?.query).toContain('where: { OwnerId: { eq: $me } }');
    expect(customers?.variables).toEqual({ me: expect.any(String) as string, after: null });
    expect(configOf('portfolioFollowUps')?.query).toContain('Account__r: { OwnerId: { eq: $me } }');
    await expect(portfolio).toBeAccessible();
  });

  it('puts those at risk first, each with its reasons', async () => {
    const portfolio = await showPortfolio();
    await giveBoth([node('001', 9.5), node('002', 5), node('003', 8)]);
    expect(stateOf(portfolio)).toBe('ready');
    expect(rowsOf(portfolio).map((row) => textOf(find(row, 'h3')))).toEqual(['Customer 002', 'Customer 003', 'Customer 001']);
    expect(textOf(find(rowsOf(portfolio)[0] ?? portfolio, '.why'))).toBe('4.0 below the target of 9.0');
    expect(findAll(listOf(portfolio), '.count').map(textOf)).toEqual(['3', '1', '1', '1']);
    await expect(portfolio).toBeAccessible();
  });

  it('reads on past the first page, and says so until all are there', async () => {
    const portfolio = await showPortfolio();
    await giveFollowUps([]);
    await giveCustomers([node('001', 5)], 2, 'next');
    expect(textOf(find(portfolio, '[data-figure="note"]'))).toBe('1 of 2 customers read. The order may still change.');
    expect(configOf('portfolioCustomers')?.variables).toMatchObject({ after: 'next' });

    await giveCustomers([node('002', 3)], 2);
    expect(rowsOf(portfolio).map((row) => textOf(find(row, 'h3')))).toEqual(['Customer 002', 'Customer 001']);
    expect(findAll(portfolio, '[data-figure="note"]')).toHaveLength(0);
  });

  it('asks nothing again because something came', async () => {
    const portfolio = await showPortfolio();
    const asked = [configOf('portfolioCustomers'), configOf('portfolioFollowUps')];
    await giveBoth([node('001', 5)]);
    await giveBoth([node('001', 6)]);
    expect(rowsOf(portfolio)).toHaveLength(1);
    expect(configOf('portfolioCustomers')).toBe(asked[0]);
    expect(configOf('portfolioFollowUps')).toBe(asked[1]);
  });

  it('shows customers though follow-ups cannot be read, and says that', async () => {
    const portfolio = await showPortfolio();
    await giveCustomers([node('001', 5)]);
    expect(stateOf(portfolio)).toBe('loading');
    graphqlWire.emit({ errors: [{ message: 'Away' }] }, isQuery('portfolioFollowUps'));
    await settled();
    expect(stateOf(portfolio)).toBe('ready');
    expect(textOf(find(portfolio, '[data-figure="note"]'))).toContain('Follow-ups could not be read');
  });

  it('offers the people who report to the user, and shows whose customers are chosen', async () => {
    const portfolio = await showPortfolio();
    givePeople('005boss', [{ Id: '005ann', Name: { value: 'Ann' } }]);
    await giveBoth([node('001', 5)]);
    expect(optionsOf(portfolio)).toEqual(['Mine', "My team's", 'Ann', "Everybody's"]);

    await choose(portfolio, 'team');
    expect(configOf('portfolioCustomers')?.query).toContain('Owner: { ManagerId: { eq: $me } }');
    expect(rowsOf(portfolio)).toHaveLength(1);
    await choose(portfolio, '005ann');
    expect(configOf('portfolioCustomers')?.variables).toEqual({ person: '005ann', after: null });
    await choose(portfolio, 'everybody');
    expect(configOf('portfolioCustomers')?.query).not.toContain('where:');
    await giveBoth([node('002', 5)]);
    expect(rowsOf(portfolio).map((row) => textOf(find(row, 'h3')))).toEqual(['Customer 002']);
  });

  it('takes colleagues for the team of somebody to whom nobody reports', async () => {
    const portfolio = await showPortfolio();
    givePeople('005boss', []);
    await settled();
    expect(configOf('portfolioColleagues')?.variables).toEqual({ manager: '005boss' });
    const colleagues = { edges: [{ node: { Id: '005bo', Name: { value: 'Bo' } } }] };
    graphqlWire.emit({ data: { uiapi: { query: { colleagues } } } }, isQuery('portfolioColleagues'));
    await giveBoth([node('001', 5)]);
    expect(optionsOf(portfolio)).toContain('Bo');
    await choose(portfolio, 'team');
    expect(configOf('portfolioCustomers')?.variables).toEqual({ manager: '005boss', after: null });
  });

  it('says when the user owns no accounts, and keeps the picker', async () => {
    const portfolio = await showPortfolio();
    await giveBoth([]);
    expect(textOf(find(portfolio, '[data-list="empty"]'))).toContain('You own no accounts');
    expect(optionsOf(portfolio)).toContain("Everybody's");
    await expect(portfolio).toBeAccessible();
  });

  it('says that pulses are closed to the user', async () => {
    const portfolio = await showPortfolio();
    await giveBoth([{ Id: '001', Name: { value: 'Customer' } }]);
    expect(stateOf(portfolio)).toBe('noAccess');
  });

  it('shows what went wrong, tries again, and knows no access from an error', async () => {
    const portfolio = await showPortfolio();
    const refresh = jest.fn(() => Promise.resolve());
    graphqlWire.emit({ errors: [{ message: 'The org is busy.' }], refresh }, isQuery('portfolioCustomers'));
    await settled();
    expect(stateOf(portfolio)).toBe('error');
    find(portfolio, 'c-card-frame').dispatchEvent(new CustomEvent('retry'));
    await settled();
    expect(refresh).toHaveBeenCalledTimes(1);

    graphqlWire.emit({ errors: [{ message: 'Unknown field' }] }, isQuery('portfolioCustomers'));
    await settled();
    objectInfoWire.error(errorBody('No', 'INSUFFICIENT_ACCESS'), 403);
    await settled();
    expect(stateOf(portfolio)).toBe('noAccess');
  });

  it('starts a follow-up once, keeps the order, and puts the focus on it', async () => {
    const portfolio = await showPortfolio();
    allowActions();
    await giveBoth([node('001', 5), node('002', 4)]);
    create.mockResolvedValue({
      apiName: 'PulseFollowUp__c',
      id: 'a05f',
      fields: { Name: { value: 'FU-7', displayValue: null } },
    });
    const toasts: unknown[] = [];
    portfolio.addEventListener('lightning__showtoast', (event) => toasts.push((event as CustomEvent).detail));
    const row = rowsOf(portfolio)[1] ?? portfolio;
    find(row, '[data-action="start"]').click();
    find(row, '[data-action="start"]').click();
    await settled();
    expect(create.mock.calls).toEqual([[{ apiName: 'PulseFollowUp__c', fields: { Account__c: '001', AccountPulse__c: 'p001' } }]]);
    expect(rowsOf(portfolio).map((one) => textOf(find(one, 'h3')))).toEqual(['Customer 002', 'Customer 001']);
    expect(find(row, '[data-link="follow-up"]')).toBe(row.shadowRoot?.activeElement);
    expect(toasts).toMatchObject([{ title: 'Follow-up FU-7 is started' }]);
  });

  it('says why no follow-up could be started', async () => {
    const portfolio = await showPortfolio();
    allowActions();
    await giveBoth([node('001', 5)]);
    create.mockRejectedValue({ body: { message: 'Choose a customer.' } });
    const toasts: unknown[] = [];
    portfolio.addEventListener('lightning__showtoast', (event) => toasts.push((event as CustomEvent).detail));
    find(rowsOf(portfolio)[0] ?? portfolio, '[data-action="start"]').click();
    await settled();
    expect(toasts).toMatchObject([{ variant: 'error', message: 'Choose a customer.' }]);
  });

  it('offers no action to somebody who may only read', async () => {
    const portfolio = await showPortfolio();
    await giveBoth([node('001', 5)]);
    expect(findAll(rowsOf(portfolio)[0] ?? portfolio, 'button')).toHaveLength(0);
  });

  it('refreshes both lists past the cache', async () => {
    const portfolio = await showPortfolio();
    const refresh = jest.fn(() => Promise.resolve());
    await giveBoth([node('001', 5)], refresh);
    find(portfolio, '[data-action="refresh"]').click();
    await settled();
    expect(refresh).toHaveBeenCalledTimes(2);
    expect(find(portfolio, 'c-card-frame')).toMatchObject({ busy: true });
  });
});

async function showPortfolio(): Promise<HTMLElement> {
  const portfolio = show('c-portfolio-pulse', PortfolioPulse, {});
  await settled();
  return portfolio;
}

function node(id: string, score: number): CustomerNode {
  const pulse = { Id: `p${id}`, score: { value: score }, ratingCount: { value: 20 }, lastResponseAt: { value: new Date().toISOString() } };
  return { Id: id, Name: { value: `Customer ${id}` }, pulse };
}

function isQuery(name: string): (config: { query?: string }) => boolean {
  return ({ query = '' }) => query.startsWith(`query ${name}(`);
}

async function giveCustomers(nodes: readonly CustomerNode[], totalCount = nodes.length, endCursor?: string, refresh?: () => Promise<void>) {
  const pageInfo = { hasNextPage: endCursor !== undefined, endCursor: endCursor ?? null };
  const customers = { edges: nodes.map((one) => ({ node: one })), totalCount, pageInfo };
  graphqlWire.emit({ data: { uiapi: { query: { customers } } }, ...(refresh ? { refresh } : {}) }, isQuery('portfolioCustomers'));
  await settled();
}

async function giveFollowUps(nodes: readonly unknown[], refresh?: () => Promise<void>): Promise<void> {
  const followUps = { edges: nodes.map((one) => ({ node: one })) };
  graphqlWire.emit({ data: { uiapi: { query: { followUps } } }, ...(refresh ? { refresh } : {}) }, isQuery('portfolioFollowUps'));
  await settled();
}

async function giveBoth(nodes: readonly CustomerNode[], refresh?: () => Promise<void>): Promise<void> {
  await giveFollowUps([], refresh);
  await giveCustomers(nodes, nodes.length, undefined, refresh);
}

function givePeople(managerId: string, reports: readonly unknown[]): void {
  const me = { edges: [{ node: { Id: ME, manager: { value: managerId } } }] };
  const data = { uiapi: { query: { me, reports: { edges: reports.map((one) => ({ node: one })) } } } };
  graphqlWire.emit({ data }, isQuery('portfolioPeople'));
}

function allowActions(): void {
  objectInfoWire.emit({ apiName: 'PulseFollowUp__c', createable: true, updateable: true, defaultRecordTypeId: null, fields: {} });
}

/** What a wire was last asked with, by the name of its query. */
function configOf(name: string): { query?: string; variables?: unknown } | undefined {
  let found: { query?: string; variables?: unknown } | undefined;
  graphqlWire.emit({}, (config) => {
    if (isQuery(name)(config)) found = config;
    return false;
  });
  return found;
}

function stateOf(portfolio: HTMLElement): string | undefined {
  return statesOf(find(portfolio, 'c-card-frame'))[0];
}

function listOf(portfolio: HTMLElement): HTMLElement {
  return find(portfolio, 'c-portfolio-list');
}

function rowsOf(portfolio: HTMLElement): HTMLElement[] {
  return findAll(listOf(portfolio), 'c-portfolio-row');
}

function optionsOf(portfolio: HTMLElement): string[] {
  return (Reflect.get(find(portfolio, '[data-filter="whose"]'), 'options') as { label: string }[]).map(({ label }) => label);
}

async function choose(portfolio: HTMLElement, value: string): Promise<void> {
  find(portfolio, '[data-filter="whose"]').dispatchEvent(new CustomEvent('change', { detail: { value } }));
  await settled();
}
