import AskForFeedback from 'c/askForFeedback';
import { clearPage, find, settled, show } from 'jest-mocks/page';

const CONTACT_ID = '003000000000001AAA';

describe('c-ask-for-feedback', () => {
  afterEach(clearPage);

  it('asks the customer whose page it is', async () => {
    const dialog = await showDialog();
    expect(find(dialog, 'c-ask-customer')).toMatchObject({ recordId: CONTACT_ID, objectApiName: 'Contact' });
    await expect(dialog).toBeAccessible();
  });

  it('closes, and has the page read anew when somebody was asked', async () => {
    const dialog = await showDialog();
    const told: string[] = [];
    for (const name of ['lightning__refresh', 'closeactionscreen']) dialog.addEventListener(name, ({ type }) => told.push(type));
    const form = find(dialog, 'c-ask-customer');
    form.dispatchEvent(new CustomEvent('cancel'));
    expect(told).toEqual(['closeactionscreen']);
    form.dispatchEvent(new CustomEvent('asked', { detail: { invitationId: 'a06' } }));
    form.dispatchEvent(new CustomEvent('cancel'));
    expect(told.slice(-2)).toEqual(['lightning__refresh', 'closeactionscreen']);
  });
});

async function showDialog(): Promise<HTMLElement> {
  const dialog = show('c-ask-for-feedback', AskForFeedback, { recordId: CONTACT_ID, objectApiName: 'Contact' });
  await settled();
  return dialog;
}
