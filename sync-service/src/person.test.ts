import assert from 'node:assert/strict';
import { test } from 'node:test';
import { personKeys, personKeysOf } from './person.ts';

const key = (clue: Parameters<typeof personKeys>[0]): string => personKeys(clue, ['shop'])[0] ?? '';

test('one person has one key, however the address or number is written', () => {
  const address = key({ email: 'ada@example.com' });
  for (const email of ['ADA@Example.com ', 'mailto:ada@example.com', 'Ada Lovelace <ada@example.com>'])
    assert.equal(key({ email }), address);
  const number = key({ phone: '+46701234567' });
  for (const phone of [
    '+46 (0)70-123 45 67',
    '0046 70 123 45 67',
    'tel:+46-70-1234567',
    '+46 70 123 45 67 ext. 5',
    '+46 ７０ １２３ ４５ ６７',
  ])
    assert.equal(key({ phone }), number);
  assert.notEqual(key({ phone: '0701234567' }), number, 'a number without its country may be anybody');
  assert.equal(key({ contactId: '003000000000001AAA' }), key({ contactId: '003000000000001' }));
});

test('keys name no address and no number, and an anonymous answer has none', () => {
  const text = { email: 'ada@example.com', phone: '+4670', contact_id: '003000000000001', respondent: 'r 1', comment: 'x' };
  const keys = personKeysOf({ source: 'shop', text });
  assert.deepEqual(
    keys.map((one) => one.split(':')[0]),
    ['email', 'phone', 'contact', 'respondent'],
  );
  assert.doesNotMatch(keys.join(), /ada|4670/);
  assert.equal(keys.at(-1), 'respondent:shop:r 1');
  assert.deepEqual(personKeysOf({ source: 'shop', text: { email: '', phone: '-', respondent: null } }), []);
});
