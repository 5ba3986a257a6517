import { responseQuery } from '../responseQuery';

const ALL = { band: undefined, touchpoint: undefined };

describe('the query of the history', () => {
  it.each([
    ['account', 'where: { Account__c: { eq: $parentId } }'],
    ['contact', 'where: { Contact__c: { eq: $parentId } }'],
    ['contactPulse', 'where: { ContactPulse__c: { eq: $parentId } }'],
  ] as const)('looks for the answers of an %s', (parent, where) => {
    expect(responseQuery(parent, ALL)).toContain(where);
  });

  it.each([
    ['Green', 'Rating__c: { gte: 9 }'],
    ['Yellow', 'Rating__c: { gte: 7, lt: 9 }'],
    ['Red', 'Rating__c: { lt: 7 }'],
    ['unrated', 'Rating__c: { eq: null }'],
  ] as const)('filters by the band %s', (band, condition) => {
    expect(responseQuery('account', { ...ALL, band })).toContain(`{ Account__c: { eq: $parentId }, ${condition} }`);
  });

  it('takes the touchpoint as a variable, and declares it only where it is used', () => {
    const filtered = responseQuery('account', { band: 'Red', touchpoint: 'Sales "north"' });
    expect(filtered).toContain('($parentId: ID, $after: String, $touchpoint: String)');
    expect(filtered).toContain('Touchpoint__c: { eq: $touchpoint }');
    expect(filtered).not.toContain('north');
    expect(responseQuery('account', ALL)).not.toContain('$touchpoint');
  });

  it('gives every custom field an alias', () => {
    const selected = responseQuery('account', ALL).split('edges')[1] ?? '';
    const customNames = selected.match(/(\w+: )?\b\w+__[cr]\b/g) ?? [];
    expect(customNames.length).toBeGreaterThan(5);
    for (const name of customNames) expect(name).toMatch(/^\w+: /);
  });

  it('lets a viewer without comments see the rest', () => {
    expect(responseQuery('account', ALL)).toContain('comment: Comment__c @optional { value }');
  });

  it('names the person only where several people answer', () => {
    expect(responseQuery('account', ALL)).toContain('contact: Contact__r');
    expect(responseQuery('contact', ALL)).not.toContain('Contact__r');
  });

  it('closes what it opens', () => {
    for (const [open, close] of ['{}', '()'].map((pair) => [...pair])) {
      const text = responseQuery('account', { band: 'Green', touchpoint: 'Sales' });
      expect(text.split(open ?? '').length).toBe(text.split(close ?? '').length);
    }
  });
});
