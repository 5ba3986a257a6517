import assert from 'node:assert/strict';
import { createServer, type AddressInfo } from 'node:net';
import { test, type TestContext } from 'node:test';
import { Webhook } from 'standardwebhooks';
import { Secret } from '../../../secret.ts';
import type { InvitationSender, ReadyInvitation, SendingOutcome } from '../../sender.ts';
import { startReceiver, type ReceiverAnswer } from '../../testing/receiver.ts';
import { webhookSenderSettings } from './settings.ts';
import { webhookSender } from './webhookSender.ts';

const secret = `whsec_${Buffer.from('a signing secret of 32 bytes, ok').toString('base64')}`;
const never = new AbortController().signal;

const invitation: ReadyInvitation = {
  id: 'a06000000000001AAA',
  kind: 'first',
  surveyKey: 'case-closed',
  surveyVersion: 2,
  wording: { question: 'Wie war es?', scaleLow: 'schlecht', scaleHigh: 'gut', furtherQuestions: ['Warum?'] },
  email: 'jane.müller@example.com',
  firstName: 'Jane',
  lastName: 'Müller',
  language: 'de',
  contactId: '003000000000001AAA',
};

function sender(url: string, settings: object = {}): InvitationSender {
  return webhookSender(
    webhookSenderSettings.parse({ name: 'mailer', kind: 'webhook', url, secret: new Secret(secret, 'MAILER_SECRET'), ...settings }),
  );
}

/** An address at which nobody listens. */
async function freeAddress(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}

async function outcomeOf(t: TestContext, answer: ReceiverAnswer, settings: object = {}): Promise<SendingOutcome | undefined> {
  const receiver = await startReceiver(t, () => answer);
  return (await sender(receiver.url, settings).send([invitation], never))[0];
}

test('given an invitation, when it is handed over, then the message verifies by the public library and says everything', async (t) => {
  const receiver = await startReceiver(t, () => ({ status: 202 }));
  const outcomes = await sender(`${receiver.url}/ask`, { authorization: new Secret('Bearer letmein', 'X') }).send([invitation], never);
  assert.deepEqual(outcomes, [{ kind: 'sent' }]);
  const [request] = receiver.got;
  assert.ok(request);
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  const message = new Webhook(secret).verify(request.body, headers) as { type: string; data: Record<string, unknown> };
  assert.equal(message.type, 'invitation.send');
  assert.deepEqual(message.data['hidden'], {
    pulse_invitation: invitation.id,
    pulse_survey: 'case-closed',
    pulse_contact_id: '003000000000001AAA',
  });
  assert.deepEqual(message.data['person'], {
    email: 'jane.müller@example.com',
    firstName: 'Jane',
    lastName: 'Müller',
    language: 'de',
    contactId: '003000000000001AAA',
  });
  assert.equal(request.headers['webhook-id'], `${invitation.id}-first`);
  assert.equal(request.headers.authorization, 'Bearer letmein');
});

test('given the same invitation twice, when it is handed over, then its id is the same, and its reminder has another', async (t) => {
  const receiver = await startReceiver(t, () => ({ status: 200 }));
  await sender(receiver.url).send([invitation, invitation, { ...invitation, kind: 'reminder' }], never);
  assert.deepEqual(receiver.got.map(({ headers }) => headers['webhook-id']).sort(), [
    `${invitation.id}-first`,
    `${invitation.id}-first`,
    `${invitation.id}-reminder`,
  ]);
});

test('given what a receiver can answer, when it does, then each answer means one thing', async (t) => {
  const cases: readonly (readonly [ReceiverAnswer, SendingOutcome['kind'], RegExp?])[] = [
    [{ status: 200, body: { sentAt: '2026-03-02T10:00:00+01:00' } }, 'sent'],
    [{ status: 409 }, 'sent'],
    [
      { status: 422, body: { reason: 'jane@example.com, +45 12 34 56 78: no consent' } },
      'refused',
      /^\(e-mail address\), \(number\): no consent$/,
    ],
    [{ status: 422 }, 'refused', /status 422/],
    [{ status: 400 }, 'later', /does not accept the request/],
    [{ status: 401 }, 'later', /refuses the credentials/],
    [{ status: 404 }, 'later', /knows no such address/],
    [{ status: 410 }, 'later', /not used any more/],
    [{ status: 302, headers: { location: 'https://elsewhere.example.com' } }, 'later', /redirects/],
    [{ status: 503, headers: { 'retry-after': '120' } }, 'later', /cannot take anything now/],
    [{ status: 500 }, 'unsure', /failed/],
    ['cut', 'unsure', /did not answer/],
    ['never', 'unsure', /no answer in time/],
  ];
  for (const [answer, kind, reason] of cases) {
    const outcome = await outcomeOf(t, answer, { timeoutSeconds: 1 });
    assert.equal(outcome?.kind, kind, JSON.stringify(answer));
    if (reason !== undefined) assert.match(outcome.kind === 'sent' ? '' : outcome.reason, reason);
  }
  const asked = await outcomeOf(t, { status: 429, headers: { 'retry-after': '120' } });
  assert.equal(asked?.kind === 'later' ? asked.retryAfterMs : 0, 120_000);
  const told = await outcomeOf(t, { status: 200, body: { sentAt: '2026-03-02T10:00:00+01:00' } });
  assert.equal(told?.kind === 'sent' ? told.sentAt : '', '2026-03-02T09:00:00.000Z');
});

test('given nobody at the address, when an invitation is handed over, then it was certainly not sent', async () => {
  const [outcome] = await sender(await freeAddress()).send([invitation], never);
  assert.equal(outcome?.kind, 'later');
});

test('given a service that stops, when invitations are to be handed over, then none is begun', async (t) => {
  const receiver = await startReceiver(t, () => ({ status: 200 }));
  assert.deepEqual(
    (await sender(receiver.url).send([invitation], AbortSignal.abort())).map(({ kind }) => kind),
    ['later'],
  );
  assert.equal(receiver.got.length, 0);
});

test('given a secret that is none, when the sender is opened, then it says which variable is wrong and shows nothing of it', () => {
  assert.throws(() => sender('https://mailer.example.com', { secret: new Secret('short', 'MAILER_SECRET') }), /MAILER_SECRET.*whsec_/s);
});
