import PortfolioRow, { type PortfolioRow as Row } from 'c/portfolioRow';
import { clearPage, find, findAll, settled, show, textOf } from 'jest-mocks/page';

const ROW: Row = {
  id: '001',
  name: 'Nordlys Ferries',
  ownerName: 'Maren Manager',
  segmentText: 'Segment A',
  revenueText: '$88,000,000',
  holdText: '',
  levelText: 'Act now',
  levelBand: 'Red',
  scoreText: '6.1',
  band: 'Red',
  bandText: 'Red',
  answersText: '21 answers',
  noScoreText: '',
  trend: { icon: 'utility:arrowdown', text: '1.4', sentence: 'Down 1.4 from 7.5, 20 answers before' },
  lastAnswerText: 'Mar 12, 2026',
  reasons: [{ key: 'red', icon: 'utility:trending', text: '2.9 below the target of 9.0' }],
  followUpId: undefined,
  canAsk: true,
  canStart: true,
  isStarting: false,
};

describe('c-portfolio-row', () => {
  afterEach(clearPage);

  it('shows the customer, the pulse, why it is there, and what to do', async () => {
    const row = await showRow(ROW);
    expect(textOf(find(row, '.facts'))).toBe('Segment A $88,000,000 Maren Manager');
    expect(textOf(find(row, '[data-figure="pulse"]'))).toContain('Down 1.4 from 7.5, 20 answers before');
    expect(textOf(find(row, '.why'))).toBe('2.9 below the target of 9.0');
    expect(findAll(row, 'button').map(textOf)).toEqual(['Start follow-up for Nordlys Ferries', 'Ask for feedback for Nordlys Ferries']);
    await expect(row).toBeAccessible();
  });

  it('leads to the follow-up that is open, instead of starting another', async () => {
    const row = await showRow({ ...ROW, followUpId: 'f1', canStart: false });
    expect(findAll(row, '[data-action="start"]')).toHaveLength(0);
    expect(find(row, '[data-link="follow-up"]')).toMatchObject({ recordId: 'f1', label: 'Open follow-up' });
  });

  it('tells the last answer of a customer with nothing to worry about', async () => {
    const row = await showRow({ ...ROW, reasons: [], canAsk: false, canStart: false });
    expect(textOf(find(row, '.why'))).toBe('Last answer Mar 12, 2026');
    expect(findAll(row, '.actions')).toHaveLength(0);
    await expect(row).toBeAccessible();
  });
});

async function showRow(row: Row): Promise<HTMLElement> {
  const element = show('c-portfolio-row', PortfolioRow, { row });
  await settled();
  return element;
}
