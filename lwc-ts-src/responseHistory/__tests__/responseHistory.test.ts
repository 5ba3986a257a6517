import ResponseHistory from 'c/responseHistory';
import { askForAnswers } from 'c/answerLink';
import { clearPage, find, findAll, show, textOf } from 'jest-mocks/page';
import { fetched, seen, watchWindow } from 'jest-mocks/window';
import { graphqlWire } from 'jest-mocks/wires';

const CARD = '[data-part="card"]';
const RECORD_ID = '001000000000001AAA';

describe('c-response-history', () => {
  beforeEach(() => {
    watchWindow();
    HTMLElement.prototype.scrollIntoView = () => undefined;
  });
  afterEach(clearPage);

  it('waits below its heading, and comes when it is seen', async () => {
    const history = show('c-response-history', ResponseHistory, { recordId: RECORD_ID, objectApiName: 'Account', startView: 'Table' });
    await fetched();
    expect(textOf(find(history, 'h2'))).toBe('Response History');
    await expect(history).toBeAccessible();
    seen(find(history, 'article'));
    await fetched();
    expect(find(history, CARD)).toMatchObject({ recordId: RECORD_ID, objectApiName: 'Account', startView: 'Table' });
  });

  it('comes when somebody asks for the answers behind a figure, and shows those', async () => {
    const history = show('c-response-history', ResponseHistory, { recordId: RECORD_ID, objectApiName: 'Account' });
    await fetched();
    expect(askForAnswers({ recordId: RECORD_ID, touchpoint: 'Delivery' })).toBe(true);
    await fetched();
    expect(findAll(history, CARD)).toHaveLength(1);
    expect(graphqlWire.getLastConfig()?.variables).toMatchObject({ touchpoint: 'Delivery' });
  });

  it('leaves the page to others when it is gone', async () => {
    show('c-response-history', ResponseHistory, { recordId: RECORD_ID, objectApiName: 'Account' });
    await fetched();
    clearPage();
    expect(askForAnswers({ recordId: RECORD_ID })).toBe(false);
  });
});
