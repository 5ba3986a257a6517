import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { QueryOrg } from './testing/queryOrg.ts';
import { SortKeys } from './textOrder.ts';

describe('the order of texts', () => {
  const org = new QueryOrg();
  before(() => {
    for (const Name of ['zebra', 'Éclair', 'Eddy', 'eBay', 'Åse', 'under_score', 'underZ', 'Øl']) org.insert('Account', { Name });
  });
  const sorted = (locale: string): unknown[] =>
    org.queries.run('SELECT Name FROM Account ORDER BY Name', { ...org.user, locale }).records.map((record) => {
      const name = record.fields.get('Name');
      return name?.kind === 'value' ? name.value : undefined;
    });

  it('is that of the capitals’ UTF-8 values for English locales', () => {
    assert.deepEqual(sorted('en_US'), ['eBay', 'Eddy', 'underZ', 'under_score', 'zebra', 'Åse', 'Éclair', 'Øl']);
  });

  it('is that of the language for others', () => {
    assert.deepEqual(sorted('fr_FR'), ['Åse', 'eBay', 'Éclair', 'Eddy', 'Øl', 'under_score', 'underZ', 'zebra']);
    assert.deepEqual(sorted('da_DK'), ['eBay', 'Éclair', 'Eddy', 'under_score', 'underZ', 'zebra', 'Øl', 'Åse']);
  });

  it('agrees with the collation of the language on words without contractions', () => {
    const words = [
      'Zoë',
      'zoe',
      'zoé',
      'aé',
      'ae',
      'Über',
      'uber',
      'ubar',
      'straße',
      'strasse',
      'ñandú',
      'nandu',
      'Ωμέγα',
      'ωμεγα',
      'Ёлка',
      'ель',
      '10',
      '9',
      ' x',
      'x',
    ];
    for (const language of ['de', 'es', 'ru', 'sv', 'fr']) {
      const keys = new SortKeys(language);
      const { compare } = new Intl.Collator(language, { sensitivity: 'base' });
      for (const one of words) {
        for (const other of words) {
          const expected = compare(one, other);
          if (expected === 0 || one.includes('ß') || other.includes('ß')) continue;
          assert.equal(Math.sign(keys.of(one) < keys.of(other) ? -1 : 1), Math.sign(expected), `${language}: ${one} ${other}`);
        }
      }
    }
  });
});
