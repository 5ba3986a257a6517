import { childRelationship, namespacePrefix, pageObject, pulseLookup, relationshipOf, unqualified } from 'c/pulseSchema';

describe('names of the package', () => {
  it.each([
    ['Account', 'account'],
    ['Contact', 'contact'],
    ['PulseResponse__c', 'response'],
  ])('knows the page of %s', (object, page) => {
    expect(pageObject(object)).toBe(page);
  });

  it.each([['Lead'], [undefined]])('knows no page for %p', (object) => {
    expect(pageObject(object)).toBeUndefined();
  });

  it('leads from each page to its pulse', () => {
    expect(pulseLookup('account')).toBe('Account.Pulse__c');
    expect(pulseLookup('contact')).toBe('Contact.Pulse__c');
    expect(pulseLookup('response')).toBe('PulseResponse__c.ContactPulse__c');
  });

  it('makes a relationship of a lookup, qualified or not', () => {
    expect(relationshipOf('Account.Pulse__c')).toBe('Account.Pulse__r');
    expect(unqualified('Account.Pulse__r')).toBe('Pulse__r');
  });

  it('finds the namespace of a package, where there is one', () => {
    expect(namespacePrefix('PulseResponse__c')).toBe('');
    expect(namespacePrefix('acme__PulseResponse__c')).toBe('acme__');
    expect(childRelationship('Reasons')).toBe('Reasons__r');
  });
});
