import AskCustomer from 'c/askCustomer';
import { clearPage, find, findAll, settled, show } from 'jest-mocks/page';
import { graphqlWire } from 'jest-mocks/wires';

const CONTACT_ID = '003000000000001AAA';
const ACCOUNT_ID = '001000000000001AAA';

describe('c-ask-customer', () => {
  afterEach(clearPage);

  it('asks the contact whose page it is', async () => {
    const dialog = await showDialog('Contact', CONTACT_ID);
    expect(find(dialog, 'c-ask-form')).toMatchObject({ contactId: CONTACT_ID });
    expect(findAll(dialog, '[data-field="contact"]')).toHaveLength(0);
    await expect(dialog).toBeAccessible();
  });

  it('lets choose one of the contacts of an account', async () => {
    const dialog = await showDialog('Account', ACCOUNT_ID);
    expect(findAll(dialog, '[data-state="loading"]')).toHaveLength(1);
    await expect(dialog).toBeAccessible();
    await give(['Mia Berg', 'Ole Dam']);
    expect(findAll(dialog, 'c-ask-form')).toHaveLength(0);
    const list = find(dialog, '[data-field="contact"]');
    expect(Reflect.get(list, 'options')).toEqual([
      { label: 'Mia Berg', value: '0030' },
      { label: 'Ole Dam', value: '0031' },
    ]);
    list.dispatchEvent(new CustomEvent('change', { detail: { value: '0031' } }));
    await settled();
    expect(find(dialog, 'c-ask-form')).toMatchObject({ contactId: '0031' });
    await expect(dialog).toBeAccessible();
  });

  it('takes the only contact of an account', async () => {
    const dialog = await showDialog('Account', ACCOUNT_ID);
    await give(['Mia Berg']);
    expect(find(dialog, 'c-ask-form')).toMatchObject({ contactId: '0030' });
  });

  it('says when an account has nobody', async () => {
    const dialog = await showDialog('Account', ACCOUNT_ID);
    await give([]);
    expect(findAll(dialog, '[data-state="empty"]')).toHaveLength(1);
    await expect(dialog).toBeAccessible();
  });

  it('shows what went wrong, and tries again', async () => {
    const dialog = await showDialog('Account', ACCOUNT_ID);
    const refresh = jest.fn(() => Promise.resolve());
    graphqlWire.emit({ errors: [{ message: 'The org is busy.' }], refresh });
    await settled();
    expect(find(dialog, '[data-state="error"]').textContent).toContain('The org is busy.');
    find(dialog, '[data-action="retry"]').click();
    await settled();
    expect([refresh.mock.calls.length, findAll(dialog, '[data-state="loading"]').length]).toEqual([1, 1]);
  });

  it('tells that somebody was asked, and that the person is done', async () => {
    const dialog = await showDialog('Contact', CONTACT_ID);
    const told: unknown[] = [];
    dialog.addEventListener('asked', (event) => told.push((event as CustomEvent<unknown>).detail));
    dialog.addEventListener('cancel', () => told.push('cancel'));
    const form = find(dialog, 'c-ask-form');
    form.dispatchEvent(new CustomEvent('asked', { detail: { invitationId: 'a06' } }));
    form.dispatchEvent(new CustomEvent('cancel'));
    expect(told).toEqual([{ invitationId: 'a06' }, 'cancel']);
  });
});

async function showDialog(objectApiName: string, recordId: string): Promise<HTMLElement> {
  const dialog = show('c-ask-customer', AskCustomer, { recordId, objectApiName });
  await settled();
  return dialog;
}

async function give(names: readonly string[]): Promise<void> {
  const edges = names.map((value, index) => ({ node: { Id: `003${String(index)}`, Name: { value } } }));
  graphqlWire.emit({ data: { uiapi: { query: { contacts: { edges } } } } });
  await settled();
}
