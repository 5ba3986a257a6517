import assert from 'node:assert/strict';
import { it } from 'node:test';
import { idFromSerial, normaliseId, serialOfId, withChecksum } from './ids.ts';

it('adds the three characters that repeat which letters are capitals', () => {
  // The example of the platform's documentation on id checksums.
  assert.equal(withChecksum('001A0000006Vm9r'), '001A0000006Vm9rIAC');
});

it('makes 18-character ids that grow like their serial', () => {
  const ids = [0, 1, 61, 62, 3843, 3844, 1_000_000].map((serial) => idFromSerial('a00', serial));
  assert.deepEqual([...ids].sort(), ids);
  assert.deepEqual(ids.map(serialOfId), [0, 1, 61, 62, 3843, 3844, 1_000_000]);
  assert.ok(ids.every((id) => id.length === 18));
});

it('takes ids of 15 and 18 characters and refuses what is none', () => {
  const id = idFromSerial('001', 77);
  assert.equal(normaliseId(id.slice(0, 15)), id);
  assert.equal(normaliseId(id), id);
  for (const wrong of ['', 'x', `${id.slice(0, 15)}zzz`, id.toLowerCase(), `${id} `, "001' OR 1=1 --00"])
    assert.equal(normaliseId(wrong), undefined, wrong);
});
