import PulseBadge from 'c/pulseBadge';
import { clearPage, find, findAll, settled, show, textOf } from 'jest-mocks/page';
import { HEALTHY, recordWithoutPulse, recordWithPulse } from 'jest-mocks/pulseRecords';
import { errorBody, recordWire } from 'jest-mocks/wires';

describe('c-pulse-badge', () => {
  afterEach(clearPage);

  it('reads the pulse of its record', async () => {
    const badge = show('c-pulse-badge', PulseBadge, { recordId: '001000000000001AAA', objectApiName: 'Account' });
    await settled();
    expect(findAll(badge, '.stencil')).toHaveLength(1);
    recordWire.emit(recordWithPulse('Account', 'Pulse__c', HEALTHY));
    await settled();
    expect(find(badge, 'c-band-badge')).toMatchObject({ band: 'Green', text: '9.2' });
    expect(textOf(find(badge, 'p'))).toBe('Customer Pulse Customer Pulse 9.2 out of 10, Green: on target. 9.2 52 answers');
    expect(find(badge, '[data-figure="trend"]').title).toBe('Up 0.3 from 8.9, 40 answers before');
    await expect(badge).toBeAccessible();
  });

  it('shows the values it is given, zero among them, and works the band out', async () => {
    const badge = show('c-pulse-badge', PulseBadge, { score: 0, ratingCount: 1 });
    await settled();
    expect(find(badge, 'c-band-badge')).toMatchObject({ band: 'Red', text: '0.0' });
    expect(textOf(find(badge, '[data-figure="answers"]'))).toBe('1 answer');
    expect(findAll(badge, '[data-figure="trend"]')).toHaveLength(0);
    await expect(badge).toBeAccessible();
  });

  it('says that there is no pulse yet, or that it is not for this user', async () => {
    const badge = show('c-pulse-badge', PulseBadge, { recordId: '001000000000001AAA', objectApiName: 'Account', hideTitle: true });
    recordWire.emit(recordWithoutPulse('Account', 'Pulse__c'));
    await settled();
    expect(textOf(find(badge, 'p'))).toBe('No pulse yet');
    recordWire.error(errorBody('No'), 403);
    await settled();
    expect(textOf(find(badge, 'p'))).toBe('You cannot see this pulse');
    await expect(badge).toBeAccessible();
  });
});
