import PulseSetup from 'c/pulseSetup';
import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import { clearPage, find, findAll, settled, show, textOf } from 'jest-mocks/page';
import { errorBody, graphqlWire, objectInfoWire } from 'jest-mocks/wires';

const INFO = { apiName: 'PulseSetupStep__c', createable: true, updateable: true, defaultRecordTypeId: null, fields: {} };

describe('c-pulse-setup', () => {
  afterEach(() => {
    clearPage();
    jest.clearAllMocks();
  });

  it('shows that it loads', async () => {
    const page = showPage();
    await settled();
    expect(stateOf(page)).toBe('loading');
    await expect(page).toBeAccessible();
  });

  it('turns away who may not set up, and says what to ask for', async () => {
    const page = showPage();
    objectInfoWire.error(errorBody('no access', 'INSUFFICIENT_ACCESS'), 403);
    await settled();
    expect(stateOf(page)).toBe('noAccess');
    expect(Reflect.get(find(page, 'c-card-frame'), 'stateText')).toContain('Customer Pulse Admin');
    await expect(page).toBeAccessible();
  });

  it('says what went wrong', async () => {
    const page = showPage();
    objectInfoWire.emit(INFO);
    await settled();
    graphqlWire.emit({ errors: [{ message: 'The org is busy.' }] }, isRecords);
    await settled();
    expect(stateOf(page)).toBe('error');
    expect(find(page, 'c-card-frame')).toMatchObject({ stateText: 'The org is busy.' });
    await expect(page).toBeAccessible();
  });

  it('lists every step in its group, counts what is done, and offers the next', async () => {
    const page = await readyPage([]);
    expect(stateOf(page)).toBe('ready');
    expect(findAll(page, 'c-setup-step')).toHaveLength(18);
    expect(figure(page, 'progress')).toBe('0 of 18 steps done');
    tellAll(page, 'unseen');
    tell(page, 'surveys', 'missing');
    tell(page, 'policy', 'done');
    tell(page, 'segments', 'notNeeded');
    await settled();
    expect(figure(page, 'progress')).toBe('2 of 18 steps done');
    expect(figure(page, 'next')).toBe('Next: Have an active survey');
    expect(find(page, 'lightning-progress-bar')).toMatchObject({ value: 11 });
    await expect(page).toBeAccessible();
  });

  it('offers what nobody could see once nothing is missing, and says when all is done', async () => {
    const page = await readyPage([]);
    tellAll(page, 'done');
    tell(page, 'retention', 'unseen');
    await settled();
    expect(figure(page, 'next')).toBe('Next: Decide how long answers are kept');
    tell(page, 'retention', 'done');
    await settled();
    expect(findAll(page, '[data-figure="next"]')).toHaveLength(0);
    expect(figure(page, 'all-done')).toContain('Everything is set up.');
  });

  it('hides what is done when asked, and keeps it on the page so that it goes on looking', async () => {
    const page = await readyPage([]);
    tellAll(page, 'done');
    tell(page, 'faults', 'missing');
    find(page, 'lightning-input').dispatchEvent(new CustomEvent('change', { detail: { checked: true } }));
    await settled();
    const shown = findAll(page, 'li').filter((item) => item.className !== 'slds-hide');
    expect(shown).toHaveLength(1);
    expect(findAll(page, 'c-setup-step')).toHaveLength(18);
  });

  it('keeps a tick in a new record', async () => {
    const page = await readyPage([]);
    mark(page, 'recordPages', 'Done');
    await settled();
    expect(createRecord).toHaveBeenCalledWith({
      apiName: 'PulseSetupStep__c',
      fields: expect.objectContaining({ Key__c: 'recordPages', Status__c: 'Done', Source__c: 'Admin', Detail__c: null }) as unknown,
    });
  });

  it('changes the record that is there, also one of the sync service', async () => {
    const page = await readyPage([{ Id: 'a1', key: { value: 'recordPages' }, status: { value: 'Missing' }, source: { value: 'Doctor' } }]);
    mark(page, 'recordPages', 'NotNeeded');
    await settled();
    expect(updateRecord).toHaveBeenCalledWith({
      fields: expect.objectContaining({ Id: 'a1', Status__c: 'NotNeeded', Source__c: 'Admin' }) as unknown,
    });
  });

  it('says when a tick could not be kept', async () => {
    const page = await readyPage([]);
    jest.mocked(createRecord).mockRejectedValueOnce({ body: { message: 'Not allowed.' } });
    const toast = new Promise<CustomEvent>((resolve) => {
      page.addEventListener('lightning__showtoast', (event) => {
        resolve(event as CustomEvent);
      });
    });
    mark(page, 'recordPages', 'Done');
    expect((await toast).detail).toMatchObject({ variant: 'error', message: 'Not allowed.' });
  });

  it('offers no ticks to who may only look', async () => {
    const page = showPage();
    objectInfoWire.emit({ ...INFO, createable: false });
    await settled();
    graphqlWire.emit(records([]), isRecords);
    await settled();
    expect(find(page, 'c-setup-step')).toMatchObject({ canMark: false });
  });
});

function showPage(): HTMLElement {
  return show('c-pulse-setup', PulseSetup, {});
}

async function readyPage(nodes: readonly unknown[]): Promise<HTMLElement> {
  const page = showPage();
  objectInfoWire.emit(INFO);
  await settled();
  graphqlWire.emit(records(nodes), isRecords);
  await settled();
  return page;
}

function isRecords({ query }: { query?: string }): boolean {
  return query?.includes('pulseSetupSteps') === true;
}

function records(nodes: readonly unknown[]): { data: unknown } {
  return { data: { uiapi: { query: { steps: { edges: nodes.map((node) => ({ node })) } } } } };
}

function stepOf(page: Element, key: string): Element {
  const found = findAll(page, 'c-setup-step').find((element) => Reflect.get(Reflect.get(element, 'step') as object, 'key') === key);
  if (!found) throw new Error(`no step ${key}`);
  return found;
}

function tell(page: Element, key: string, state: string): void {
  stepOf(page, key).dispatchEvent(new CustomEvent('statechange', { detail: { key, state } }));
}

function tellAll(page: Element, state: string): void {
  for (const element of findAll(page, 'c-setup-step')) {
    const key = String(Reflect.get(Reflect.get(element, 'step') as object, 'key'));
    element.dispatchEvent(new CustomEvent('statechange', { detail: { key, state } }));
  }
}

function mark(page: Element, key: string, status: string): void {
  stepOf(page, key).dispatchEvent(new CustomEvent('mark', { detail: { key, status } }));
}

function figure(page: Element, name: string): string {
  return textOf(find(page, `[data-figure="${name}"]`));
}

function stateOf(page: Element): unknown {
  return Reflect.get(find(page, 'c-card-frame'), 'state');
}
