import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compileFormula } from '../compileFormula.ts';
import { evaluate } from '../testing/evaluate.ts';

describe('places and distances', () => {
  const place = { Lat__c: { type: 'double', value: 55.6761 }, Lon__c: { type: 'double', value: 12.5683 } } as const;

  it('are along a great circle', () => {
    const km = evaluate('DISTANCE(GEOLOCATION(Lat__c, Lon__c), GEOLOCATION(52.52, 13.405), "km")', place);
    assert.ok(typeof km === 'number' && Math.abs(km - 355.5) < 1, String(km));
    assert.equal(evaluate('ROUND(DISTANCE(GEOLOCATION(0, 0), GEOLOCATION(33.37088, -122.61715), "mi"), 6)'), 8066.897427);
  });

  it('are blank for a blank place and an error for half a place or one off the earth', () => {
    const blank = { Lat__c: { type: 'double', value: null }, Lon__c: { type: 'double', value: null } } as const;
    assert.equal(evaluate('DISTANCE(GEOLOCATION(Lat__c, Lon__c), GEOLOCATION(1, 1), "km")', blank), null);
    assert.throws(() => evaluate('DISTANCE(GEOLOCATION(Lat__c, 1), GEOLOCATION(1, 1), "km")', blank), /Invalid location/u);
    assert.throws(() => evaluate('DISTANCE(GEOLOCATION(91, 1), GEOLOCATION(1, 1), "km")'), /Invalid location/u);
  });

  it('read a location field by its coordinates', () => {
    const scope = {
      resolve: ([name = '']: readonly string[]) =>
        name === 'Home__c'
          ? { type: 'location' as const, location: { latitude: ['Home__Latitude__s'], longitude: ['Home__Longitude__s'] } }
          : undefined,
    };
    const formula = compileFormula('IF(ISBLANK(Home__c), -1, DISTANCE(Home__c, Home__c, "mi"))', scope, { blanksAs: 'blank' });
    assert.deepEqual(
      formula.references.map((reference) => reference.path.join('.')),
      ['Home__Latitude__s', 'Home__Longitude__s'],
    );
    const context = { now: 0, timeZone: 'UTC', isNew: false };
    assert.equal(formula.evaluate([10, 20], context), 0);
    assert.equal(formula.evaluate([null, null], context), -1);
  });

  it('take miles and kilometres only', () => {
    assert.throws(() => evaluate('DISTANCE(GEOLOCATION(1, 1), GEOLOCATION(1, 1), "m")'), /The unit must be "mi" or "km"/u);
  });
});
