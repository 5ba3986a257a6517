import CardFrame, { type CardState } from 'c/cardFrame';
import { clearPage, find, findAll, settled, show, textOf } from 'jest-mocks/page';

interface Properties {
  heading: string;
  state: CardState;
  stateTitle?: string;
  stateText?: string;
  bodyHeight?: string;
  busy?: boolean;
  headingLevel?: number;
  iconName?: string;
  compact?: boolean;
}

function frame(properties: Partial<Properties> = {}): HTMLElement & Properties {
  return show<Properties>('c-card-frame', CardFrame, {
    heading: 'Customer Pulse',
    state: 'ready',
    iconName: 'standard:feedback',
    ...properties,
  });
}

describe('c-card-frame', () => {
  afterEach(clearPage);

  it('has a real heading, which can take the focus', async () => {
    const card = frame();
    await settled();
    expect(textOf(find(card, 'h2'))).toBe('Customer Pulse');
    card.focus();
    expect(card.shadowRoot?.activeElement).toBe(find(card, 'h2'));
    clearPage();
    expect(textOf(find(frame({ headingLevel: 3 }), 'h3'))).toBe('Customer Pulse');
  });

  it.each<CardState>(['loading', 'ready', 'empty', 'error', 'noAccess'])('keeps its height and is accessible: %s', async (state) => {
    const card = frame({ state, bodyHeight: '14rem', ...(state === 'empty' ? { stateTitle: 'Nothing yet', stateText: 'Soon.' } : {}) });
    await settled();
    expect(find(card, '[data-state]').dataset['state']).toBe(state);
    expect(find(card, '[data-state]').style.minHeight).toBe('14rem');
    expect(findAll(card, 'slot:not([name])')).toHaveLength(state === 'ready' ? 1 : 0);
    await expect(card).toBeAccessible();
  });

  it('says that it loads, and that it fetches again what it shows', async () => {
    const card = frame({ state: 'loading' });
    await settled();
    expect(textOf(find(card, '[role="status"]'))).toBe('Loading');
    expect(find(card, 'article').getAttribute('aria-busy')).toBe('true');
    Object.assign(card, { state: 'ready', busy: true });
    await settled();
    expect(textOf(find(card, '[role="status"]'))).toBe('Updating');
    expect(findAll(card, '[data-busy]')).toHaveLength(1);
    Object.assign(card, { busy: false });
    await settled();
    expect(textOf(find(card, '[role="status"]'))).toBe('');
    expect(find(card, 'article').getAttribute('aria-busy')).toBe('false');
  });

  it('offers to try again after an error, and says what failed', async () => {
    const card = frame({ state: 'error', stateText: 'The org is busy.' });
    const tries: Event[] = [];
    card.addEventListener('retry', (event) => tries.push(event));
    await settled();
    expect(textOf(find(card, '[role="alert"]'))).toBe('This cannot be shown right now The org is busy.');
    find(card, '[data-action="retry"]').click();
    expect(tries).toHaveLength(1);
  });

  it('has words of its own where none are given', async () => {
    const card = frame({ state: 'noAccess' });
    await settled();
    expect(textOf(find(card, '.message'))).toContain('You cannot see this Ask your administrator');
    expect(findAll(card, '[data-action="retry"]')).toHaveLength(0);
    expect(findAll(card, '[role="alert"]')).toHaveLength(0);
  });

  it('leaves its icon out where room is short', async () => {
    const card = frame({ compact: true });
    await settled();
    expect(findAll(card, 'lightning-icon')).toHaveLength(0);
  });
});
