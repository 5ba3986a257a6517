import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { DemoAnswer } from './demoData';
import { FRESH_DETRACTORS } from './freshDetractors';
import { generateDemo } from './generateDemo';
import { readMaterial } from './material';
import { demoFiles } from './writeDemo';

const NOW = new Date('2026-11-22T12:00:00Z');
const DAY = 86_400_000;
const material = readMaterial();
const demo = generateDemo(material, NOW);

const daysAgo = (answer: DemoAnswer): number => (NOW.getTime() - Date.parse(answer.responded_at)) / DAY;
const accountOf = new Map(demo.contacts.map((contact) => [String(contact.fields['Email']), contact.account ?? '']));
const answersOf = (story: string): readonly (readonly DemoAnswer[])[] =>
  material.companies.flatMap((company, index) => {
    if (company.story !== story) return [];
    return [demo.responses.filter((answer) => accountOf.get(answer.email) === demo.accounts[index]?.key)];
  });
const average = (answers: readonly DemoAnswer[]): number => {
  const rated = answers.filter((answer) => answer.rating !== '');
  return rated.reduce((sum, answer) => sum + Number(answer.rating), 0) / rated.length;
};

describe('the demo', () => {
  it('is the same to the byte for the same seed and time, and another for another seed', () => {
    assert.deepEqual(demoFiles(generateDemo(material, NOW)), demoFiles(demo));
    assert.notEqual(demoFiles(generateDemo(material, NOW, 1))['responses.csv'], demoFiles(demo)['responses.csv']);
  });

  it('moves with the time it is made for', () => {
    const later = generateDemo(material, new Date(NOW.getTime() + 10 * DAY));
    assert.equal(Date.parse(later.responses[0]?.responded_at ?? '') - Date.parse(demo.responses[0]?.responded_at ?? ''), 10 * DAY);
  });

  it('has 60 accounts, 400 contacts, 7 users, 6 surveys and 3,000 answers', () => {
    assert.deepEqual(
      [demo.accounts.length, demo.contacts.length, demo.users.length, demo.surveys.length, demo.responses.length],
      [60, 400, 7, 6, 3000],
    );
    assert.equal(demo.users.filter((user) => user.fields['IsActive'] === false).length, 1);
  });

  it('uses no key, no address and no answer id twice', () => {
    for (const keys of [
      demo.accounts.map((record) => record.key),
      demo.contacts.map((record) => record.key),
      demo.contacts.map((record) => record.fields['Email']),
      demo.users.map((record) => record.fields['Username']),
      demo.responses.map((answer) => answer.response_id),
    ]) {
      assert.equal(new Set(keys).size, keys.length);
    }
  });

  it('refers only to what it has', () => {
    const users = new Set(demo.users.map((user) => user.key));
    const accounts = new Set(demo.accounts.map((account) => account.key));
    const surveys = new Set(demo.surveys.map((survey) => survey.key));
    assert.ok(demo.accounts.every((account) => users.has(account.owner ?? '')));
    assert.ok(demo.contacts.every((contact) => accounts.has(contact.account ?? '')));
    assert.ok(demo.surveys.every((survey) => users.has(survey.fallbackOwner ?? '')));
    assert.ok(demo.responses.every((answer) => surveys.has(answer.survey)));
    assert.ok(demo.touchpoints.every((touchpoint) => users.has(touchpoint.lead ?? '')));
    assert.ok(demo.users.every(({ manager }) => manager === undefined || users.has(manager)));
    const touchpoints = new Set(demo.touchpoints.map((touchpoint) => touchpoint.key));
    assert.ok(demo.surveys.every((survey) => touchpoints.has(String(survey.fields['Touchpoint__c']))));
  });

  it('reaches nobody: every address is below example.com', () => {
    const addresses = [...demo.users, ...demo.contacts].map((record) => String(record.fields['Email']));
    for (const address of [...addresses, ...demo.responses.map((answer) => answer.email).filter(Boolean)]) {
      assert.match(address, /^[a-z0-9.]+@([a-z0-9-]+\.)+example\.com$/u);
    }
  });

  it('lies in the last 18 months, with whole ratings from 0 to 10 or none', () => {
    assert.ok(demo.responses.every((answer) => daysAgo(answer) > 0 && daysAgo(answer) < 549));
    assert.ok(demo.responses.every((answer) => Date.parse(answer.updated_at) >= Date.parse(answer.responded_at)));
    assert.ok(demo.responses.every((answer) => /^(|\d|10)$/u.test(answer.rating)));
    assert.equal(new Set(demo.responses.map((answer) => answer.rating)).size, 12);
  });

  it('has several hundred different comments in five languages, and none on most answers', () => {
    const comments = demo.responses.filter((answer) => answer.comment !== '');
    assert.ok(new Set(comments.map((answer) => answer.comment)).size > 350);
    assert.deepEqual([...new Set(comments.map((answer) => answer.language))].sort(), ['da', 'de', 'en', 'es', 'fr']);
    assert.ok(comments.length > 1000 && comments.length < 1800, String(comments.length));
  });

  it('tells its stories: improving, falling, new, one answer, 500 answers, none', () => {
    const halves = (answers: readonly DemoAnswer[]): readonly [number, number] => [
      average(answers.filter((answer) => daysAgo(answer) > 365)),
      average(answers.filter((answer) => daysAgo(answer) <= 365)),
    ];
    for (const answers of answersOf('improving')) assert.ok(halves(answers)[1] > halves(answers)[0] + 0.4);
    for (const answers of answersOf('falling')) assert.ok(halves(answers)[1] < halves(answers)[0] - 0.4);
    for (const answers of answersOf('new')) assert.ok(answers.length === 14 && answers.every((answer) => daysAgo(answer) < 81));
    assert.deepEqual(
      answersOf('single').map((answers) => answers.length),
      [1],
    );
    assert.deepEqual(
      answersOf('giant').map((answers) => answers.length),
      [500],
    );
    assert.ok(answersOf('silent').every((answers) => answers.length === 0));
  });

  it('asks nobody during a cool-down, nobody who opted out, and no customer of those whom nobody asks', () => {
    const programOf = new Map(material.surveys.map((survey) => [survey.key, survey.program]));
    const contactOf = new Map(demo.contacts.map((contact) => [String(contact.fields['Email']), contact]));
    const leftAlone = new Set(demo.accounts.filter((account) => account.notAsked).map((account) => account.key));
    for (const [email, asked] of Map.groupBy(demo.invitations, (invitation) => invitation.email)) {
      const contact = contactOf.get(email);
      assert.equal(contact?.fields['PulseOptOut__c'], undefined);
      assert.ok(!leftAlone.has(contact?.account ?? ''));
      asked.slice(1).forEach((invitation, index) => {
        const before = asked[index];
        const quiet = programOf.get(before?.survey ?? '') === 'Relational' ? 180 : 90;
        assert.ok(Date.parse(invitation.sent_at) - Date.parse(before?.sent_at ?? '') > quiet * DAY);
      });
    }
  });

  it('links invitations to the answers that they brought, about two of five', () => {
    const answerOf = new Map(demo.responses.map((answer) => [answer.response_id, answer]));
    const answered = demo.invitations.filter((invitation) => invitation.answer !== undefined);
    for (const { answer = '', email, survey, sent_at: sentAt } of answered) {
      const found = answerOf.get(answer);
      assert.deepEqual([found?.email, found?.survey], [email, survey]);
      const days = (Date.parse(found?.responded_at ?? '') - Date.parse(sentAt)) / DAY;
      assert.ok(days > 0 && days < 7, String(days));
    }
    assert.equal(new Set(answered.map(({ answer }) => answer)).size, answered.length);
    const rate = answered.length / demo.invitations.length;
    assert.ok(demo.invitations.length > 500 && rate > 0.3 && rate < 0.5, String(rate));
  });

  it('has customers of every account manager whom nobody asks', () => {
    const owners = new Set(demo.accounts.filter((account) => account.notAsked).map((account) => account.owner));
    const managers = material.sellers.filter(({ active, countries }) => active && countries.length > 0).map(({ key }) => key);
    assert.deepEqual([...owners].toSorted(), managers.toSorted());
  });

  it('has contacts who never answered, answers from nobody we know, and answers without a rating', () => {
    const answered = new Set(demo.responses.map((answer) => answer.email));
    assert.ok(demo.contacts.filter((contact) => !answered.has(String(contact.fields['Email']))).length > 60);
    assert.equal(demo.responses.filter((answer) => !accountOf.has(answer.email)).length, 60);
    const unrated = demo.responses.filter((answer) => answer.rating === '');
    assert.ok(unrated.length > 50 && unrated.every((answer) => answer.comment !== ''));
  });

  it('has a planned handful of fresh unhappy answers, one at an account whose owner has left', () => {
    const unhappy = demo.responses.filter((answer) => answer.rating !== '' && Number(answer.rating) <= 6);
    const fresh = unhappy.filter((answer) => daysAgo(answer) <= 14);
    const linked = fresh.filter((answer) => accountOf.has(answer.email));
    assert.equal(linked.length, FRESH_DETRACTORS);
    assert.equal(fresh.length - linked.length, 2);
    assert.ok(fresh.every((answer) => answer.comment !== ''));
    assert.equal(unhappy.filter((answer) => daysAgo(answer) > 13 && daysAgo(answer) < 16).length, 0);
    const inactive = new Set(demo.users.filter((user) => user.fields['IsActive'] === false).map((user) => user.key));
    const owners = linked.map((answer) => demo.accounts.find((account) => account.key === accountOf.get(answer.email))?.owner ?? '');
    assert.equal(owners.filter((owner) => inactive.has(owner)).length, 1);
  });
});
