import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { contractOrg, type ContractOrg } from './org';

const COUNT = 1000;

let org: ContractOrg;

before(async () => {
  org = await contractOrg();
});

after(async () => {
  await org.stop();
});

test('given 1,000 answers for one account in one job, when it ends, then all of them count and no flow has failed', async (context) => {
  const { connection, run } = org;
  const logged = await connection.query('SELECT Id FROM PulseLog__c');
  const account = await create('Account', { Name: `Thousand ${run}` });
  const pulse = await create('AccountPulse__c', { Key__c: `A:${account}`, Account__c: account });
  const respondents: string[] = [];
  for (let nth = 0; nth < 5; nth++) {
    const contact = await create('Contact', { LastName: `Person ${String(nth)} ${run}`, AccountId: account });
    respondents.push(await create('ContactPulse__c', { Key__c: `C:${contact}:${account}`, Contact__c: contact, AccountPulse__c: pulse }));
  }
  const answers = Array.from({ length: COUNT }, (_, index) => ({
    ContactPulse__c: respondents[index % respondents.length],
    ExternalId__c: `${run}:${String(index)}`,
    Rating__c: index % 11,
    RespondedAt__c: new Date(Date.now() - (index % 300) * 86_400_000 - 3_600_000).toISOString(),
  }));

  connection.bulk2.pollTimeout = 300_000;
  connection.bulk2.pollInterval = 500;
  const started = performance.now();
  const { successfulResults, failedResults } = await connection.bulk2.loadAndWaitForResults({
    object: 'PulseResponse__c',
    operation: 'insert',
    input: answers,
  });
  assert.deepEqual([successfulResults.length, failedResults], [COUNT, []]);
  const [figures] = await org.eventually<Record<string, number>>(
    `SELECT RatingCount__c, RatingSum__c, PromoterCount__c, DetractorCount__c, Score__c FROM AccountPulse__c WHERE Id = '${pulse}'`,
    (rows) => rows[0]?.['RatingCount__c'] === COUNT,
  );
  context.diagnostic(
    `${String(COUNT)} answers of one account in ${((performance.now() - started) / 1000).toFixed(1)} s, with what runs after the commit`,
  );
  const ratings = answers.map((answer) => answer.Rating__c);
  const sum = ratings.reduce((total, rating) => total + rating, 0);
  assert.deepEqual(
    [
      figures?.['RatingCount__c'],
      figures?.['RatingSum__c'],
      figures?.['PromoterCount__c'],
      figures?.['DetractorCount__c'],
      figures?.['Score__c'],
    ],
    [
      COUNT,
      sum,
      ratings.filter((rating) => rating >= 9).length,
      ratings.filter((rating) => rating <= 6).length,
      Number((sum / COUNT).toFixed(2)),
    ],
  );
  const after = await connection.query('SELECT Flow__c, Element__c, Message__c FROM PulseLog__c ORDER BY CreatedDate DESC LIMIT 5');
  assert.equal(after.totalSize, Math.min(logged.totalSize, 5), JSON.stringify(after.records));
});

async function create(object: string, record: Record<string, unknown>): Promise<string> {
  const result = await org.connection.sobject(object).create(record);
  if (!result.success) throw new Error(JSON.stringify(result.errors));
  return result.id;
}
