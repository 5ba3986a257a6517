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

  it('opens the screens for the customer, and says whom it is about', async () => {
    const dialog = await showDialog();
    dialog.open('001', 'Account', 'Nordlys Ferries');
    await settled();
    expect(opened).toHaveBeenCalledTimes(1);
    expect(textOf(find(dialog, 'h2'))).toBe('Ask Nordlys Ferries for feedback');
    expect(find(dialog, 'lightning-flow')).toMatchObject({
      flowApiName: 'Account_Screen_AskForFeedback',
      flowInputVariables: [{ name: 'recordId', type: 'String', value: '001' }],
    });
    find(dialog, 'dialog').setAttribute('open', '');
    await expect(dialog).toBeAccessible();
  });

  it('closes and says so when the screens have come to their end, not before', async () => {
    const dialog = await showDialog();
    const finish = jest.fn();
    dialog.addEventListener('finish', finish);
    dialog.open('003', 'Contact', 'Ann Lee');
    await settled();
    const flow = find(dialog, 'lightning-flow');
    flow.dispatchEvent(new CustomEvent('statuschange', { detail: { status: 'STARTED' } }));
    expect(finish).not.toHaveBeenCalled();
    flow.dispatchEvent(new CustomEvent('statuschange', { detail: { status: 'FINISHED_SCREEN' } }));
    await settled();
    expect(finish).toHaveBeenCalledTimes(1);
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
