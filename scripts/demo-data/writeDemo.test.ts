import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { parseComments } from './comments';
import { toCsv } from './csv';
import { generateDemo } from './generateDemo';
import { readMaterial } from './material';
import { shares } from './shares';
import { writeDemo } from './writeDemo';

describe('the files of the demo', () => {
  it('are written into a folder that need not exist', (test) => {
    const parent = mkdtempSync(join(tmpdir(), 'demo-data-'));
    test.after(() => {
      rmSync(parent, { recursive: true, force: true });
    });
    const folder = join(parent, 'deep', 'demo');
    writeDemo(generateDemo(readMaterial(), new Date('2026-01-31T12:00:00Z')), folder);
    assert.deepEqual(readdirSync(folder).sort(), [
      'accounts.json',
      'contacts.json',
      'invitations.json',
      'responses.csv',
      'surveys.json',
      'touchpoints.json',
      'users.json',
    ]);
    assert.match(readFileSync(join(folder, 'responses.csv'), 'utf8'), /^response_id,source,email,rating,comment,responded_at,/u);
  });

  it('quote what CSV needs quoted', () => {
    const rows = [{ a: 'plain', b: 'one, "two"\nthree' }];
    assert.equal(toCsv(['a', 'b'], rows), 'a,b\nplain,"one, ""two""\nthree"\n');
  });
});

describe('shares', () => {
  it('add up, keep the least, and follow the weights', () => {
    assert.deepEqual(shares(11, [1, 1, 2], 1), [3, 3, 5]);
    const many = shares(331, [0.1, 3, 0.7, 1.2, 0.05], 3);
    assert.equal(
      many.reduce((sum, part) => sum + part, 0),
      331,
    );
    assert.ok(many.every((part) => part >= 3));
  });
});

describe('a file of comments', () => {
  it('gives each comment its topic, mood and reasons', () => {
    assert.deepEqual(parseComments('en', '== Sales, passive\nPrice; Advice | Fine.\n'), [
      { language: 'en', topic: 'Sales', mood: 'passive', reasons: ['Price', 'Advice'], text: 'Fine.' },
    ]);
  });

  it('says which line it cannot read', () => {
    assert.throws(() => parseComments('en', '== Sales, passive\nno reason'), /Comments in 'en', line 2: expected a heading/u);
  });
});
