import FeedbackPanel from 'c/feedbackPanel';
import { answer } from 'jest-mocks/answers';
import { clearPage, find, findAll, settled, show, statesOf, textOf } from 'jest-mocks/page';
import { field } from 'jest-mocks/pulseRecords';
import { errorBody, graphqlWire, objectInfoWire, recordWire } from 'jest-mocks/wires';
import { addressOf } from '../subject';

type Properties = Partial<{ recordId: string; email: string; opensNewTab: boolean }>;

describe('c-feedback-panel', () => {
  afterEach(clearPage);

  it('shows a contact: pulse, open follow-ups, last answers', async () => {
    const panel = await showPanel({ recordId: '003000000000001AAA' });
    expect(stateOf(panel)).toBe('loading');
    expect(config()).toMatchObject({ variables: { value: '003000000000001AAA' } });
    expect(config()?.query).toContain('customers: Contact(first: 10, where: { Id: { eq: $value } })');
    await give();
    expect(stateOf(panel)).toBe('ready');
    expect(textOf(find(panel, '.name'))).toContain('Ravnsborg');
    expect(find(panel, 'c-pulse-badge')).toMatchObject({ score: 7.7, band: 'Yellow', ratingCount: 30 });
    expect(textOf(find(panel, '[data-follow-up]'))).toMatch(/^FU-1 Overdue since/);
    expect(textOf(find(panel, '[data-answer]'))).toContain('Quick and friendly.');
    await expect(panel).toBeAccessible();
  });

  it('finds the contact of an address, also of one with a name before it', async () => {
    await showPanel({ email: 'Ann Lee <ann@lee.example>' });
    expect(config()).toMatchObject({ variables: { value: 'ann@lee.example' } });
    expect(config()?.query).toContain('$value: EmailAddress');
    expect(config()?.query).toContain('{ Contact__r: { Email: { eq: $value } } }');
  });

  it('offers a choice where several contacts have the address', async () => {
    const panel = await showPanel({ email: 'ann@lee.example' });
    await give({ customers: [contact('003A', 'Ann Lee'), contact('003B', 'Ann Lee')] });
    const picker = find(panel, '[data-filter="contact"]');
    expect(Reflect.get(picker, 'options')).toHaveLength(2);
    picker.dispatchEvent(new CustomEvent('change', { detail: { value: '003B' } }));
    await settled();
    expect(config()?.variables).toEqual({ value: '003B' });
    await give({ customers: [contact('003B', 'Ann Lee')] });
    expect(Reflect.get(find(panel, '[data-filter="contact"]'), 'options')).toHaveLength(2);
    await expect(panel).toBeAccessible();
  });

  it('shows an account by its own id', async () => {
    await showPanel({ recordId: '001000000000001AAA' });
    expect(config()?.query).toContain('customers: Account(');
    expect(config()?.query).toContain('{ Account__c: { eq: $value } }');
  });

  it('shows the contact of a case, else its account', async () => {
    const panel = await showPanel({ recordId: '500000000000001AAA' });
    expect(stateOf(panel)).toBe('loading');
    recordWire.emit({ apiName: 'Case', id: '500', fields: { ContactId: field(null), AccountId: field('001A') } });
    await settled();
    expect(config()?.variables).toEqual({ value: '001A' });
    recordWire.emit({ apiName: 'Case', id: '500', fields: { ContactId: field('003A'), AccountId: field('001A') } });
    await settled();
    expect(config()?.variables).toEqual({ value: '003A' });
  });

  it('says that nobody has the address, and that a record leads to nobody', async () => {
    const panel = await showPanel({ email: 'nobody@lee.example' });
    await give({ customers: [] });
    expect([stateOf(panel), Reflect.get(find(panel, 'c-card-frame'), 'stateText')]).toEqual([
      'empty',
      'No contact that you may see has the address nobody@lee.example.',
    ]);
    clearPage();
    const other = await showPanel({ recordId: '00Q000000000001AAA' });
    expect(Reflect.get(find(other, 'c-card-frame'), 'stateText')).toBe('This record has no contact.');
    await expect(other).toBeAccessible();
  });

  it('asks in place, and reads again when that is done', async () => {
    const panel = await showPanel({ recordId: '003A' });
    const refresh = jest.fn(() => Promise.resolve());
    await give({ refresh });
    expect(findAll(panel, '[data-action="ask"]')).toHaveLength(0);
    objectInfoWire.emit({ apiName: 'PulseFollowUp__c', createable: true, updateable: true, defaultRecordTypeId: null, fields: {} });
    await settled();
    find(panel, '[data-action="ask"]').click();
    await settled();
    const form = find(panel, 'c-ask-customer');
    expect(form).toMatchObject({ recordId: '003A', objectApiName: 'Contact' });
    form.dispatchEvent(new CustomEvent('asked'));
    form.dispatchEvent(new CustomEvent('cancel'));
    await settled();
    expect([findAll(panel, 'c-ask-customer').length, refresh.mock.calls.length]).toEqual([0, 1]);
  });

  it('opens links elsewhere where it stands inside another program', async () => {
    const panel = await showPanel({ recordId: '003A', opensNewTab: true });
    await give();
    expect(findAll(panel, 'c-record-link').every((link) => Reflect.get(link, 'opensNewTab') === true)).toBe(true);
  });

  it('says what went wrong, and that the user may not see it', async () => {
    const panel = await showPanel({ recordId: '003A' });
    graphqlWire.emit({ errors: [{ message: 'The org is busy.' }] });
    await settled();
    expect([stateOf(panel), Reflect.get(find(panel, 'c-card-frame'), 'stateText')]).toEqual(['error', 'The org is busy.']);
    objectInfoWire.error(errorBody('No', 'INSUFFICIENT_ACCESS'), 403);
    await settled();
    expect(stateOf(panel)).toBe('noAccess');
  });
});

describe('an address', () => {
  it.each([
    [undefined, ''],
    [' ann@lee.example ', 'ann@lee.example'],
    ['"Lee, Ann" <ann@lee.example>', 'ann@lee.example'],
  ])('of %p is %p', (text, address) => {
    expect(addressOf(text)).toBe(address);
  });
});

async function showPanel(properties: Properties): Promise<HTMLElement> {
  const panel = show('c-feedback-panel', FeedbackPanel, properties);
  await settled();
  return panel;
}

function contact(id: string, name: string): unknown {
  const pulse = { score: { value: 7.7 }, band: { value: 'Yellow' }, ratingCount: { value: 30 } };
  return { Id: id, Name: { value: name }, account: { Name: { value: 'Ravnsborg' } }, pulse };
}

async function give({
  customers = [contact('003A', 'Kirsten Holm')],
  refresh = (): Promise<void> => Promise.resolve(),
} = {}): Promise<void> {
  const nodes = (all: readonly unknown[]) => ({ edges: all.map((node) => ({ node })) });
  const followUp = { Id: 'f1', Name: { value: 'FU-1' }, status: { value: 'Open' }, dueAt: { value: '2022-01-01T00:00:00Z' } };
  const query = { customers: nodes(customers), answers: nodes([answer(1)]), followUps: nodes([followUp]) };
  graphqlWire.emit({ data: { uiapi: { query } }, refresh });
  await settled();
}

function config(): { query?: string; variables?: unknown } | undefined {
  return graphqlWire.getLastConfig();
}

function stateOf(panel: HTMLElement): string | undefined {
  return statesOf(find(panel, 'c-card-frame'))[0];
}
