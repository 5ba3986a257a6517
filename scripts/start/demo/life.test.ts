import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { installedAt, livedMonths, stretches } from './life';
import { answersOf, invitationsOf } from './stretchAnswers';

const DAY = 86_400_000;
const moment = fc.date({ min: new Date('2026-01-01'), max: new Date('2032-12-31'), noInvalidDate: true });

test('given any day, then five months end before it, each with a night whose morning has passed', () => {
  fc.assert(
    fc.property(moment, (now) => {
      const months = livedMonths(now);
      assert.equal(months.length, 5);
      for (const { eve, morning } of months) {
        assert.equal(morning.getUTCDate(), 1);
        assert.equal(morning.getTime() - eve.getTime(), 14 * 3_600_000);
        assert.ok(morning.getTime() < now.getTime() - 3 * DAY);
      }
      assert.ok(installedAt(now) < (months[0]?.eve ?? now));
    }),
  );
});

test('given any day, then every answer and invitation belongs to exactly one stretch, and what is fresh comes in as news', () => {
  fc.assert(
    fc.property(moment, fc.array(fc.integer({ min: 1, max: 548 * DAY }), { maxLength: 50 }), (now, ages) => {
      const at = ages.map((age) => new Date(now.getTime() - age).toISOString());
      const answers = at.map((respondedAt) => ({ ...blank, responded_at: respondedAt }));
      const sent = at.map((sentAt, index) => ({ key: String(index), email: '', survey: '', sent_at: sentAt }));
      const all = stretches(now);
      const taken = all.flatMap((stretch) => answersOf(stretch, answers, now).map((answer) => ({ answer, stretch })));
      assert.equal(new Set(taken.map(({ answer }) => answer)).size, answers.length);
      assert.equal(taken.length, answers.length);
      assert.equal(all.flatMap((stretch) => invitationsOf(stretch, sent)).length, sent.length);
      for (const { answer, stretch } of taken) {
        const isFresh = now.getTime() - Date.parse(answer.responded_at) < 14 * DAY;
        if (isFresh) assert.ok(stretch.kind === 'news' || stretch.kind === 'now');
        assert.ok(Date.parse(answer.responded_at) <= stretch.to.getTime());
      }
    }),
  );
});

const blank = {
  response_id: '',
  source: 'demo',
  email: '',
  rating: '',
  comment: '',
  updated_at: '',
  survey: '',
  touchpoint: '',
  channel: '',
  language: '',
  reasons: '',
};
