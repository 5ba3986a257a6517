import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { startOrg, type RunningOrg } from '../support/runningOrg';

/** Real answers, which lie beside the repository and are not part of it. */
const FILE = '../shared/data/fft-responses.csv';
const MAPPING = 'config/data/fft-mapping.json';
const NOW = '2022-10-01T00:00:00Z';
const RATING: Readonly<Record<string, number>> = { '1': 10, '2': 8, '3': 6, '4': 3, '5': 0 };

const options = existsSync(FILE) ? {} : { skip: `${FILE} is not here` };

interface Summary {
  readonly read: number;
  readonly accepted: number;
  readonly noRating: number;
  readonly rejected: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
}

let org: RunningOrg;

before(async () => {
  org = await startOrg(NOW);
});

after(async () => {
  await org.stop();
});

test(
  "given a file of real answers, when it is imported, then the org's own figures equal those computed from the file",
  options,
  async () => {
    const first = await importFile();
    assert.deepEqual(
      { read: first.read, accepted: first.accepted, noRating: first.noRating, rejected: first.rejected, created: first.created },
      { read: 2975, accepted: 2975, noRating: 143, rejected: 0, created: 2975 },
    );

    const ratings = parse(readFileSync(FILE), { columns: true, bom: true })
      .map((row) => RATING[(row as Record<string, string>)['fft_answer'] ?? ''])
      .filter((rating) => rating !== undefined);
    const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
    const expected = {
      responses: 2975,
      rated: ratings.length,
      ratingSum: sum(ratings),
      promoters: ratings.filter((rating) => rating >= 9).length,
      detractors: ratings.filter((rating) => rating <= 6).length,
    };
    const [figures] = (
      await org.connection.query<Record<string, number>>(
        'SELECT COUNT(Id) responses, SUM(Rated__c) rated, SUM(Rating__c) ratingSum, SUM(Promoter__c) promoters, SUM(Detractor__c) detractors FROM PulseResponse__c',
      )
    ).records;
    assert.ok(figures);
    assert.deepEqual(Object.fromEntries(Object.keys(expected).map((name) => [name, figures[name]])), expected);

    const relational = await org.connection.query('SELECT COUNT() FROM ContactPulse__c WHERE Nps__c != null');
    assert.equal(relational.totalSize, 0, 'a transactional survey never makes NPS');
  },
);

test('given pulses in the org, then each roll-up equals a recomputation from the answers', options, async () => {
  await importFile();
  const rows = await org.connection.query<{ pulse: string; ratingSum: number | null; rated: number }>(
    "SELECT ContactPulse__r.AccountPulse__c pulse, SUM(Rating__c) ratingSum, SUM(Rated__c) rated FROM PulseResponse__c WHERE InWindow__c = 1 AND Status__c = 'Accepted' GROUP BY ContactPulse__r.AccountPulse__c",
  );
  const pulses = await org.connection.query<{ Id: string; RatingSum__c: number; RatingCount__c: number }>(
    'SELECT Id, RatingSum__c, RatingCount__c FROM AccountPulse__c',
  );
  const stored = new Map(pulses.records.map((pulse) => [pulse.Id, pulse]));
  assert.ok(rows.records.length > 0);
  for (const row of rows.records) {
    assert.equal(stored.get(row.pulse)?.RatingSum__c, row.ratingSum ?? 0);
    assert.equal(stored.get(row.pulse)?.RatingCount__c, row.rated);
  }
});

test('given an imported file, when it is imported again, then nothing changes and the command says so', options, async () => {
  await importFile();
  const before = await lastModified();
  const again = await importFile();
  assert.deepEqual(
    { created: again.created, updated: again.updated, unchanged: again.unchanged },
    { created: 0, updated: 0, unchanged: 2975 },
  );
  assert.deepEqual(await lastModified(), before);
});

async function importFile(): Promise<Summary> {
  const { exitCode, stdout, stderr } = await org.customerPulse('import', FILE, '--mapping', MAPPING, '--json');
  assert.equal(exitCode, 0, stderr);
  await org.settled();
  return JSON.parse(stdout) as Summary;
}

async function lastModified(): Promise<unknown> {
  const result = await org.connection.query('SELECT MAX(SystemModstamp) newest, COUNT(Id) responses FROM PulseResponse__c');
  return result.records;
}
