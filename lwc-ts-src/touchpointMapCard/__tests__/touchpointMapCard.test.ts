import TouchpointMapCard from 'c/touchpointMapCard';
import { onAnswersAsked, type AnswersRequest } from 'c/answerLink';
import { visited } from 'jest-mocks/lightning/navigation';
import { clearPage, find, findAll, settled, textOf } from 'jest-mocks/page';
import { arrive, frameOf, showPulseCard } from 'jest-mocks/pulseCard';
import { pulseData, touchpointSums } from 'jest-mocks/pulseDetails';
import { HEALTHY } from 'jest-mocks/pulseRecords';

type Row = readonly [touchpoint: string | null, sum: number, count: number, squares: number];

const JOURNEY = {
  touchpoints: {
    edges: ['Sales', 'Delivery', 'Service'].map((name, index) => ({
      node: { Id: `a0${index}`, Name: { value: name }, key: { value: name } },
    })),
  },
};
const SALES: Row = ['Sales', 90, 10, 812];
const DELIVERY: Row = ['Delivery', 52, 10, 280];
const WHOLE: Row = [null, 58, 7, 488];

describe('c-touchpoint-map-card', () => {
  afterEach(() => {
    clearPage();
    visited.length = 0;
  });

  it('shows one row for each touchpoint in the order of the journey, and the relationship as a whole at last', async () => {
    const card = await map([WHOLE, DELIVERY, ['Billing', 16, 2, 128], SALES]);
    expect(rows(card).map((row) => row.dataset['touchpoint'])).toEqual(['Sales', 'Delivery', 'Service', 'Billing', '']);
    expect(textOf(rowOf(card, 'Service'))).toBe('Service No answers in the last 365 days');
    expect(textOf(rowOf(card, ''))).toBe('Whole relationship 8.3: below target 7 answers');
    await expect(card).toBeAccessible();
  });

  it('says where the journey breaks, and marks it', async () => {
    const card = await map([SALES, DELIVERY]);
    expect(verdicts(card)).toEqual(['It breaks at Delivery: 5.2, which is 3.8 below the other touchpoints.']);
    expect(rowOf(card, 'Delivery').className).toContain('weak');
    expect(rowOf(card, 'Sales').className).not.toContain('weak');
    expect(find(card, '.weak c-band-badge')).toMatchObject({
      band: 'Red',
      text: '5.2: at risk',
    });
  });

  it('says which touchpoint has fallen by more than chance', async () => {
    const card = await map(
      [
        ['Sales', 80, 10, 644],
        ['Delivery', 82, 10, 678],
      ],
      [['Sales', 95, 10, 905]],
    );
    expect(verdicts(card)).toEqual(['Sales has fallen from 9.5 to 8.0: more than chance.']);
    expect(textOf(rowOf(card, 'Sales'))).toContain('Down 1.5 from 9.5, 10 answers before');
  });

  it('does not call a difference a break that could be chance', async () => {
    expect(
      verdicts(
        await map([
          ['Sales', 17, 2, 145],
          ['Delivery', 14, 2, 100],
        ]),
      ),
    ).toEqual(['Lowest is Delivery with 7.0. The difference could be chance.']);
    clearPage();
    expect(
      verdicts(
        await map([
          ['Sales', 17, 2, 145],
          ['Delivery', 17, 2, 145],
        ]),
      ),
    ).toEqual(['No touchpoint stands out.']);
  });

  it('never judges by squares that the user may not read', async () => {
    const card = await map([
      ['Sales', 90, 10, 0],
      ['Delivery', 52, 10, 0],
    ]);
    expect(verdicts(card)).toEqual(['Lowest is Delivery with 5.2. The difference could be chance.']);
  });

  it('leads to the answers of a touchpoint on the same page, else to the list of all answers', async () => {
    const card = await map([SALES, DELIVERY]);
    const asked: AnswersRequest[] = [];
    const stop = onAnswersAsked('001000000000001AAA', (request) => asked.push(request));
    find(card, 'button[data-touchpoint="Delivery"]').click();
    expect(asked).toEqual([{ recordId: '001000000000001AAA', touchpoint: 'Delivery', period: 'window' }]);
    stop();
    find(card, 'button[data-touchpoint="Delivery"]').click();
    expect(visited).toMatchObject([{ type: 'standard__recordRelationshipPage', attributes: { relationshipApiName: 'PulseResponses__r' } }]);
  });

  it('marks ratings that rest on few answers', async () => {
    const card = await map([SALES, ['Delivery', 270, 30, 2500]]);
    expect(findAll(card, 'lightning-icon[title]').map((icon) => icon.closest('li')?.dataset['touchpoint'])).toEqual(['Sales']);
  });

  it('says that no touchpoint has ratings yet', async () => {
    const card = await map([]);
    expect(frameOf(card)).toMatchObject({ state: 'empty', stateTitle: 'No ratings by touchpoint yet' });
    await expect(card).toBeAccessible();
  });
});

async function map(window: readonly Row[], prior: readonly Row[] = []): Promise<HTMLElement> {
  const card = showPulseCard('c-touchpoint-map-card', TouchpointMapCard);
  await arrive(HEALTHY, pulseData({ window: touchpointSums(window), prior: touchpointSums(prior) }, JOURNEY));
  await settled();
  return card;
}

function rows(card: Element): HTMLElement[] {
  return findAll(card, 'li[data-touchpoint]');
}

function rowOf(card: Element, touchpoint: string): HTMLElement {
  return find(card, `li[data-touchpoint="${touchpoint}"]`);
}

function verdicts(card: Element): string[] {
  return findAll(card, '[data-figure="verdict"]').map(textOf);
}
