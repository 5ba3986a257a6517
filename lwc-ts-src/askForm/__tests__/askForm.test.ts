import AskForm from 'c/askForm';
import { clearPage, find, findAll, settled, show, textOf } from 'jest-mocks/page';
import { graphqlWire, picklistWire } from 'jest-mocks/wires';
import { verdictOf } from '../verdict';

const CONTACT_ID = '003000000000001AAA';
const NOW = Date.parse('2026-11-22T12:00:00Z');

const SURVEYS = [
  { Id: 's1', Name: { value: 'After delivery' }, question: { value: 'How likely?' }, delayHours: { value: 24 } },
  { Id: 's2', Name: { value: 'Relationship' }, question: null, delayHours: { value: null } },
];

describe('c-ask-form', () => {
  beforeEach(() => jest.spyOn(Date, 'now').mockReturnValue(NOW));

  afterEach(() => {
    clearPage();
    jest.restoreAllMocks();
  });

  it('shows that it loads', async () => {
    const form = await showForm();
    expect([statesOf(form), graphqlWire.getLastConfig()?.variables]).toMatchObject([['loading'], { contactId: CONTACT_ID }]);
    await expect(form).toBeAccessible();
  });

  it('checks the first survey at once, without asking anybody', async () => {
    const form = await showForm();
    await give({});
    expect(textOf(find(form, '[data-figure="last"]'))).toBe('Mia Berg was last asked on Oct 3, 2026 with the survey Sales.');
    expect([textOf(find(form, '[data-figure="question"]')), textOf(find(form, '[data-figure="checking"]'))]).toEqual([
      'How likely?',
      'Checking what stands in the way',
    ]);
    expect(runOf(form)).toEqual({
      flow: 'RequestSurvey',
      inputs: { contactId: CONTACT_ID, surveyId: 's1', requestedBy: 'Ada Admin', checkOnly: true },
    });
    expect(find(form, '[data-action="ask"]')).toMatchObject({ disabled: true });
    await expect(form).toBeAccessible();
  });

  it('says when the invitation would be sent, and asks only when told to', async () => {
    const form = await showForm();
    const asked = jest.fn();
    form.addEventListener('asked', (event) => {
      asked((event as CustomEvent<unknown>).detail);
    });
    await give({});
    await finish(form, { outcome: 'Requested' });
    expect(textOf(find(form, '[data-figure="verdict"]'))).toBe(
      'Mia Berg can be asked. The invitation is sent on Nov 23, 2026, 12:00 PM at the earliest.',
    );
    await expect(form).toBeAccessible();

    find(form, '[data-field="delay"]').dispatchEvent(new CustomEvent('change', { detail: { value: '2' } }));
    await settled();
    expect(textOf(find(form, '[data-figure="verdict"]'))).toContain('Nov 22, 2026, 2:00 PM');

    find(form, '[data-action="ask"]').click();
    await settled();
    expect(runOf(form).inputs).toMatchObject({ checkOnly: false, delayHours: 2 });
    await finish(form, { outcome: 'Requested', invitationId: 'a06' });
    expect(textOf(find(form, '[data-figure="done"]'))).toContain('Mia Berg will be asked with the survey After delivery.');
    expect(find(form, 'c-record-link')).toMatchObject({ recordId: 'a06' });
    expect([asked.mock.calls, findAll(form, '[data-action="ask"]').length]).toEqual([[[{ invitationId: 'a06' }]], 0]);
    await expect(form).toBeAccessible();
  });

  it('says why not, since when, and when it is possible again', async () => {
    const form = await showForm();
    await give({});
    picklistWire.emit({ values: [{ label: 'Abkühlphase', value: 'CoolDown' }] }, () => true);
    await finish(form, {
      outcome: 'Suppressed',
      reason: 'CoolDown',
      detail: 'Asked on 2026-10-03.',
      nextPossibleAt: '2027-01-03T09:00:00.000Z',
    });
    expect(textOf(find(form, '[data-figure="verdict"]'))).toBe(
      'Mia Berg is not asked now: Abkühlphase. Asked on 2026-10-03. Asking is possible again from Jan 3, 2027, 9:00 AM.',
    );
    expect(find(form, '[data-action="ask"]')).toMatchObject({ disabled: true });
    await expect(form).toBeAccessible();
  });

  it('checks again for another survey, and takes no word of the check before', async () => {
    const form = await showForm();
    await give({});
    const before = find(form, 'lightning-flow');
    find(form, '[data-field="survey"]').dispatchEvent(new CustomEvent('change', { detail: { value: 's2' } }));
    await settled();
    expect([find(form, 'lightning-flow') === before, runOf(form).inputs['surveyId']]).toEqual([false, 's2']);
    expect(findAll(form, '[data-figure="question"]')).toHaveLength(0);
  });

  it('tells a failure from want of access', async () => {
    const form = await showForm();
    await give({});
    await finish(form, { outcome: 'Failed' });
    expect(textOf(find(form, '[data-figure="verdict"]'))).toContain('Something went wrong, and nobody was asked.');
    find(form, '[data-field="survey"]').dispatchEvent(new CustomEvent('change', { detail: { value: 's2' } }));
    await settled();
    find(form, 'lightning-flow').dispatchEvent(new CustomEvent('statuschange', { detail: { status: 'ERROR' } }));
    await settled();
    expect(textOf(find(form, '[data-figure="verdict"]'))).toContain('The check could not run.');
  });

  it('says when there is nobody, or nothing to ask with', async () => {
    const form = await showForm();
    await give({ contacts: { edges: [] } });
    expect(statesOf(form)).toEqual(['noAccess']);
    await expect(form).toBeAccessible();
    clearPage();
    const other = await showForm();
    await give({ surveys: { edges: [] }, lastAsked: null });
    expect([statesOf(other), findAll(other, 'lightning-flow').length]).toEqual([['empty'], 0]);
    await expect(other).toBeAccessible();
  });

  it('shows what went wrong, and tries again', async () => {
    const form = await showForm();
    const refresh = jest.fn(() => Promise.resolve());
    graphqlWire.emit({ errors: [{ message: 'The org is busy.' }], refresh });
    await settled();
    expect(textOf(find(form, '[data-state="error"]'))).toContain('The org is busy.');
    await expect(form).toBeAccessible();
    find(form, '[data-action="retry"]').click();
    await settled();
    expect([refresh.mock.calls.length, statesOf(form)]).toEqual([1, ['loading']]);
  });

  it('starts over for another person', async () => {
    const form = await showForm();
    await give({});
    await finish(form, { outcome: 'Requested' });
    form.contactId = '003000000000002AAA';
    await settled();
    expect([statesOf(form), findAll(form, '[data-figure="verdict"]').length]).toEqual([['loading'], 0]);
  });

  it('is left by its button', async () => {
    const form = await showForm();
    const left = jest.fn();
    form.addEventListener('cancel', left);
    find(form, '[data-action="end"]').click();
    expect(left).toHaveBeenCalledTimes(1);
  });
});

describe('the verdict of a run', () => {
  it('is none while the run goes on', () => {
    expect(verdictOf({ status: 'STARTED' })).toBeUndefined();
  });

  it('is a failure where the flow says nothing that is known', () => {
    expect(verdictOf({ status: 'FINISHED', outputVariables: [{ name: 'outcome', value: null }] })).toMatchObject({ outcome: 'Failed' });
  });
});

async function showForm(): Promise<HTMLElement & { contactId: string }> {
  const form = show('c-ask-form', AskForm, { contactId: CONTACT_ID });
  await settled();
  return form;
}

async function give(more: Readonly<Record<string, unknown>>): Promise<void> {
  const named = (value: string): object => ({ edges: [{ node: { Id: 'x', Name: { value } } }] });
  const query = {
    contacts: named('Mia Berg'),
    me: named('Ada Admin'),
    surveys: { edges: SURVEYS.map((node) => ({ node })) },
    lastAsked: { edges: [{ node: { Id: 'i', requestedAt: { value: '2026-10-03T08:00:00Z' }, survey: { Name: { value: 'Sales' } } } }] },
    ...more,
  };
  graphqlWire.emit({ data: { uiapi: { query } } });
  await settled();
}

function runOf(form: Element): { flow: unknown; inputs: Record<string, unknown> } {
  const flow = find(form, 'lightning-flow');
  const inputs = Reflect.get(flow, 'flowInputVariables') as { name: string; value: unknown }[];
  return { flow: Reflect.get(flow, 'flowApiName'), inputs: Object.fromEntries(inputs.map(({ name, value }) => [name, value])) };
}

async function finish(form: Element, outputs: Readonly<Record<string, string>>): Promise<void> {
  const outputVariables = Object.entries(outputs).map(([name, value]) => ({ name, value }));
  find(form, 'lightning-flow').dispatchEvent(new CustomEvent('statuschange', { detail: { status: 'FINISHED_SCREEN', outputVariables } }));
  await settled();
}

function statesOf(form: Element): (string | undefined)[] {
  return findAll(form, '[data-state]').map((element) => element.dataset['state']);
}
