import FollowUpGuideCard from 'c/followUpGuideCard';
import { updateRecord, type RecordRepresentation } from 'lightning/uiRecordApi';
import { clearPage, find, findAll, settled, show, textOf } from 'jest-mocks/page';
import { field } from 'jest-mocks/pulseRecords';
import { errorBody, objectInfoWire, recordWire } from 'jest-mocks/wires';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const RECORD_ID = 'a05000000000001AAA';

type Values = Readonly<Record<string, string | number | null>>;

const OPEN: Values = {
  Status__c: 'Open',
  Kind__c: 'Answer',
  DueAt__c: '2026-11-22T17:30:00Z',
  Theme__c: 'Delivery',
  SuggestedAction__c: 'Offer a new date.',
  PersonalText__c: 'Dear Ada,',
  FirstContactAt__c: null,
  RootCause__c: null,
  ActionTaken__c: null,
  Outcome__c: null,
  Account__c: '001000000000001AAA',
};

describe('c-follow-up-guide-card', () => {
  beforeEach(() => {
    jest.spyOn(Date, 'now').mockReturnValue(NOW);
  });

  afterEach(() => {
    clearPage();
    jest.restoreAllMocks();
    jest.clearAllMocks();
  });

  it('shows that it loads', async () => {
    const guide = showGuide();
    await settled();
    expect(stateOf(guide)).toBe('loading');
    await expect(guide).toBeAccessible();
  });

  it('shows what it is about, by when, what the customer said and what usually helps', async () => {
    const guide = await guideWith(OPEN, { Rating__c: 2, Comment__c: 'Too late.' });
    expect(stateOf(guide)).toBe('ready');
    expect(figure(guide, 'kind')).toBe('An unhappy answer');
    expect(figure(guide, 'deadline')).toMatch(/^Due in 5 hours/);
    expect(figure(guide, 'comment')).toBe('Too late.');
    expect(find(guide, 'c-band-badge')).toMatchObject({ band: 'Red', text: '2, detractor' });
    expect(figure(guide, 'theme')).toBe('Theme: Delivery');
    expect(figure(guide, 'suggestion')).toBe('Offer a new date.');
    await expect(guide).toBeAccessible();
  });

  it('says that comments are closed to the user, and still shows the rating', async () => {
    const guide = await guideWith(OPEN, { Rating__c: 2 });
    expect(figure(guide, 'no-comment')).toMatch(/^You may not read comments/);
    expect(findAll(guide, 'c-band-badge')).toHaveLength(1);
  });

  it('does not take silence for a hidden comment', async () => {
    const guide = await guideWith(OPEN, { Rating__c: 2, Comment__c: null });
    expect(figure(guide, 'no-comment')).toBe('The customer wrote no comment.');
  });

  it('lists what is missing to resolve, in words, not by an icon alone', async () => {
    const guide = await guideWith({ ...OPEN, FirstContactAt__c: '2026-11-22T09:00:00Z', RootCause__c: 'Delivery' });
    expect(figure(guide, 'needed-title')).toBe('Still needed to resolve');
    expect(findAll(guide, '[data-needed]').map(textOf)).toEqual([
      'Done: First contact with the customer',
      'Done: Root cause',
      'Missing: What was done',
      'Missing: Outcome',
    ]);
    await work(guide);
    expect(find(guide, '[data-part="form"]')).toMatchObject({ rootCause: 'Delivery', outcome: null, canEdit: true });
  });

  it('shows a resolved one without the form', async () => {
    const guide = await guideWith({ ...OPEN, Status__c: 'Resolved', ResolvedAt__c: '2026-11-21T09:00:00Z' });
    expect(figure(guide, 'needed-title')).toBe('Resolved');
    expect(findAll(guide, '[data-action="work"], [data-part="form"]')).toHaveLength(0);
  });

  it('says when the playbook has nothing for the theme', async () => {
    const guide = await guideWith({ ...OPEN, SuggestedAction__c: null });
    expect(figure(guide, 'no-suggestion')).toBe('The playbook has no entry for this theme.');
    const without = await guideWith({ ...OPEN, Theme__c: null, SuggestedAction__c: null });
    expect(figure(without, 'no-suggestion')).toMatch(/^No theme yet/);
  });

  it('links to the account, also when its name is hidden', async () => {
    const guide = await guideWith(OPEN);
    expect(findAll(guide, 'c-record-link').map((link) => Reflect.get(link, 'label') as string)).toContain('Account');
  });

  it('saves the text for the customer', async () => {
    const guide = await guideWith(OPEN);
    const button = find(guide, '[data-action="saveText"]');
    expect(button).toMatchObject({ disabled: true });
    find(guide, '[data-field="personalText"]').dispatchEvent(new CustomEvent('change', { detail: { value: 'Dear Ada, I am sorry.' } }));
    await settled();
    expect(button).toMatchObject({ disabled: false });
    button.click();
    await settled();
    expect(updateRecord).toHaveBeenCalledWith({ fields: { Id: RECORD_ID, PersonalText__c: 'Dear Ada, I am sorry.' } });
  });

  it('lets nobody type who may not save', async () => {
    const guide = await guideWith(OPEN, {}, { updateable: false });
    expect(find(guide, '[data-field="personalText"]')).toMatchObject({ readOnly: true });
    expect(findAll(guide, '[data-action="saveText"]')).toHaveLength(0);
    await work(guide);
    expect(find(guide, '[data-part="form"]')).toMatchObject({ canEdit: false });
  });

  it.each([
    ['hidden', errorBody('no', 'INSUFFICIENT_ACCESS'), 403, 'noAccess'],
    ['broken', errorBody('The org is busy.'), 500, 'error'],
  ])('says when it is %s', async (_what, body, status, state) => {
    const guide = showGuide();
    recordWire.error(body, status);
    await settled();
    expect(stateOf(guide)).toBe(state);
    await expect(guide).toBeAccessible();
  });

  it('says so when not even the state may be read', async () => {
    const guide = showGuide();
    recordWire.emit({ apiName: 'PulseFollowUp__c', id: RECORD_ID, fields: {} });
    await settled();
    expect(stateOf(guide)).toBe('noAccess');
  });
});

function showGuide(): HTMLElement {
  return show('c-follow-up-guide-card', FollowUpGuideCard, { recordId: RECORD_ID });
}

async function guideWith(values: Values, answer?: Values, access = { updateable: true }): Promise<HTMLElement> {
  const guide = showGuide();
  objectInfoWire.emit({
    apiName: 'PulseFollowUp__c',
    createable: true,
    defaultRecordTypeId: '012000000000000AAA',
    fields: { PersonalText__c: { updateable: access.updateable, label: 'Personal Text' } },
    ...access,
  });
  recordWire.emit({ apiName: 'PulseFollowUp__c', id: RECORD_ID, fields: { ...mapped(values), ...(answer ? lookup(answer) : {}) } });
  await settled();
  return guide;
}

async function work(guide: Element): Promise<void> {
  find(guide, '[data-action="work"]').click();
  await settled();
}

function mapped(values: Values): RecordRepresentation['fields'] {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, field(value)]));
}

function lookup(answer: Values): RecordRepresentation['fields'] {
  const record = { apiName: 'PulseResponse__c', id: 'a02000000000001AAA', fields: mapped({ Name: 'PR-1', ...answer }) };
  return { Response__c: field(record.id), Response__r: field(record) };
}

function figure(guide: Element, name: string): string {
  return textOf(find(guide, `[data-figure="${name}"]`));
}

function stateOf(guide: Element): unknown {
  return Reflect.get(find(guide, 'c-card-frame'), 'state');
}
