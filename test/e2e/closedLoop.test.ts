import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { FORCE_APP } from '../../scripts/local-org/deployedOrg';
import { startOrg, type RunningOrg } from '../support/runningOrg';
import { Story } from '../support/story';
import { accessibilityProblems, launchBrowser, openPage, overflowX, screenFolder, WIDTHS } from './browser';

/** The template that an admin has copied and switched on. */
const TEMPLATE = 'Case_AfterCommit_AskWhenClosed';
const PICTURES = screenFolder();

interface FollowUp {
  readonly Id: string;
  readonly Status__c: string;
  readonly OwnerId: string;
  readonly DueAt__c: string;
  readonly RemindAt__c: string;
  readonly EscalateAt__c: string;
  readonly SecondEscalateAt__c: string;
  readonly RemindedAt__c: string | null;
  readonly EscalatedAt__c: string | null;
  readonly SecondEscalatedAt__c: string | null;
  readonly EscalatedTo__c: string | null;
  readonly ResolvedAt__c: string | null;
}

let org: RunningOrg;
let browser: Browser;
let source: string;

before(async () => {
  source = mkdtempSync(join(tmpdir(), 'closed-loop-'));
  cpSync(FORCE_APP, source, { recursive: true });
  const template = join(source, 'main/default/flows', `${TEMPLATE}.flow-meta.xml`);
  writeFileSync(template, readFileSync(template, 'utf8').replace('<status>Draft</status>', '<status>Active</status>'));
  [org, browser] = await Promise.all([startOrg('2026-03-02T08:00:00Z', source), launchBrowser()]);
});

after(async () => {
  await browser.close();
  await org.stop();
  rmSync(source, { recursive: true, force: true });
});

test('given a closed case, then a day later the customer is asked; an unhappy answer is followed up, reminded of, escalated and resolved; the pulse recovers', async (context) => {
  const story = new Story(org, (line) => {
    context.diagnostic(line);
  });
  const people = await hire(story);
  const { accountId, contactId, surveyId } = await customer(story, people);

  const caseId = await story.create('Case', { Subject: 'Cooling unit is loud', ContactId: contactId, AccountId: accountId });
  await story.update('Case', { Id: caseId, Status: 'Closed' });
  await story.until('2026-03-03T10:00:00Z');
  const invitation = await story.only<{ Id: string; Status__c: string; SendAfter__c: string; Case__c: string }>(
    'SELECT Id, Status__c, SendAfter__c, Case__c FROM PulseInvitation__c',
  );
  story.say(`invitation ${invitation.Status__c}, to be sent from ${invitation.SendAfter__c}`);
  assert.equal(invitation.Status__c, 'Requested');
  assert.equal(invitation.Case__c, caseId);
  assert.ok(Date.parse(invitation.SendAfter__c) <= Date.parse('2026-03-03T10:00:00Z'), 'a day after the case was closed it may be sent');

  const claim = { ClaimedBy__c: 'worker 1', ClaimedUntil__c: '2026-03-03T10:10:00Z' };
  await story.update('PulseInvitation__c', { Id: invitation.Id, Status__c: 'Claimed', ...claim });
  await story.update('PulseInvitation__c', { Id: invitation.Id, Status__c: 'Sent' });

  const answer = await story.launch('RecordResponse', {
    contactId,
    surveyId,
    invitationId: invitation.Id,
    rating: 3,
    comment: 'It is as loud as before.',
    recordedBy: 'the survey page',
  });
  assert.equal(answer['isSaved'], true, String(answer['message']));
  const answered = await story.only<{ Status__c: string }>(`SELECT Status__c FROM PulseInvitation__c WHERE Id = '${invitation.Id}'`);
  assert.equal(answered.Status__c, 'Answered');
  const low = await pulseOf(story, accountId);
  story.say(`answer 3: pulse ${String(low.Score__c)}, ${low.Band__c}, target ${String(low.Target__c)}`);
  assert.ok(low.Score__c < low.Target__c);

  const fresh = await followUp(story);
  assert.equal(fresh.OwnerId, people.seller);
  const task = await story.only<{ Subject: string; OwnerId: string; Status: string; ActivityDate: string; WhoId: string }>(
    `SELECT Subject, OwnerId, Status, ActivityDate, WhoId FROM Task WHERE WhatId = '${fresh.Id}'`,
  );
  story.say(`task "${task.Subject}", due ${task.ActivityDate}; reminder ${fresh.RemindAt__c}, escalation ${fresh.EscalateAt__c}`);
  assert.deepEqual([task.OwnerId, task.WhoId, task.ActivityDate], [people.seller, contactId, fresh.DueAt__c.slice(0, 10)]);
  assert.ok(!JSON.stringify([task, await story.outbox()]).includes('loud as before'), 'the words of the customer stay on the answer');

  await story.until(after15Minutes(fresh.RemindAt__c));
  assert.notEqual((await followUp(story)).RemindedAt__c, null);
  await story.until(after15Minutes(fresh.EscalateAt__c));
  const escalated = await followUp(story);
  assert.deepEqual([escalated.EscalatedAt__c !== null, escalated.EscalatedTo__c], [true, people.manager]);
  await picturesOf(`/lightning/r/PulseFollowUp__c/${fresh.Id}/view`, 'follow-up-escalated');
  await story.until(after15Minutes(fresh.SecondEscalateAt__c));
  assert.equal((await followUp(story)).EscalatedTo__c, people.director);
  const sent = await story.outbox();
  for (const { at, title, recipients } of sent.notifications) story.say(`${at} to ${recipients.join(', ')}: ${title}`);
  for (const { at, subject, to } of sent.emails) story.say(`${at} e-mail to ${to.join(', ')}: ${subject}`);
  assert.ok(sent.notifications.length >= 4, 'told, reminded, escalated twice');

  await assert.rejects(story.update('PulseFollowUp__c', { Id: fresh.Id, Status__c: 'Resolved' }), /root cause/iu);
  await story.update('PulseFollowUp__c', {
    Id: fresh.Id,
    FirstContactAt__c: '2026-03-09T09:00:00.000Z',
    RootCause__c: 'Product',
    ActionTaken__c: 'A technician changed the fan.',
    Outcome__c: 'Recovered',
    Status__c: 'Resolved',
  });
  const resolved = await followUp(story);
  story.say(`resolved at ${String(resolved.ResolvedAt__c)}`);
  assert.deepEqual([resolved.Status__c, resolved.ResolvedAt__c !== null], ['Resolved', true]);
  assert.equal(await story.count(`SELECT Id FROM Task WHERE WhatId = '${fresh.Id}' AND IsClosed = false`), 0);

  const before = (await story.outbox()).notifications.length;
  await story.until('2026-03-20T08:00:00Z');
  assert.equal((await story.outbox()).notifications.length, before, 'nothing comes after the resolution');

  for (const day of [21, 22, 23, 24]) {
    await story.until(`2026-03-${String(day)}T09:00:00Z`);
    const saved = await story.launch('RecordResponse', { contactId, surveyId, rating: 10, channel: 'Phone', recordedBy: 'the seller' });
    assert.equal(saved['isSaved'], true, String(saved['message']));
  }
  const high = await pulseOf(story, accountId);
  story.say(`four answers of 10: pulse ${String(high.Score__c)}, ${high.Band__c}`);
  assert.ok(high.Score__c >= high.Target__c);
  await story.until('2026-03-25T08:00:00Z');
  const proof = await story.only<{ Recovered__c: number; NextRating__c: number }>(
    `SELECT Recovered__c, NextRating__c FROM PulseFollowUp__c WHERE Id = '${fresh.Id}'`,
  );
  assert.deepEqual(proof, { ...proof, Recovered__c: 1, NextRating__c: 10 });
  assert.equal(await story.count('SELECT Id FROM PulseLog__c'), 0, 'no flow has failed');
  await picturesOf(`/lightning/r/Account/${accountId}/view`, 'account-recovered');
  await picturesOf(`/lightning/r/PulseInvitation__c/${invitation.Id}/view`, 'invitation-answered');
});

async function hire(story: Story): Promise<{ director: string; manager: string; seller: string }> {
  const profile = await story.only<{ Id: string }>("SELECT Id FROM Profile WHERE Name = 'Standard User'");
  const user = (name: string, ManagerId?: string): Promise<string> =>
    story.create('User', {
      LastName: name,
      Username: `${name.toLowerCase()}@closed-loop.example.com`,
      Email: `${name.toLowerCase()}@closed-loop.example.com`,
      Alias: name.slice(0, 8).toLowerCase(),
      ProfileId: profile.Id,
      TimeZoneSidKey: 'Europe/Copenhagen',
      LocaleSidKey: 'en_GB',
      LanguageLocaleKey: 'en_US',
      EmailEncodingKey: 'UTF-8',
      ...(ManagerId === undefined ? {} : { ManagerId }),
    });
  const director = await user('Director');
  const manager = await user('Manager', director);
  return { director, manager, seller: await user('Seller', manager) };
}

async function customer(story: Story, people: { seller: string }): Promise<{ accountId: string; contactId: string; surveyId: string }> {
  const accountId = await story.create('Account', { Name: 'Vestervang Cold Storage', OwnerId: people.seller, PulseSegment__c: 'A' });
  const contactId = await story.create('Contact', {
    FirstName: 'Karen',
    LastName: 'Lindholt',
    Email: 'karen@vestervang.example',
    AccountId: accountId,
    OwnerId: people.seller,
  });
  const surveyId = await story.create('PulseSurvey__c', {
    Name: 'After a case',
    Key__c: 'case-closed',
    Program__c: 'Transactional',
    Touchpoint__c: 'Service',
    Question__c: 'How satisfied are you with how we solved your case?',
    SendDelayHours__c: 24,
  });
  for (const rating of [10, 10, 10, 9]) {
    const saved = await story.launch('RecordResponse', { contactId, surveyId, rating, recordedBy: 'the seller' });
    assert.equal(saved['isSaved'], true, String(saved['message']));
  }
  return { accountId, contactId, surveyId };
}

function followUp(story: Story): Promise<FollowUp> {
  const fields = 'Id, Status__c, OwnerId, DueAt__c, RemindAt__c, EscalateAt__c, SecondEscalateAt__c, ResolvedAt__c';
  return story.only<FollowUp>(
    `SELECT ${fields}, RemindedAt__c, EscalatedAt__c, SecondEscalatedAt__c, EscalatedTo__c FROM PulseFollowUp__c WHERE Kind__c = 'Answer'`,
  );
}

function pulseOf(story: Story, accountId: string): Promise<{ Score__c: number; Band__c: string; Target__c: number }> {
  return story.only(`SELECT Score__c, Band__c, Target__c FROM AccountPulse__c WHERE Account__c = '${accountId}'`);
}

function after15Minutes(moment: string): string {
  return new Date(Date.parse(moment.replace('+0000', 'Z')) + 900_000).toISOString().replace('.000Z', 'Z');
}

async function picturesOf(path: string, name: string): Promise<void> {
  for (const width of WIDTHS) {
    const page = await openPage(browser, org, path, width);
    await page.locator('[data-state="score"], c-follow-up-guide, .record-details, main h1').first().waitFor();
    await page.waitForLoadState('networkidle');
    await page.keyboard.press('Shift');
    await page.locator('article[aria-busy="true"]').first().waitFor({ state: 'detached' });
    await page.screenshot({ path: `${PICTURES}/${name}-${String(width)}.png`, fullPage: true });
    assert.equal(await overflowX(page), 0, `${name} scrolls sideways`);
    assert.deepEqual(await accessibilityProblems(page), []);
    await page.context().close();
  }
}

test('given customers who may not be asked, when they are to be asked, then each request says why not, and is kept with its reason', async (context) => {
  const story = new Story(org, (line) => {
    context.diagnostic(line);
  });
  const survey = (name: string, fields: Readonly<Record<string, unknown>> = {}): Promise<string> =>
    story.create('PulseSurvey__c', { Name: name, Key__c: name, Program__c: 'Transactional', Touchpoint__c: 'Service', ...fields });
  const contact = async (name: string, fields: Readonly<Record<string, unknown>> = {}, account: object = {}): Promise<string> =>
    story.create('Contact', {
      LastName: name,
      Email: `${name.toLowerCase()}@reasons.example`,
      AccountId: await story.create('Account', { Name: `${name} Ltd`, ...account }),
      ...fields,
    });
  const plain = await survey('plain');
  const often = await survey('often', { CoolDownDays__c: 0 });
  const asked = await contact('Asked');
  const twice = await contact('Twice');
  const busy = await contact('Busy');
  const record = await story.create('Case', { Subject: 'Invoice', ContactId: twice });
  await story.create('Case', { Subject: 'Still open', ContactId: busy });
  assert.equal((await story.launch('RequestSurvey', { contactId: asked, surveyId: plain }))['outcome'], 'Requested');
  assert.equal(
    (await story.launch('RequestSurvey', { contactId: twice, surveyId: often, relatedRecordId: record }))['outcome'],
    'Requested',
  );
  await story.until('2026-03-27T08:00:00Z');

  const requests: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    SurveyNotActive: { contactId: asked, surveyId: await survey('retired', { Status__c: 'Retired' }) },
    NotReachable: { contactId: await contact('Silent', { Email: null }), surveyId: plain },
    OptedOut: { contactId: await contact('Private', { PulseOptOut__c: 'All' }), surveyId: plain },
    CoolDown: { contactId: asked, surveyId: plain },
    AlreadyAsked: { contactId: twice, surveyId: often, relatedRecordId: record },
    OpenCase: { contactId: busy, surveyId: await survey('no open cases', { ExcludeOpenCases__c: true }) },
    TooEarly: { contactId: await contact('Young'), surveyId: await survey('after 90 days', { MinRelationshipDays__c: 90 }) },
    OnHold: { contactId: await contact('Held', {}, { PulseOnHold__c: true }), surveyId: plain },
    NotSampled: { contactId: await contact('Spared'), surveyId: await survey('nobody', { SamplePercent__c: 0 }) },
  };
  for (const [reason, inputs] of Object.entries(requests)) {
    const rehearsed = await story.launch('RequestSurvey', { ...inputs, checkOnly: true });
    assert.deepEqual([rehearsed['outcome'], rehearsed['reason'], rehearsed['invitationId'] ?? null], ['Suppressed', reason, null]);
    const { outcome, reason: why, detail, invitationId } = await story.launch('RequestSurvey', inputs);
    story.say(`${reason}: ${String(detail)}`);
    assert.deepEqual([outcome, why], ['Suppressed', reason]);
    const kept = await story.only<Record<string, unknown>>(
      `SELECT Status__c, SuppressionReason__c, DedupKey__c, AskedKey__c FROM PulseInvitation__c WHERE Id = '${String(invitationId)}'`,
    );
    assert.deepEqual(
      [kept['Status__c'], kept['SuppressionReason__c'], kept['DedupKey__c'], kept['AskedKey__c']],
      ['Suppressed', reason, null, null],
    );
  }
});
