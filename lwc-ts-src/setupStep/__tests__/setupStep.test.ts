import SetupStep, { type MarkEvent, type StateEvent, type Step, type StepRecord } from 'c/setupStep';
import { visited } from 'jest-mocks/lightning/navigation';
import { clearPage, find, findAll, settled, show, textOf } from 'jest-mocks/page';
import { graphqlWire } from 'jest-mocks/wires';

const LIST = { type: 'standard__objectPage', attributes: { objectApiName: 'PulseLog__c', actionName: 'list' } };
const SEEN: Step = {
  key: 'faults',
  title: 'Look at what went wrong',
  why: 'Nothing else shows it.',
  how: 'Open the logs.',
  place: { label: 'Pulse Logs', page: LIST },
};
const UNSEEN: Step = {
  ...SEEN,
  key: 'recordPages',
  place: { label: 'Builder', page: { type: 'standard__webPage', attributes: { url: '/setup' } } },
};
const TICKED: StepRecord = { id: 'a1', status: 'Done', isFromDoctor: false, checkedAt: '2026-11-20T10:00:00Z', detail: '', by: 'Ada' };

describe('c-setup-step', () => {
  beforeEach(() => {
    listeners = new AbortController();
  });

  afterEach(() => {
    listeners.abort();
    clearPage();
  });

  it('checks what it can see, and tells the page what it found', async () => {
    const { step, states } = showStep({ step: SEEN });
    await settled();
    expect(stateOf(step)).toBe('checking');
    await found(0);
    expect(stateOf(step)).toBe('done');
    expect(textOf(find(step, '.state'))).toBe('Done');
    expect(textOf(find(step, '[data-figure="detail"]'))).toBe('No fault in the last 7 days.');
    await found(2);
    expect(states).toEqual(['checking', 'done', 'missing']);
    await expect(step).toBeAccessible();
  });

  it('says that it could not look, and lets the admin tick instead', async () => {
    const { step, marks } = showStep({ step: SEEN, canMark: true, expanded: true });
    graphqlWire.emit({ errors: [{ message: 'no such object' }] });
    await settled();
    expect(stateOf(step)).toBe('unseen');
    expect(textOf(find(step, '[data-figure="detail"]'))).toBe('This could not be looked at with your access. Look yourself, then mark it.');
    find(step, '[data-action="done"]').click();
    find(step, '[data-action="notNeeded"]').click();
    expect(marks).toEqual(['Done', 'NotNeeded']);
  });

  it.each<[string, Partial<StepRecord>, string, string]>([
    ['done by an admin', {}, 'done', 'Ticked by Ada on Nov 20, 2026.'],
    ['done by somebody whose name is hidden', { by: '' }, 'done', 'Ticked on Nov 20, 2026.'],
    [
      'missing by the sync service',
      { status: 'Missing', isFromDoctor: true, detail: 'No page has it.' },
      'missing',
      'Looked at by the sync service on Nov 20, 2026. No page has it.',
    ],
    ['not needed', { status: 'NotNeeded' }, 'notNeeded', 'Ticked by Ada on Nov 20, 2026.'],
  ])('shows what is %s', async (_what, record, state, detail) => {
    const { step } = showStep({ step: UNSEEN, record: { ...TICKED, ...record } });
    await settled();
    expect(stateOf(step)).toBe(state);
    expect(textOf(find(step, '[data-figure="detail"]'))).toBe(detail);
  });

  it('does not let a tick hide what is seen to be missing', async () => {
    const { step } = showStep({ step: SEEN, record: TICKED });
    await found(2);
    expect(stateOf(step)).toBe('missing');
  });

  it('takes "not needed" for a decision, whatever is seen', async () => {
    const { step } = showStep({ step: SEEN, record: { ...TICKED, status: 'NotNeeded' }, canMark: true, expanded: true });
    await found(2);
    expect(stateOf(step)).toBe('notNeeded');
    expect(findAll(step, '[data-action="missing"]')).toHaveLength(1);
  });

  it('opens by its heading, says so, and leads to the place', async () => {
    const { step } = showStep({ step: SEEN });
    await settled();
    const toggle = find(step, '[data-action="toggle"]');
    expect(toggle.getAttribute('aria-expanded')).toBe('false');
    toggle.click();
    await settled();
    expect(toggle.getAttribute('aria-expanded')).toBe('true');
    find(step, '[data-link="place"]').click();
    expect(visited.at(-1)).toEqual(LIST);
    await expect(step).toBeAccessible();
  });

  it('opens setup in a window of its own, and shows no buttons to who may not tick', async () => {
    const { step } = showStep({ step: UNSEEN, expanded: true });
    await settled();
    expect(find(step, '[data-link="place"]').getAttribute('target')).toBe('_blank');
    expect(textOf(find(step, '[data-figure="hint"]'))).toBe('This page cannot see it. Look yourself, then mark it.');
    expect(findAll(step, 'lightning-button')).toHaveLength(0);
  });

  it('is revealed by the page, with the focus on its heading', async () => {
    const { step } = showStep({ step: UNSEEN });
    await settled();
    step.reveal();
    await settled();
    expect(step.shadowRoot?.activeElement).toBe(find(step, '[data-action="toggle"]'));
    expect(findAll(step, '.body')).toHaveLength(1);
  });
});

/** Listeners of a test are gone with it. */
let listeners: AbortController;

interface StepProperties {
  step: Step;
  record?: StepRecord;
  canMark?: boolean;
  expanded?: boolean;
}

function showStep(properties: StepProperties): { step: HTMLElement & { reveal(): void }; states: string[]; marks: string[] } {
  const states: string[] = [];
  const marks: string[] = [];
  Element.prototype.scrollIntoView = () => undefined;
  listen('statechange', ({ state }) => states.push(state ?? ''));
  listen('mark', ({ status }) => marks.push(status ?? ''));
  const step = show('c-setup-step', SetupStep, properties) as HTMLElement & StepProperties & { reveal(): void };
  return { step, states, marks };
}

type Told = Partial<StateEvent['detail'] & MarkEvent['detail']>;

/** Hears what the step tells its page; it tells nobody further up, so the way down is listened to. */
function listen(name: string, hear: (told: Told) => void): void {
  const listener = (event: Event): void => {
    if (event instanceof CustomEvent) hear(event.detail as Told);
  };
  document.body.addEventListener(name, listener, { capture: true, signal: listeners.signal });
}

async function found(totalCount: number): Promise<void> {
  await settled();
  graphqlWire.emit({ data: { uiapi: { query: { found: { totalCount } } } } });
  await settled();
}

function stateOf(step: Element): string | undefined {
  return find(step, 'article').dataset['state'];
}
