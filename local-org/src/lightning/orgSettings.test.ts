import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { OrgDatabase } from '../storage/database.ts';
import { keepOrgSettings, readOrgSettings } from './orgSettings.ts';

describe('the settings of an org', () => {
  test('given nothing was set, then each has its default', () => {
    const database = new OrgDatabase(':memory:');
    assert.deepEqual(readOrgSettings(database), { theme: 'slds1', lightningWebSecurity: false, embedHosts: [] });
    database.close();
  });

  test('given some are changed, then those are kept and the others stay', () => {
    const database = new OrgDatabase(':memory:');
    keepOrgSettings(database, { lightningWebSecurity: true });
    keepOrgSettings(database, { embedHosts: ['https://mail.example.com'] });
    assert.deepEqual(readOrgSettings(database), {
      theme: 'slds1',
      lightningWebSecurity: true,
      embedHosts: ['https://mail.example.com'],
    });
    database.close();
  });
});
