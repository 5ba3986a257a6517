import FormulaSteps from 'c/formulaSteps';
import { readPulse, type PulseFigures } from 'c/pulseRecord';
import { clearPage, findAll, settled, show, textOf } from 'jest-mocks/page';
import { HEALTHY, recordWithPulse, WITHOUT_ANSWERS, type PulseFields } from 'jest-mocks/pulseRecords';

const SUMS: PulseFields = {
  ...HEALTHY,
  Score__c: 8.81,
  RatingSum__c: 1234,
  RatingCount__c: 140,
  PriorRatingSum__c: 588,
  PriorRatingCount__c: 70,
  PriorScore__c: 8.4,
  Trend__c: 0.41,
  TrendIsSound__c: true,
  TrendT__c: 2.31,
  TrendCritical__c: 1.97,
  MinAnswers__c: 10,
  RelationalPromoterCount__c: 28,
  RelationalDetractorCount__c: 4,
};

describe('c-formula-steps', () => {
  beforeEach(() => {
    jest.spyOn(Date, 'now').mockReturnValue(Date.parse('2026-11-22T10:00:00Z'));
  });

  afterEach(() => {
    clearPage();
    jest.restoreAllMocks();
  });

  it("explains each figure with the customer's own sums", async () => {
    const steps = await stepsFor(SUMS);
    expect(steps).toEqual([
      [
        'pulse',
        'Pulse The pulse is the average rating of all answers of the last 365 days. Answers without a rating do not count. 1,234 points from 140 answers since Nov 22, 2025: 1,234 / 140 = 8.81',
      ],
      ['band', 'Bands Green from 9.0, yellow from 7.0, red below.'],
      [
        'trend',
        "Trend 588 points from 70 answers in the 365 days before: 588 / 70 = 8.40 1,234 / 140 − 588 / 70 = +0.41 More than chance: t is +2.31, beyond ±1.97 (Welch's test, 95%).",
      ],
      ['nps', 'NPS Promoters 28, detractors 4, relational answers 39: (28 − 4) / 39 × 100 = +62'],
    ]);
    await expect(document.body.firstElementChild).toBeAccessible();
  });

  it('says why a change does not count', async () => {
    const noise = await stepsFor({ ...SUMS, TrendIsSound__c: false, TrendT__c: 1.1 });
    expect(noise[2]?.[1]).toContain('Could be chance: t is +1.10, within ±1.97');
    const few = await stepsFor({ ...SUMS, TrendIsSound__c: false, PriorRatingCount__c: 3 });
    expect(few[2]?.[1]).toContain('A change counts from 10 answers in each of the two periods.');
  });

  it('leaves out what is not there', async () => {
    expect((await stepsFor(WITHOUT_ANSWERS)).map(([key]) => key)).toEqual(['pulse', 'band']);
  });
});

async function stepsFor(pulse: PulseFields): Promise<(readonly [string | undefined, string])[]> {
  clearPage();
  const element = show('c-formula-steps', FormulaSteps, { figures: figuresOf(pulse) });
  await settled();
  return findAll(element, '[data-step]').map((step) => [step.dataset['step'], textOf(step)] as const);
}

function figuresOf(pulse: PulseFields): PulseFigures {
  const reading = readPulse(recordWithPulse('Account', 'Pulse__c', pulse), 'account');
  if (reading.kind !== 'pulse') throw new Error('no pulse');
  return reading.figures;
}
