import FollowUpForm from 'c/followUpForm';
import { updateRecord } from 'lightning/uiRecordApi';
import { clearPage, find, findAll, settled, show, textOf } from 'jest-mocks/page';
import { picklistWire } from 'jest-mocks/wires';

const RECORD_ID = 'a05000000000001AAA';
const COMPLETE = { firstContactAt: '2026-11-22T09:00:00Z', rootCause: 'Delivery', actionTaken: 'New date.', outcome: 'Recovered' };

describe('c-follow-up-form', () => {
  afterEach(() => {
    clearPage();
    jest.clearAllMocks();
  });

  it('offers the causes and outcomes that the org has', async () => {
    const form = showForm();
    await settled();
    picklistWire.emit({ values: [{ label: 'Lieferung', value: 'Delivery' }] }, isFor('RootCause__c'));
    picklistWire.emit({ values: [{ label: 'Recovered', value: 'Recovered' }] }, isFor('Outcome__c'));
    await settled();
    expect(input(form, 'rootCause')).toMatchObject({ options: [{ label: 'Lieferung', value: 'Delivery' }] });
    expect(input(form, 'outcome')).toMatchObject({ options: [{ label: 'Recovered', value: 'Recovered' }] });
    await expect(form).toBeAccessible();
  });

  it('names what is missing before it resolves', async () => {
    const form = showForm({ rootCause: 'Delivery', actionTaken: ' ' });
    find(form, '[data-action="resolve"]').click();
    await settled();
    expect(textOf(find(form, '[role="alert"]'))).toBe('Before you resolve, fill in: First contact, What was done, and Outcome');
    expect(updateRecord).not.toHaveBeenCalled();
    await expect(form).toBeAccessible();
  });

  it('leads to the first field that is missing', async () => {
    const form = showForm({ rootCause: 'Delivery', firstContactAt: '2026-11-22T09:00:00Z' });
    const focused: string[] = [];
    for (const name of ['rootCause', 'actionTaken', 'outcome']) Object.assign(input(form, name), { focus: () => focused.push(name) });
    find(form, '[data-action="resolve"]').click();
    await settled();
    expect(focused).toEqual(['actionTaken']);
  });

  it('says at each field what is missing, until it is filled in', async () => {
    const form = showForm({ rootCause: 'Delivery', actionTaken: 'Called.', firstContactAt: '2026-11-22T09:00:00Z' });
    const said: string[] = [];
    Object.assign(input(form, 'outcome'), { setCustomValidity: (message: string) => said.push(message), reportValidity: () => true });
    find(form, '[data-action="resolve"]').click();
    await settled();
    type(form, 'outcome', 'Recovered');
    expect(said).toEqual(['Before you resolve, fill in: Outcome', '']);
  });

  it('tells what it saved, and whether that resolved it', async () => {
    const form = showForm(COMPLETE);
    const told: unknown[] = [];
    form.addEventListener('saved', (event) => told.push((event as CustomEvent<unknown>).detail));
    type(form, 'outcome', 'Lost');
    find(form, '[data-action="save"]').click();
    await settled();
    find(form, '[data-action="resolve"]').click();
    await settled();
    expect(told).toEqual([{ isResolved: false }, { isResolved: true }]);
  });

  it('resolves with what was typed, and writes nothing that was not', async () => {
    const form = showForm({ ...COMPLETE, outcome: null });
    type(form, 'outcome', 'Recovered');
    find(form, '[data-action="resolve"]').click();
    await settled();
    expect(updateRecord).toHaveBeenCalledWith({
      fields: { Id: RECORD_ID, Outcome__c: 'Recovered', Status__c: 'Resolved' },
    });
  });

  it('saves without resolving, once something changed', async () => {
    const form = showForm();
    const save = find(form, '[data-action="save"]');
    expect(save).toMatchObject({ disabled: true });
    find(form, '[data-action="now"]').click();
    type(form, 'rootCause', '');
    await settled();
    expect(save).toMatchObject({ disabled: false });
    save.click();
    await settled();
    expect(updateRecord).toHaveBeenCalledWith({
      fields: { Id: RECORD_ID, FirstContactAt__c: expect.any(String) as unknown, RootCause__c: null },
    });
  });

  it('says what the record refused, and keeps what was typed', async () => {
    const body = { message: 'An error occurred', output: { errors: [], fieldErrors: { Outcome__c: [{ message: 'Choose an outcome.' }] } } };
    jest.mocked(updateRecord).mockRejectedValueOnce({ body });
    const form = showForm({ ...COMPLETE, actionTaken: null });
    const said: string[] = [];
    Object.assign(input(form, 'outcome'), { setCustomValidity: (message: string) => said.push(message), reportValidity: () => true });
    type(form, 'actionTaken', 'Called.');
    find(form, '[data-action="resolve"]').click();
    await settled();
    expect(textOf(find(form, '[role="alert"]'))).toContain('Choose an outcome.');
    expect(input(form, 'actionTaken')).toMatchObject({ value: 'Called.' });
    expect(said.at(-1)).toBe('Choose an outcome.');
  });

  it('says so to who may only read', async () => {
    const form = showForm({ canEdit: false });
    await settled();
    expect(findAll(form, 'form')).toHaveLength(0);
    expect(textOf(find(form, '[data-figure="read-only"]'))).toBe('You may read this follow-up, not change it.');
    await expect(form).toBeAccessible();
  });
});

function showForm(more: Readonly<Record<string, unknown>> = {}): HTMLElement {
  return show('c-follow-up-form', FollowUpForm, { recordId: RECORD_ID, canEdit: true, ...more });
}

function isFor(name: string): (config: { fieldApiName?: string }) => boolean {
  return ({ fieldApiName }) => fieldApiName?.endsWith(name) === true;
}

function input(form: Element, name: string): HTMLElement {
  return find(form, `[data-field="${name}"]`);
}

function type(form: Element, name: string, value: string): void {
  input(form, name).dispatchEvent(new CustomEvent('change', { detail: { value } }));
}
