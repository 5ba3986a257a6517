import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Secret } from '../../../secret.ts';
import type { InvitationSender, ReadyInvitation } from '../../sender.ts';
import { startReceiver } from '../../testing/receiver.ts';
import { npsTodaySender } from './npsTodaySender.ts';
import { npsTodaySenderSettings } from './settings.ts';

const never = new AbortController().signal;
const since = '2026-03-02T09:00:00.000Z';

const invitation: ReadyInvitation = {
  id: 'a06000000000001AAA',
  kind: 'first',
  surveyKey: 'relationship',
  email: 'jane@example.com',
  firstName: 'Jane',
  lastName: 'Doe',
  accountName: 'Acme Inc.',
  contactId: '003000000000001AAA',
  language: 'da',
};

function sender(url: string): InvitationSender {
  const settings = { name: 'nps', kind: 'nps.today', apiKey: new Secret('the-key', 'NPS_KEY'), url, campaigns: { relationship: '5000' } };
  return npsTodaySender(npsTodaySenderSettings.parse(settings), { wait: async () => undefined });
}

test('given an invitation, when it is handed over, then it becomes a respondent of its campaign and carries what the answer must bring back', async (t) => {
  const receiver = await startReceiver(t, () => ({ status: 200, body: {} }));
  assert.deepEqual(await sender(receiver.url).send([invitation], never), [{ kind: 'sent' }]);
  const [request] = receiver.got;
  assert.equal(request?.path, '/campaigns/5000/respondent');
  assert.equal(request.headers.authorization, 'the-key');
  assert.deepEqual(JSON.parse(request.body), {
    respondent: {
      emailAddress: 'jane@example.com',
      firstName: 'Jane',
      lastName: 'Doe',
      externalId: '003000000000001AAA',
      company: { name: 'Acme Inc.' },
    },
    custom: { pulse_invitation: invitation.id, pulse_survey: 'relationship', pulse_contact_id: '003000000000001AAA', pulse_language: 'da' },
  });
});

test('given what nps.today can answer, when it does, then a refusal is told apart from what may be tried again and from what is unsure', async (t) => {
  const answers = [{ status: 400, body: { message: 'jane@example.com is not valid' } }, { status: 429 }, { status: 500 }, 'cut'] as const;
  const receiver = await startReceiver(t, (_, number) => answers[number - 1] ?? { status: 200 });
  const outcomes = [];
  for (const _ of answers) outcomes.push(...(await sender(receiver.url).send([invitation], never)));
  assert.deepEqual(
    outcomes.map(({ kind }) => kind),
    ['refused', 'later', 'unsure', 'unsure'],
  );
  assert.equal(outcomes[0]?.kind === 'refused' ? outcomes[0].reason : '', 'nps.today refused it: (e-mail address) is not valid');
});

test('given a survey without a campaign, when it is handed over, then nothing is sent', async (t) => {
  const receiver = await startReceiver(t, () => ({ status: 200 }));
  const [outcome] = await sender(receiver.url).send([{ ...invitation, surveyKey: 'other' }], never);
  assert.equal(outcome?.kind, 'later');
  assert.equal(receiver.got.length, 0);
});

test('given an answer that got lost, when the members of the campaigns are asked for, then it is found, surely absent, or unknown', async (t) => {
  const member = (custom: unknown): unknown => ({ id: 1, campaignId: 5000, custom });
  const cases: readonly (readonly [unknown, boolean | 'unknown'])[] = [
    [[member({}), member({ pulse_invitation: invitation.id })], true],
    [[member(JSON.stringify({ pulse_invitation: invitation.id }))], true],
    [[member({ pulse_invitation: 'a06000000000009AAA' }), member(null)], false],
    [[], false],
    [Array.from({ length: 100 }, () => member({})), 'unknown'],
    [{ error: 'no list' }, 'unknown'],
  ];
  const receiver = await startReceiver(t, (_, number) => ({ status: 200, body: cases[number - 1]?.[0] }));
  for (const [, expected] of cases) assert.equal(await sender(receiver.url).wasSent?.(invitation, since), expected);
  assert.equal(receiver.got[0]?.path, '/v2/bi/campaignmembers?modifiedAfter=2026-03-02T08%3A59%3A00.000Z');
});

test('given nps.today that refuses the key or is away, when it is checked, then it is unknown what was sent, and the words say what to do', async (t) => {
  const receiver = await startReceiver(t, () => ({ status: 401 }));
  assert.equal(await sender(receiver.url).wasSent?.(invitation, since), 'unknown');
  assert.deepEqual(await sender(receiver.url).check?.(), {
    ok: false,
    words: 'nps.today answers with status 401: check the key (NPS_KEY) and the address.',
  });
  assert.equal(await sender('http://127.0.0.1:9').wasSent?.(invitation, since), 'unknown');
});
