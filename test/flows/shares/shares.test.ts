import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { flowFormulas } from './flowFormulas.ts';
import { recordIds } from './recordIds.ts';

// Shares are worked out from ids: formulas know no chance, and a batch does not see what it makes itself.
const drip = await flowFormulas('Contact_Scheduled_AskRelationship');
const request = await flowFormulas('RequestSurvey');
const day = 24 * 60 * 60 * 1000;
const made = Date.UTC(2026, 2, 2, 9);

const kinds: Readonly<Record<string, readonly string[]>> = {
  'one after the other': recordIds('003', 5000),
  'every second number': recordIds('003', 5000, { step: 2 }),
  'every 62nd number': recordIds('003', 5000, { step: 62 }),
  'far apart': recordIds('003', 5000, { step: 99_991 }),
  'across a change of length': recordIds('003', 5000, { first: 62 ** 5 - 2500 }),
};

describe('the relationship survey', () => {
  for (const [kind, ids] of Object.entries(kinds)) {
    test(`given 5,000 contacts with ids ${kind}, when a cycle of a year goes by, then each is asked once and the days are even`, () => {
      const year = { cycleDays: 365, surveyCreatedAt: made, surveyStatus: 'Active', lastRunAt: null };
      const days = Array.from({ length: 365 }, (_, place) => ({ ...year, '$Flow.CurrentDateTime': made + place * day }));
      const working = days.filter((known) => drip('IsWorkingDay', known) === true);
      assert.equal(working.length, 261);
      const today = days.map((known) => [drip('IsWorkingDay', known) === true, Number(drip('DayNumber', known))] as const);
      const asked = new Map<number, number>();
      for (const id of ids) {
        const mine = Number(drip('DayOfContact', { ...year, '$Flow.CurrentDateTime': made, '$Record.Id': id }));
        const hits = today.flatMap(([works, number], place) => (works && number === mine ? [place] : []));
        assert.equal(hits.length, 1);
        asked.set(mine, (asked.get(mine) ?? 0) + 1);
      }
      const counts = [...asked.values()];
      const fair = ids.length / 261;
      assert.equal(asked.size, 261);
      assert.ok(Math.max(...counts) <= fair * 1.5 && Math.min(...counts) >= fair * 0.5, `${Math.min(...counts)} to ${Math.max(...counts)}`);
    });
  }

  test('given 20,000 contacts, when the days of a year are counted, then about 77 are asked on each', () => {
    const year = { cycleDays: 365, surveyCreatedAt: made, '$Flow.CurrentDateTime': made };
    const counts = tally(recordIds('003', 20_000).map((id) => Number(drip('DayOfContact', { ...year, '$Record.Id': id }))));
    assert.ok(Math.min(...counts) >= 70 && Math.max(...counts) <= 84, `${Math.min(...counts)} to ${Math.max(...counts)}`);
  });

  test('given a capacity below what there is to ask, when contacts are drawn, then so many are, other ones in the next cycle', () => {
    const ids = recordIds('003', 5000);
    const drawn = (cycle: number): ReadonlySet<string> => {
      const now = made + cycle * 365 * day;
      const known = { cycleDays: 365, surveyCreatedAt: made, '$Flow.CurrentDateTime': now, MostADay: 5, ContactsInAll: 5000 };
      return new Set(ids.filter((id) => drip('IsDrawn', { ...known, '$Record.Id': id, '$Record.Account.PulseSegment__c': 'A' }) === true));
    };
    const [first, second] = [drawn(0), drawn(1)];
    assert.ok(Math.abs(first.size - 5 * 261) <= 30, String(first.size));
    const both = [...first].filter((id) => second.has(id)).length;
    assert.ok(both < first.size / 2, `${both} of ${first.size} again`);
  });

  test('given shares by segment, when contacts are drawn, then each segment has its own', () => {
    const ids = recordIds('003', 2000);
    const known = { cycleDays: 365, surveyCreatedAt: made, '$Flow.CurrentDateTime': made, ShareOfA: 100, ShareOfB: 50, ShareOfC: 10 };
    const count = (segment: string | null): number =>
      ids.filter((id) => drip('IsDrawn', { ...known, '$Record.Id': id, '$Record.Account.PulseSegment__c': segment }) === true).length;
    assert.equal(count('A'), 2000);
    assert.ok(Math.abs(count('B') - 1000) <= 20, String(count('B')));
    assert.ok(Math.abs(count('C') - 200) <= 10, String(count('C')));
    assert.equal(count(null), count('C'));
  });

  test('given a run that was missed, when the flow runs again, then it makes up for the days since, at most five', () => {
    const first = (now: number, lastRunAt: number | null): number =>
      Number(drip('FirstDayNumber', { cycleDays: 365, surveyCreatedAt: made, '$Flow.CurrentDateTime': now, lastRunAt }));
    const friday = made + 11 * day;
    assert.equal(first(friday, friday - day), 9);
    assert.equal(first(friday, friday - 3 * day), 7);
    assert.equal(first(friday, friday - 10 * day), 5);
    assert.equal(first(friday, null), 9);
    assert.equal(first(made + day, null), 0);
    assert.equal(first(made + 365 * day, made + 364 * day), 0);
  });
});

describe('the sample of a survey', () => {
  for (const [kind, ids] of Object.entries(kinds)) {
    test(`given ids ${kind}, when shares of them are drawn, then so many are, in every stretch of them`, () => {
      for (const percent of [10, 25, 50]) {
        const drawn = ids.map((id) => sampled(id, 'a03gK000000ABCDQA4', percent));
        const share = (part: readonly boolean[]): number => (100 * part.filter(Boolean).length) / part.length;
        assert.ok(Math.abs(share(drawn) - percent) <= 1, `${share(drawn)} of ${percent} %`);
        for (let from = 0; from < drawn.length; from += 500) {
          const part = share(drawn.slice(from, from + 500));
          assert.ok(Math.abs(part - percent) <= 5, `${part} of ${percent} % from ${from} on`);
        }
      }
    });
  }

  test('given the same record, when it is drawn again, then the draw is the same; another survey draws others', () => {
    const ids = recordIds('500', 2000);
    const first = ids.filter((id) => sampled(id, 'a03gK000000ABCDQA4', 20));
    assert.deepEqual(
      ids.filter((id) => sampled(id, 'a03gK000000ABCDQA4', 20)),
      first,
    );
    const other = new Set(ids.filter((id) => sampled(id, 'a03gK000000ABCEQA4', 20)));
    assert.ok(first.filter((id) => other.has(id)).length < first.length / 2);
  });

  test('given addresses of people whom nobody knows, when they are drawn, then about the share is', () => {
    const addresses = Array.from({ length: 2000 }, (_, place) => `${place.toString(36)}.someone@example${place % 7}.com`);
    const share = addresses.filter((address) => sampled(address, 'a03gK000000ABCDQA4', 30)).length / 20;
    assert.ok(Math.abs(share - 30) <= 4, `${share} %`);
  });
});

function sampled(seed: string, survey: string, percent: number): boolean {
  const known = { SampleSeed: seed, surveyFoundId: survey, samplePercent: percent, CycleNumber: 0, IsRecheck: false };
  return request('IsNotSampled', known) === false;
}

function tally(values: readonly number[]): readonly number[] {
  return [...Map.groupBy(values, (value) => value).values()].map((group) => group.length);
}
