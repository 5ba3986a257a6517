import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { QueryOrg } from './testing/queryOrg.ts';

describe('addresses, locations and distances', () => {
  const org = new QueryOrg();
  const copenhagen = 'GEOLOCATION(55.6761, 12.5683)';
  before(() => {
    org.insert('Account', {
      Name: 'Acme',
      BillingStreet: 'Main 1',
      BillingCity: 'Aarhus',
      BillingLatitude: 56.1629,
      BillingLongitude: 10.2039,
    });
    org.insert('Account', { Name: 'Nowhere' });
    org.insert('Visit__c', { Name: 'Berlin', Place__Latitude__s: 52.52, Place__Longitude__s: 13.405 });
    org.insert('Visit__c', { Name: 'Malmö', Place__Latitude__s: 55.605, Place__Longitude__s: 13.0038 });
    org.insert('Visit__c', { Name: 'Unknown' });
  });

  it('are given with their parts, null when all are blank', () => {
    const [acme, nowhere] = org.run('SELECT BillingAddress FROM Account ORDER BY Name').records;
    const address = acme?.fields.get('BillingAddress');
    assert.ok(address?.kind === 'compound' && address.value !== null);
    assert.deepEqual(
      [address.type, address.value['street'], address.value['city'], address.value['country']],
      ['address', 'Main 1', 'Aarhus', null],
    );
    assert.deepEqual(nowhere?.fields.get('BillingAddress'), { kind: 'compound', type: 'address', value: null });
    assert.deepEqual(org.rows("SELECT Place__c FROM Visit__c WHERE Name = 'Berlin'"), [
      { Place__c: { latitude: 52.52, longitude: 13.405 } },
    ]);
    assert.ok(org.run('SELECT FIELDS(ALL) FROM Visit__c LIMIT 1').records[0]?.fields.has('Place__c'));
  });

  it('are not compared, sorted or grouped as such', () => {
    assert.match(
      org.error("SELECT Id FROM Account WHERE BillingAddress = 'x'").message,
      /field 'BillingAddress' can not be filtered in a query call$/u,
    );
    assert.match(org.error('SELECT Id FROM Account ORDER BY BillingAddress').message, /can not be sorted/u);
    assert.match(org.error('SELECT COUNT(Id) FROM Account GROUP BY BillingAddress').message, /can not be grouped/u);
  });

  it('are near or far', () => {
    const away = `DISTANCE(Place__c, ${copenhagen}, 'km')`;
    assert.deepEqual(org.column(`SELECT Name FROM Visit__c WHERE ${away} < 100`), ['Malmö']);
    assert.deepEqual(org.column(`SELECT Name FROM Visit__c WHERE ${away} > 100`), ['Berlin']);
    assert.deepEqual(org.column(`SELECT Name FROM Visit__c ORDER BY ${away} NULLS LAST`), ['Malmö', 'Berlin', 'Unknown']);
    assert.deepEqual(org.column(`SELECT Name FROM Account WHERE DISTANCE(BillingAddress, ${copenhagen}, 'mi') < 100`), ['Acme']);
    const [berlin] = org.rows(`SELECT ${away} km, Away__c FROM Visit__c WHERE Name = 'Berlin'`);
    const { km, Away__c: formula } = berlin as { km: number; Away__c: number };
    assert.equal(Math.round(km * 10) / 10, formula);
  });

  it('refuse other comparisons, fields and units', () => {
    const error = (where: string): string => org.error(`SELECT Id FROM Visit__c WHERE ${where}`).message;
    assert.match(error(`DISTANCE(Place__c, ${copenhagen}, 'km') = 100`), /invalid operator/u);
    assert.match(error(`DISTANCE(Name, ${copenhagen}, 'km') < 100`), /'Name' is not a location/u);
    assert.match(error(`DISTANCE(Place__c, ${copenhagen}, 'm') < 100`), /'mi' or 'km'$/u);
    assert.match(error(`DISTANCE(Place__c, GEOLOCATION(1), 'km') < 100`), /a latitude and a longitude$/u);
  });
});
