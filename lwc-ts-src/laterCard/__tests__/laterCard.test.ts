import FollowUpGuide from 'c/followUpGuide';
import FollowUpPanel from 'c/followUpPanel';
import PulseTrend from 'c/pulseTrend';
import TouchpointMap from 'c/touchpointMap';
import type { LightningElement } from 'lwc';
import { clearPage, find, findAll, show, textOf } from 'jest-mocks/page';
import { fetched, seen, watchWindow } from 'jest-mocks/window';

const CARD = '[data-part="card"]';
const ON_ACCOUNT = { recordId: '001000000000001AAA', objectApiName: 'Account' };

describe('a card that comes when it is wanted', () => {
  beforeEach(watchWindow);
  afterEach(clearPage);

  it('shows its heading over the room that it will take, until it is in the window', async () => {
    const panel = show('c-follow-up-panel', FollowUpPanel, ON_ACCOUNT);
    await fetched();
    expect(textOf(find(panel, 'h2'))).toBe('Open Follow-Ups');
    expect(find(panel, 'article').getAttribute('aria-busy')).toBe('true');
    expect(find(panel, '.slds-card__body').style.minHeight).toBe('6rem');
    await expect(panel).toBeAccessible();

    seen(find(panel, 'article'));
    await fetched();
    expect(card(panel)).toMatchObject(ON_ACCOUNT);
    expect(findAll(panel, 'article')).toHaveLength(0);
  });

  it.each(['wheel', 'touchmove', 'scroll', 'keydown', 'beforeprint'])('comes without being seen at %s', async (act) => {
    const panel = show('c-follow-up-panel', FollowUpPanel, { ...ON_ACCOUNT, cardTitle: 'To do' });
    await fetched();
    expect(textOf(find(panel, 'h2'))).toBe('To do');
    window.dispatchEvent(new CustomEvent(act));
    await fetched();
    expect(card(panel)).toMatchObject({ ...ON_ACCOUNT, cardTitle: 'To do' });
  });

  it.each<[string, typeof LightningElement, object]>([
    ['c-pulse-trend', PulseTrend, { ...ON_ACCOUNT, showAnswers: true }],
    ['c-touchpoint-map', TouchpointMap, ON_ACCOUNT],
    ['c-follow-up-guide', FollowUpGuide, { recordId: 'a05000000000001AAA', cardTitle: 'What now' }],
  ])('comes at once where it stands at the top: %s', async (tag, component, properties) => {
    const host = show(tag, component, properties);
    await fetched();
    expect(card(host)).toMatchObject(properties);
  });

  it('comes at once where nobody can tell what is in the window', async () => {
    Reflect.deleteProperty(window, 'IntersectionObserver');
    const panel = show('c-follow-up-panel', FollowUpPanel, ON_ACCOUNT);
    await fetched();
    expect(findAll(panel, CARD)).toHaveLength(1);
  });

  it('says so when it cannot be fetched, and tries again', async () => {
    Reflect.deleteProperty(window, 'IntersectionObserver');
    let tries = 0;
    class Unreachable extends TouchpointMap {
      protected override fetchCard(): ReturnType<TouchpointMap['fetchCard']> {
        tries += 1;
        return tries === 1 ? Promise.reject(new Error('The org cannot be reached.')) : super.fetchCard();
      }
    }
    const map = show('c-unreachable', Unreachable, ON_ACCOUNT);
    await fetched();
    expect(find(map, 'c-card-frame')).toMatchObject({ heading: 'Journey', state: 'error', stateText: 'The org cannot be reached.' });
    await expect(map).toBeAccessible();
    find(map, 'c-card-frame').dispatchEvent(new CustomEvent('retry'));
    await fetched();
    expect(findAll(map, CARD)).toHaveLength(1);
  });

  it('no longer waits when it has left the page', async () => {
    const panel = show('c-follow-up-panel', FollowUpPanel, ON_ACCOUNT);
    await fetched();
    clearPage();
    window.dispatchEvent(new CustomEvent('keydown'));
    await fetched();
    expect(findAll(panel, CARD)).toHaveLength(0);
  });
});

function card(host: Element): Element {
  return find(host, CARD);
}
