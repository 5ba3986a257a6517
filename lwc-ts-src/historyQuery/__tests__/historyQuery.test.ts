import { answersDocument, answersVariables, followUpsDocument, isFiltered, isSameFilter, NO_FILTER } from 'c/historyQuery';

const PARENTS = ['account', 'contact', 'accountPulse', 'contactPulse'] as const;

describe('the query of the answers', () => {
  it.each([
    ['account', 'where: { Account__c: { eq: $parentId } }'],
    ['contact', 'where: { Contact__c: { eq: $parentId } }'],
    ['accountPulse', 'where: { ContactPulse__r: { AccountPulse__c: { eq: $parentId } } }'],
    ['contactPulse', 'where: { ContactPulse__c: { eq: $parentId } }'],
  ] as const)('looks for the answers of an %s', (parent, where) => {
    expect(answersDocument(parent, NO_FILTER, 'first')).toContain(where);
  });

  it.each([
    ['Green', 'Rating__c: { gte: 9 }'],
    ['Yellow', 'Rating__c: { gte: 7, lt: 9 }'],
    ['Red', 'Rating__c: { lt: 7 }'],
    ['unrated', 'Rating__c: { eq: null }'],
  ] as const)('filters by the band %s', (band, condition) => {
    expect(answersDocument('account', { ...NO_FILTER, band }, 'first')).toContain(`{ Account__c: { eq: $parentId }, ${condition} }`);
  });

  it('takes the touchpoint and the day as variables, and declares them only where they are used', () => {
    const filter = { ...NO_FILTER, touchpoint: 'Sales "north"', since: '2026-08-24T00:00:00.000Z' };
    const filtered = answersDocument('account', filter, 'first');
    expect(filtered).toContain('($parentId: ID, $after: String, $touchpoint: String, $since: DateTime)');
    expect(filtered).toContain('Touchpoint__c: { eq: $touchpoint }');
    expect(filtered).toContain('RespondedAt__c: { gte: { value: $since } }');
    expect(filtered).not.toContain('north');
    expect(answersVariables('001', filter, 'c1')).toEqual({
      parentId: '001',
      after: 'c1',
      touchpoint: filter.touchpoint,
      since: filter.since,
    });
    expect(answersDocument('account', NO_FILTER, 'first')).not.toMatch(/\$touchpoint|\$since/u);
    expect(answersVariables('001', NO_FILTER, null)).toEqual({ parentId: '001', after: null });
  });

  it('takes a period between two days', () => {
    const filter = { ...NO_FILTER, since: '2025-01-01T00:00:00.000Z', until: '2026-01-01T00:00:00.000Z' };
    expect(answersDocument('account', filter, 'first')).toContain('RespondedAt__c: { gte: { value: $since }, lt: { value: $until } }');
    expect(answersVariables('001', filter, null)).toMatchObject({ since: filter.since, until: filter.until });
  });

  it('filters by program', () => {
    expect(answersDocument('contact', { ...NO_FILTER, program: 'Relational' }, 'next')).toContain('Program__c: { eq: "Relational" }');
  });

  it('pages past the first 4,000 with an upper bound, and only then', () => {
    expect(answersDocument('account', NO_FILTER, 'big')).toContain('first: 500, upperBound: 50000');
    expect(answersDocument('account', NO_FILTER, 'next')).not.toContain('upperBound');
  });

  it('brings the open follow-ups with the first page of all answers, and no other', () => {
    expect(answersDocument('account', NO_FILTER, 'first')).toContain('openFollowUps: PulseFollowUp__c(');
    expect(answersDocument('account', NO_FILTER, 'next')).not.toContain('openFollowUps');
    expect(answersDocument('account', { ...NO_FILTER, band: 'Red' }, 'first')).not.toContain('openFollowUps');
  });

  it.each(PARENTS)('gives every custom field an alias, on the page of an %s', (parent) => {
    for (const part of answersDocument(parent, NO_FILTER, 'first').split('edges').slice(1)) {
      const selected = part.split('openFollowUps')[0]?.replaceAll(/\(first[^)]*\)/gu, '') ?? '';
      for (const name of selected.match(/(\w+: )?\b\w+__[cr]\b/gu) ?? []) expect(name).toMatch(/^\w+: /u);
    }
  });

  it('lets a viewer without comments see the rest', () => {
    expect(answersDocument('account', NO_FILTER, 'first')).toContain('comment: Comment__c @optional { value }');
  });

  it('names the person only where several people answer', () => {
    expect(answersDocument('account', NO_FILTER, 'next')).toContain('contact: Contact__r');
    expect(answersDocument('contact', NO_FILTER, 'next')).not.toContain('Contact__r');
  });

  it.each(PARENTS)('closes what it opens, on the page of an %s', (parent) => {
    for (const text of [answersDocument(parent, { ...NO_FILTER, band: 'Green' }, 'big'), followUpsDocument(parent)]) {
      for (const [open, close] of ['{}', '()'].map((pair) => [...pair])) {
        expect(text.split(open ?? '').length).toBe(text.split(close ?? '').length);
      }
    }
  });

  it('knows a filter from none', () => {
    expect(isFiltered(NO_FILTER)).toBe(false);
    expect(isFiltered({ ...NO_FILTER, program: 'Transactional' })).toBe(true);
    expect(isSameFilter({ ...NO_FILTER, band: 'Red' }, { ...NO_FILTER, band: 'Red' })).toBe(true);
    expect(isSameFilter({ ...NO_FILTER, band: 'Red' }, NO_FILTER)).toBe(false);
  });
});
