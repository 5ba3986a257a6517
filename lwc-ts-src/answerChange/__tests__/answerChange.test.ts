import AnswerChange from 'c/answerChange';
import { createRecord } from 'lightning/uiRecordApi';
import { clearPage, find, findAll, settled, show, textOf } from 'jest-mocks/page';

const ANSWER_ID = 'a02000000000001AAA';
const create = jest.mocked(createRecord);

describe('c-answer-change', () => {
  afterEach(() => {
    clearPage();
    create.mockReset();
  });

  it.each([
    ['Exclude', 'Exclude this answer'],
    ['Include', 'Include this answer again'],
    ['Release', 'Release from quarantine'],
  ])('says what happens when a person wants to %s', async (kind, heading) => {
    const form = showForm(kind);
    expect(textOf(find(form, '.heading'))).toBe(heading);
    expect(textOf(find(form, '.text'))).toContain('Who did it and why is kept.');
    await expect(form).toBeAccessible();
  });

  it('makes an override with the reason, and tells that the answer changed', async () => {
    const form = showForm('Exclude');
    const events = listen(form);
    create.mockResolvedValue({ apiName: 'PulseOverride__c', id: 'a0X', fields: {} });
    type(form, '  A test of our own. ');
    await click(form, 'save');
    expect(create).toHaveBeenCalledWith({
      apiName: 'PulseOverride__c',
      fields: { Response__c: ANSWER_ID, Kind__c: 'Exclude', Why__c: 'A test of our own.' },
    });
    expect(events).toEqual(['lightning__showtoast', 'changed']);
  });

  it('asks for a reason at the field, and saves nothing without one', async () => {
    const form = showForm('Exclude');
    const said = validityOf(form);
    type(form, '   ');
    await click(form, 'save');
    expect([create.mock.calls.length, said.at(-1)]).toEqual([0, 'Write why, in a sentence that an auditor understands.']);
  });

  it('says at the field what the org says of it', async () => {
    const form = showForm('Exclude');
    const said = validityOf(form);
    create.mockRejectedValue({ body: { output: { fieldErrors: { Why__c: [{ message: 'Too short.' }] } } } });
    type(form, 'x');
    await click(form, 'save');
    expect([said.at(-1), findAll(form, '[data-figure="problem"]').length]).toEqual(['Too short.', 0]);
  });

  it('says in the words of the org what it refuses else, and keeps what was written', async () => {
    const form = showForm('Release');
    const refusal = 'The answer is not in a state for this.';
    create.mockRejectedValue({ body: { message: 'x', output: { fieldErrors: { Kind__c: [{ message: refusal }] } } } });
    type(form, 'A real one.');
    await click(form, 'save');
    expect(textOf(find(form, '[data-figure="problem"]'))).toBe(refusal);
    expect(find(form, 'lightning-textarea')).toMatchObject({ value: 'A real one.' });
    await expect(form).toBeAccessible();
  });

  it('is left by its button or by Escape', async () => {
    const form = showForm('Exclude');
    const events = listen(form);
    await click(form, 'cancel');
    find(form, 'form').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    find(form, 'form').dispatchEvent(new KeyboardEvent('keydown', { key: 'a' }));
    expect(events).toEqual(['cancel', 'cancel']);
  });
});

function showForm(kind: string): HTMLElement {
  return show('c-answer-change', AnswerChange, { answerId: ANSWER_ID, kind });
}

function listen(form: Element): string[] {
  const events: string[] = [];
  for (const name of ['changed', 'cancel', 'lightning__showtoast']) form.addEventListener(name, () => events.push(name));
  return events;
}

/** What is said at the field of the reason. */
function validityOf(form: Element): string[] {
  const said: string[] = [];
  Object.assign(find(form, 'lightning-textarea'), {
    setCustomValidity: (message: string) => said.push(message),
    reportValidity: () => true,
  });
  return said;
}

function type(form: Element, value: string): void {
  const field = find(form, 'lightning-textarea');
  if (!Object.hasOwn(field, 'setCustomValidity')) validityOf(form);
  field.dispatchEvent(new CustomEvent('change', { detail: { value } }));
}

async function click(form: Element, action: string): Promise<void> {
  find(form, `[data-action="${action}"]`).click();
  await settled();
}
