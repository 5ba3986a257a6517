import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Secret } from '../secret.ts';
import { surveysOf } from './senders/kinds.ts';
import { invitationsSettings } from './settings.ts';

const webhook = { kind: 'webhook', name: 'mailer', url: 'https://mailer.example.com/ask', secret: new Secret('whsec_x', 'MAILER_SECRET') };
const npsToday = { kind: 'nps.today', name: 'nps', apiKey: new Secret('key', 'NPS_KEY'), campaigns: { relationship: 12 } };

function problems(settings: object): readonly string[] {
  const parsed = invitationsSettings.safeParse(settings);
  return parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
}

test('given a section with senders, when it is read, then every default is filled in and each sender knows its surveys', () => {
  const settings = invitationsSettings.parse({ senders: [webhook, npsToday] });
  assert.deepEqual(settings.senders.map(surveysOf), [[''], ['relationship']]);
  assert.deepEqual([settings.everySeconds, settings.claimMinutes, settings.batchSize, settings.timeZone], [60, 15, 200, 'UTC']);
  assert.deepEqual(settings.senders[1]?.kind === 'nps.today' ? settings.senders[1].campaigns : {}, { relationship: '12' });
});

test('given two senders for one survey, when the section is read, then it says which', () => {
  assert.deepEqual(problems({ senders: [webhook, { ...webhook, name: 'other' }] }), [
    'senders.1.surveys: mailer sends the surveys that nobody names already',
  ]);
  assert.deepEqual(problems({ senders: [npsToday, { ...webhook, surveys: ['relationship'] }] }), [
    'senders.1.surveys: nps sends the survey relationship already',
  ]);
  assert.deepEqual(problems({ senders: [webhook, { ...npsToday, name: 'mailer' }] }), ['senders.1.name: two senders are called mailer']);
});

test('given what must not be, when the section is read, then each key says why', () => {
  assert.match(problems({ senders: [{ ...webhook, url: 'http://mailer.example.com/ask' }] }).join(), /url: must begin with https/);
  assert.deepEqual(problems({ senders: [{ ...webhook, url: 'http://127.0.0.1:9000/ask' }] }), []);
  assert.match(problems({ senders: [{ ...webhook, secret: 'whsec_inTheFile' }] }).join(), /secret: must say where the secret is/);
  assert.match(problems({ timeZone: 'Europe/Atlantis' }).join(), /timeZone: must be the name of a time zone/);
  assert.match(problems({ senders: [{ ...npsToday, campaigns: { relationship: 'twelve' } }] }).join(), /campaigns/);
  assert.match(problems({ senders: [{ ...webhook, kind: 'pigeon' }] }).join(), /senders\.0\.kind/);
});
