import { onAnswersAsked, type AnswersRequest } from 'c/answerLink';
import CustomerPulse from 'c/customerPulse';
import { arrive, frameOf } from 'jest-mocks/pulseCard';
import { clearPage, find, findAll, settled, show, statesOf, textOf } from 'jest-mocks/page';
import { field, HEALTHY, recordWithoutPulse, recordWithPulse, WITHOUT_ANSWERS, type PulseFields } from 'jest-mocks/pulseRecords';
import { fetched } from 'jest-mocks/window';
import { errorBody, graphqlWire, recordWire } from 'jest-mocks/wires';

const NOW = Date.parse('2026-11-22T00:00:00Z');

describe('c-customer-pulse', () => {
  beforeEach(() => {
    jest.spyOn(Date, 'now').mockReturnValue(NOW);
  });

  afterEach(() => {
    clearPage();
    jest.restoreAllMocks();
  });

  it('asks only for figures the user may read, across the lookup of its page', async () => {
    showCard({ objectApiName: 'Contact' });
    await settled();
    const config = recordWire.getLastConfig();
    expect(config?.recordId).toBe('001000000000001AAA');
    expect(config?.fields).toBeUndefined();
    expect(config?.optionalFields).toEqual(expect.arrayContaining(['Contact.Pulse__c', 'Contact.Pulse__r.Score__c']));
  });

  it('shows that it loads', async () => {
    const card = showCard();
    await settled();
    expect(stateOf(card)).toBe('loading');
    await expect(card).toBeAccessible();
  });

  it('shows score, band, target, answers, trend, NPS and last answer', async () => {
    const card = await cardWith(HEALTHY);
    expect(statesOf(card)).toEqual(['score']);
    expect(figure(card, 'score')).toBe('9.2');
    expect(find(card, 'c-band-badge')).toMatchObject({ band: 'Green', text: 'Green: on target' });
    expect(figure(card, 'target')).toBe('Target 9.0');
    expect(figure(card, 'answers')).toBe('52 answers in the last 365 days');
    expect(figure(card, 'trend')).toBe('Up 0.3 from 8.9, 40 answers before');
    expect(figure(card, 'nps')).toBe('+62 from 39 relational answers');
    expect(figure(card, 'last')).toBe('Nov 1, 2026');
    await expect(card).toBeAccessible();
  });

  it.each([
    [true, 'More than chance'],
    [false, 'Could be chance: too few answers, or they differ too much'],
  ])('says in words whether a change is more than chance: %s', async (sound, words) => {
    const card = await cardWith({ ...HEALTHY, TrendIsSound__c: sound });
    expect(figure(card, 'trend')).toBe(`Up 0.3 from 8.9, 40 answers before ${words}`);
  });

  it('does not speak of chance where nothing changed, or nobody knows', async () => {
    expect(figure(await cardWith({ ...HEALTHY, Trend__c: 0.01, TrendIsSound__c: true }), 'trend')).toBe(
      'Unchanged from 8.9, 40 answers before',
    );
    expect(figure(await cardWith(HEALTHY), 'trend')).toBe('Up 0.3 from 8.9, 40 answers before');
  });

  it('shows where the comparison starts anew while a window crosses it', async () => {
    const rebaseline = { ComparisonStart__c: '2026-03-01', RebaselineNote__c: 'New carrier.' };
    const card = await cardWith({ ...HEALTHY, ...rebaseline });
    expect(figure(card, 'rebaseline')).toBe('Answers before Mar 1, 2026 are not compared with. New carrier.');
    await expect(card).toBeAccessible();
    const later = await cardWith({ ...HEALTHY, ...rebaseline, ComparisonStart__c: '2024-01-01' });
    expect(findAll(later, '[data-figure="rebaseline"]')).toHaveLength(0);
  });

  it('shows the segment, and when the team was told', async () => {
    const card = await cardWith({ ...HEALTHY, Segment__c: 'A', AlertedAt__c: '2026-11-02T08:00:00.000Z', AlertedScore__c: 6.44 });
    expect(figure(card, 'segment')).toBe('Segment A');
    expect(figure(card, 'alert')).toBe('The team was told on Nov 2, 2026, when the pulse was 6.4.');
    const hidden = await cardWith({ ...HEALTHY, AlertedAt__c: '2026-11-02T08:00:00.000Z' });
    expect(figure(hidden, 'alert')).toBe('The team was told on Nov 2, 2026.');
  });

  it('reads the rebaseline of the account on the page of a contact', async () => {
    const card = showCard({ objectApiName: 'Contact' });
    await settled();
    expect(recordWire.getLastConfig()?.optionalFields).toContain('Contact.Pulse__r.AccountPulse__r.ComparisonStart__c');
    const account = { apiName: 'AccountPulse__c', id: 'a00000000000002AAA', fields: { ComparisonStart__c: field('2026-03-01') } };
    const record = recordWithPulse('Contact', 'Pulse__c', HEALTHY);
    const pulse = record.fields['Pulse__r']?.value;
    if (typeof pulse !== 'object' || pulse === null) throw new Error('no pulse');
    const withMaster = { ...pulse, fields: { ...pulse.fields, AccountPulse__r: field(account) } };
    recordWire.emit({ ...record, fields: { ...record.fields, Pulse__r: field(withMaster) } });
    await settled();
    expect(figure(card, 'rebaseline')).toBe('Answers before Mar 1, 2026 are not compared with.');
  });

  it('says the whole reading in one sentence for those who hear it', async () => {
    const card = await cardWith({
      ...HEALTHY,
      Score__c: 7.2,
      PriorScore__c: 8.4,
      Trend__c: -1.2,
      Band__c: 'Yellow',
      PriorRatingCount__c: 14,
    });
    expect(find(card, 'c-pulse-gauge')).toMatchObject({
      score: 7.2,
      yellowFrom: 7,
      target: 9,
      sentence:
        'Customer Pulse 7.2 out of 10, Yellow: below target. Target 9.0. 52 answers in the last 365 days. Down 1.2 from 8.4, 14 answers before.',
    });
  });

  it.each<[string, PulseFields, string]>([
    ['a rise', { Trend__c: 1.24, PriorScore__c: 6, PriorRatingCount__c: 1 }, 'Up 1.2 from 6.0, 1 answer before'],
    ['a fall', { Trend__c: -1.24, PriorScore__c: 8.4, PriorRatingCount__c: 1 }, 'Down 1.2 from 8.4, 1 answer before'],
    ['a change too small to show', { Trend__c: -0.04, PriorScore__c: 9.24 }, 'Unchanged from 9.2, 40 answers before'],
    ['no change', { Trend__c: 0, PriorScore__c: 9.2, PriorRatingCount__c: 1 }, 'Unchanged from 9.2, 1 answer before'],
    ['nothing to compare with', { Trend__c: null, PriorScore__c: null, PriorRatingCount__c: 0 }, 'No earlier score to compare with'],
  ])('puts %s into words', async (_case, fields, words) => {
    const card = await cardWith({ ...HEALTHY, ...fields });
    expect(figure(card, 'trend')).toBe(words);
  });

  it('marks a score that rests on few answers, and speaks of one answer in the singular', async () => {
    const card = await cardWith({ ...HEALTHY, RatingCount__c: 1 });
    expect(figure(card, 'answers')).toBe('1 answer in the last 365 days Few answers: read with care');
    await expect(card).toBeAccessible();
  });

  it('does not mark thirty answers as few', async () => {
    const card = await cardWith({ ...HEALTHY, RatingCount__c: 30, RelationalCount__c: 30 });
    expect(textOf(find(card, '.facts'))).not.toContain('Few answers');
  });

  it('keeps the NPS away where no relational answer was given', async () => {
    const card = await cardWith({ ...HEALTHY, Nps__c: null, RelationalCount__c: 0 });
    expect(findAll(card, '[data-figure="nps"]')).toHaveLength(0);
    expect(figure(card, 'score')).toBe('9.2');
  });

  it('shows an NPS of zero, which is not a missing one, and says when it rests on one answer', async () => {
    const card = await cardWith({ ...HEALTHY, Nps__c: 0, RelationalCount__c: 1 });
    expect(figure(card, 'nps')).toBe('0 from 1 relational answer Few answers: read with care');
  });

  it('shows a pulse of zero, which is not a missing one', async () => {
    const card = await cardWith({ ...HEALTHY, Score__c: 0, Band__c: 'Red' });
    expect(figure(card, 'score')).toBe('0.0');
  });

  it('works the band out where the stored one is hidden', async () => {
    const card = await cardWith({ ...HEALTHY, Band__c: null, Target__c: null, YellowFrom__c: null, Score__c: 6.9 });
    expect(find(card, 'c-band-badge')).toMatchObject({ band: 'Red', text: 'Red: at risk' });
  });

  it('says that there is no pulse yet where the lookup is empty', async () => {
    const card = showCard();
    recordWire.emit(recordWithoutPulse('Account', 'Pulse__c'));
    await settled();
    expect(stateOf(card)).toBe('empty');
    expect(frameOf(card).stateTitle).toBe('No pulse yet');
    await expect(card).toBeAccessible();
  });

  it('says that there is no pulse yet where no answer was given', async () => {
    expect(stateOf(await cardWith(WITHOUT_ANSWERS))).toBe('empty');
  });

  it('tells answers without a rating from no answers', async () => {
    const card = await cardWith({ ...WITHOUT_ANSWERS, ResponseCount__c: 2, LastResponseAt__c: '2026-11-01T00:00:00Z' });
    expect(stateOf(card)).toBe('empty');
    await expect(card).toBeAccessible();
  });

  it('says that a customer has gone quiet, and what the pulse was', async () => {
    const card = await cardWith({
      ...WITHOUT_ANSWERS,
      ResponseCount__c: 14,
      LastResponseAt__c: '2025-08-02T00:00:00Z',
      PriorScore__c: 8.4,
      PriorRatingCount__c: 14,
    });
    expect(statesOf(card)).toEqual(['stale']);
    const words = textOf(find(card, '[data-state="stale"]'));
    expect(words).toContain('The last answer came on Aug 2, 2025, more than 365 days ago.');
    expect(words).toContain('Before that, the pulse was 8.4 from 14 answers.');
    await expect(card).toBeAccessible();
  });

  it('shows an old score with its age while the window has not been rolled yet', async () => {
    const card = await cardWith({ ...HEALTHY, LastResponseAt__c: '2025-11-20T00:00:00Z' });
    expect(statesOf(card)).toEqual(['stale', 'score']);
    expect(textOf(find(card, '[data-state="stale"]'))).not.toContain('Before that');
  });

  it('says so where the pulse is not shared with the user', async () => {
    const card = showCard();
    const hidden = recordWithoutPulse('Account', 'Pulse__c');
    recordWire.emit({ ...hidden, fields: { ...hidden.fields, Pulse__c: field('a00000000000001AAA') } });
    await settled();
    expect(stateOf(card)).toBe('noAccess');
    await expect(card).toBeAccessible();
  });

  it('says so where the user may read no figure, or not the record', async () => {
    const card = await cardWith({});
    expect(stateOf(card)).toBe('noAccess');
    recordWire.error(errorBody('No access', 'INSUFFICIENT_ACCESS'), 403);
    await settled();
    expect(stateOf(card)).toBe('noAccess');
  });

  it('shows what went wrong', async () => {
    const card = showCard();
    recordWire.error(errorBody('The org is busy.'), 500);
    await settled();
    expect(stateOf(card)).toBe('error');
    expect(frameOf(card).stateText).toBe('The org is busy.');
    await expect(card).toBeAccessible();
  });

  it.each([
    ['Account', 'Pulse__c', 'Answers of all contacts of this account'],
    ['Contact', 'Pulse__c', 'Answers of this person at this account'],
    ['PulseResponse__c', 'ContactPulse__c', 'Answers of this person at this account'],
  ])('reads the pulse on the page of %s', async (objectApiName, lookup, scope) => {
    const card = showCard({ objectApiName });
    recordWire.emit(recordWithPulse(objectApiName, lookup, HEALTHY));
    await settled();
    expect(figure(card, 'score')).toBe('9.2');
    expect(textOf(find(card, '.slds-text-body_small'))).toBe(scope);
  });

  it('shows how an account spreads below its pulse', async () => {
    const card = await cardWith(HEALTHY);
    await fetched();
    expect(find(card, '[data-part="spreads"]')).toMatchObject({ recordId: '001000000000001AAA', objectApiName: 'Account' });
    await expect(card).toBeAccessible();
  });

  it.each([
    ['one person', { objectApiName: 'Contact' }],
    ['a page that leaves the spread out', { hideSpread: true }],
  ])('asks for no details of %s', async (_case, properties) => {
    showCard(properties);
    await arrive(HEALTHY);
    const asked: string[] = [];
    graphqlWire.emit({}, ({ query = '' }) => asked.push(query) < 0);
    expect(asked.filter((query) => query !== '')).toEqual([]);
  });

  it('explains itself on demand', async () => {
    const card = await cardWith(HEALTHY);
    const button = find(card, '[data-action="explain"]');
    expect([textOf(button), button.getAttribute('aria-expanded')]).toEqual(['How is this worked out?', 'false']);
    button.click();
    await settled();
    await settled();
    expect([textOf(button), button.getAttribute('aria-expanded')]).toEqual(['Hide the explanation', 'true']);
    expect(find(card, '[data-state="explained"]').childElementCount).toBe(1);
    await expect(card).toBeAccessible();
  });

  it('leads to the answers behind the number', async () => {
    const card = await cardWith(HEALTHY);
    const asked: AnswersRequest[] = [];
    const stop = onAnswersAsked('001000000000001AAA', (request) => asked.push(request));
    find(card, '[data-action="answers"]').click();
    stop();
    expect(asked).toEqual([{ recordId: '001000000000001AAA', period: 'window' }]);
  });

  it('fetches the record again after an error', async () => {
    const card = showCard();
    recordWire.error(errorBody('The org is busy.'), 500);
    await settled();
    frameOf(card).dispatchEvent(new CustomEvent('retry'));
    await settled();
    expect(stateOf(card)).toBe('loading');
    expect(recordWire.getLastConfig()?.recordId).toBe('001000000000001AAA');
  });

  it('shows the pulse on its own page', async () => {
    const card = showCard({ objectApiName: 'AccountPulse__c' });
    await settled();
    expect(recordWire.getLastConfig()?.optionalFields).toContain('AccountPulse__c.Score__c');
    const fields = Object.fromEntries(Object.entries(HEALTHY).map(([name, value]) => [name, field(value)]));
    recordWire.emit({ apiName: 'AccountPulse__c', id: 'a00000000000001AAA', fields });
    await settled();
    expect(figure(card, 'score')).toBe('9.2');
  });

  it('takes its heading from the page, and its own when the page gives none', () => {
    expect(frameOf(showCard()).heading).toBe('Customer Pulse');
    clearPage();
    expect(frameOf(showCard({ cardTitle: 'How are they?' })).heading).toBe('How are they?');
  });
});

interface Properties {
  recordId?: string;
  objectApiName?: string;
  cardTitle?: string;
  hideSpread?: boolean;
}

function showCard(properties: Properties = {}): HTMLElement {
  return show('c-customer-pulse', CustomerPulse, { recordId: '001000000000001AAA', objectApiName: 'Account', ...properties });
}

async function cardWith(pulse: PulseFields): Promise<HTMLElement> {
  const card = showCard();
  recordWire.emit(recordWithPulse('Account', 'Pulse__c', pulse));
  await settled();
  return card;
}

function stateOf(card: Element): string | undefined {
  return frameOf(card).state;
}

function figure(card: Element, name: string): string {
  return textOf(find(card, `[data-figure="${name}"]`));
}
