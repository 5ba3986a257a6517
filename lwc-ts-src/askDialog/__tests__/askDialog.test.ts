import AskDialog from 'c/askDialog';
import { clearPage, find, findAll, settled, show, textOf } from 'jest-mocks/page';

type Dialog = HTMLElement & { open(recordId: string, objectApiName: string, name: string): void };

describe('c-ask-dialog', () => {
  const opened = jest.fn();

  beforeEach(() => {
    // jsdom has no dialogs.
    HTMLDialogElement.prototype.showModal = opened;
    HTMLDialogElement.prototype.close = function close(this: HTMLDialogElement): void {
      this.dispatchEvent(new CustomEvent('close'));
    };
  });

  afterEach(() => {
    clearPage();
    opened.mockClear();
  });

  it('is not there until somebody asks', async () => {
    const dialog = await showDialog();
    expect(findAll(dialog, 'dialog')).toHaveLength(0);
  });

  it('opens the form for the customer, and says whom it is about', async () => {
    const dialog = await showDialog();
    dialog.open('001', 'Account', 'Nordlys Ferries');
    await settled();
    expect(opened).toHaveBeenCalledTimes(1);
    expect(textOf(find(dialog, 'h2'))).toBe('Ask Nordlys Ferries for feedback');
    expect(find(dialog, 'c-ask-customer')).toMatchObject({ recordId: '001', objectApiName: 'Account' });
    find(dialog, 'dialog').setAttribute('open', '');
    await expect(dialog).toBeAccessible();
  });

  it('says so when the customer is asked, and closes when the person is done', async () => {
    const dialog = await showDialog();
    const finish = jest.fn();
    dialog.addEventListener('finish', finish);
    dialog.open('003', 'Contact', 'Ann Lee');
    await settled();
    find(dialog, 'c-ask-customer').dispatchEvent(new CustomEvent('asked'));
    await settled();
    expect([finish.mock.calls.length, findAll(dialog, 'dialog').length]).toEqual([1, 1]);
    find(dialog, 'c-ask-customer').dispatchEvent(new CustomEvent('cancel'));
    await settled();
    expect(findAll(dialog, 'dialog')).toHaveLength(0);
  });

  it('can be closed', async () => {
    const dialog = await showDialog();
    dialog.open('003', 'Contact', 'Ann Lee');
    await settled();
    find(dialog, '[data-action="close"]').click();
    await settled();
    expect(findAll(dialog, 'dialog')).toHaveLength(0);
  });
});

async function showDialog(): Promise<Dialog> {
  const dialog = show('c-ask-dialog', AskDialog, {});
  await settled();
  return dialog as unknown as Dialog;
}
