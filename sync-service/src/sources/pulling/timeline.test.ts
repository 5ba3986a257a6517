import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { startOf, walk, type Timeline } from './timeline.ts';
import { walkParts } from './timelines.ts';

interface Item {
  readonly id: number;
  readonly at: number;
}

const settings = { everySeconds: 300, overlapSeconds: 10 };
const signal = new AbortController().signal;

/** A list whose items may change between any two of its pages. */
function timeline(items: Item[], pageSize: number, beforePage: () => void): Timeline<Item> {
  return {
    pageSize,
    page: async (from, page) => {
      beforePage();
      const found = items.filter(({ at }) => at >= (from?.getTime() ?? 0)).sort((one, other) => one.at - other.at || one.id - other.id);
      return found.slice((page - 1) * pageSize, page * pageSize);
    },
    at: ({ at }) => at,
    body: ({ id, at }) => Buffer.from(`${id} ${at}`),
  };
}

test('whatever changes or comes between pages, in pulls that follow each other nothing is missed', async () => {
  const times = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 40 });
  const changes = fc.array(fc.record({ page: fc.nat(12), id: fc.nat(60) }), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(times, changes, fc.integer({ min: 1, max: 7 }), async (seconds, plan, pageSize) => {
      const items = seconds.map((second, id): Item => ({ id, at: second * 1000 }));
      let clock = 40_000;
      let asked = 0;
      const list = timeline(items, pageSize, () => {
        for (const { id } of plan.filter(({ page }) => page === asked)) {
          const known = items.findIndex((item) => item.id === id);
          clock += 1000;
          if (known < 0) items.push({ id, at: clock });
          else items[known] = { id, at: clock };
        }
        asked++;
      });
      const seen = new Set<string>();
      let cursor: string | undefined;
      for (let pull = 0; pull < 3; pull++) {
        for await (const page of walk(list, cursor === undefined ? {} : { cursor }, settings, signal)) {
          cursor = page.cursor;
          for (const item of page.items) seen.add(Buffer.from(item).toString());
        }
      }
      assert.deepEqual(
        items.filter(({ id, at }) => !seen.has(`${id} ${at}`)),
        [],
      );
    }),
  );
});

test('a pull begins with the overlap before the position, at the given day, or at the day of the settings', () => {
  const cursor = '2026-01-02T00:00:00.000Z';
  assert.equal(startOf({ cursor }, settings)?.toISOString(), '2026-01-01T23:59:50.000Z');
  assert.equal(startOf({ cursor, since: '2025-05-05' }, settings)?.toISOString(), '2025-05-05T00:00:00.000Z');
  assert.equal(startOf({}, { ...settings, from: '2024-01-01' })?.toISOString(), '2024-01-01T00:00:00.000Z');
  assert.equal(startOf({ cursor: '1970-01-01T00:00:00.000Z' }, settings), undefined);
  assert.equal(startOf({ cursor: 'nonsense' }, settings), undefined);
});

test('each form has its own position; a form that is added later begins at its beginning', async () => {
  const asked: unknown[] = [];
  const walkPart = async function* (part: string, position: object): AsyncGenerator<{ items: Uint8Array[]; cursor: string }> {
    asked.push([part, position]);
    yield { items: [], cursor: `${part}1` };
  };
  const cursors = (await Array.fromAsync(walkParts(['a', 'b'], { cursor: '{"a":"a0"}' }, walkPart))).map(({ cursor }) => cursor);
  assert.deepEqual(asked, [
    ['a', { cursor: 'a0' }],
    ['b', {}],
  ]);
  assert.deepEqual(cursors, ['{"a":"a1"}', '{"a":"a1","b":"b1"}']);
});
