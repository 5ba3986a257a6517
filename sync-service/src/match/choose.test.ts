import assert from 'node:assert/strict';
import { test } from 'node:test';
import { choose } from './choose.ts';
import type { FoundContact, Standing } from './found.ts';

const contact = (id: string, accountId?: string): FoundContact => ({
  id,
  modifiedAt: `2024-01-0${id}T00:00:00.000Z`,
  ...(accountId === undefined ? {} : { accountId }),
});
const [one, two, three] = [contact('1', 'A'), contact('2', 'B'), contact('3', 'B')];
const all = [one, two, three];
const standings = (given: Record<string, Partial<Standing>>): ReadonlyMap<string, Standing> =>
  new Map(Object.entries(given).map(([id, standing]) => [id, { invited: [], ...standing }]));
const none = standings({});

test('given several contacts, when the answer names the account of one, then it is that one, whatever the rules', () => {
  assert.equal(choose(all, ['review'], { accountId: 'A', standings: none }).contact, one);
  assert.equal(choose(all, ['mostRecentlyActive'], { accountId: 'B', standings: none }).contact, three, 'of two there the rules decide');
  assert.equal(choose(all, ['mostRecentlyActive'], { accountId: 'C', standings: none }).contact, three, 'an account of none of them');
});

test('given invitations, when one of several answers, then it is who was invited last, to this survey first', () => {
  const invited = standings({
    '1': { invited: [{ at: '2024-05-01T00:00:00Z', survey: 'nps' }] },
    '2': { invited: [{ at: '2024-06-01T00:00:00Z', survey: 'case' }] },
  });
  assert.equal(choose(all, ['invited'], { survey: 'nps', standings: invited }).contact, one);
  assert.equal(choose(all, ['invited'], { survey: 'other', standings: invited }).contact, two);
  assert.equal(choose(all, ['invited'], { standings: invited }).contact, two);
});

test('given two who were invited at one moment, or nobody, when nothing else is a rule, then people decide', () => {
  const at = '2024-05-01T00:00:00Z';
  assert.equal(
    choose(all, ['invited'], { standings: standings({ '1': { invited: [{ at }] }, '2': { invited: [{ at }] } }) }).contact,
    undefined,
  );
  assert.equal(choose(all, ['invited', 'review', 'mostRecentlyActive'], { standings: none }).contact, undefined);
  assert.match(choose(all, ['review'], { standings: none }).why, /people have to decide/);
});

test('given activity, when the most recently active is taken, then a task counts before a change, and it is always the same one', () => {
  assert.equal(choose(all, ['mostRecentlyActive'], { standings: standings({ '1': { activeOn: '2023-01-01' } }) }).contact, one);
  assert.equal(choose(all, ['mostRecentlyActive'], { standings: none }).contact, three);
  const twins = [contact('2'), { ...contact('1'), modifiedAt: contact('2').modifiedAt }];
  assert.equal(choose(twins, ['mostRecentlyActive'], { standings: none }).contact?.id, '1');
  assert.equal(choose([...twins].reverse(), ['mostRecentlyActive'], { standings: none }).contact?.id, '1');
});
