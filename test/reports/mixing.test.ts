import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { textOf, type Json, type Row } from './client.ts';
import { isRelational, nps, rated } from './meanings/arithmetic.ts';
import { readRaw } from './meanings/raw.ts';
import type { RunAnswer } from './reference/answer.ts';
import { closeTo } from './reference/compare.ts';
import { figuresByGroups } from './reference/dashboardAnswer.ts';
import { readReports, type ReportFile } from './reference/reportFile.ts';
import { reportIds, run } from './runs.ts';
import { openWorld } from './worlds.ts';
import type { World } from './world/index.ts';

const reports = readReports();
const isOfNps = ({ aggregates }: ReportFile): boolean => aggregates.some(({ masterLabel }) => masterLabel.startsWith('NPS'));
const isOfTouchpoints = ({ aggregates }: ReportFile): boolean => aggregates.some(({ masterLabel }) => masterLabel === 'Touchpoint NPS');

/** Formulas of a report, by name, that are NPS of the relationship or how many answers it rests on. */
const npsFormulas = ({ aggregates }: ReportFile): readonly string[] =>
  aggregates
    .filter(({ masterLabel }) => masterLabel.startsWith('NPS') || masterLabel === 'Rated answers')
    .map(({ developerName }) => developerName);

describe('NPS of the relationship and of touchpoints', () => {
  let world: World;
  let ids: ReadonlyMap<string, string>;

  before(async () => {
    world = await openWorld({ seed: 6, now: '2026-06-15T09:00:00Z', why: 'an ordinary day' });
    ids = await reportIds(world.org.admin);
  });
  after(() => world.org.close());

  async function runAll(
    which: (report: ReportFile) => boolean,
    metadata?: Readonly<Record<string, unknown>>,
  ): Promise<Map<ReportFile, RunAnswer>> {
    const runs = new Map<ReportFile, RunAnswer>();
    for (const report of reports.filter(which)) runs.set(report, await run(world.org.admin, ids.get(report.developerName) ?? '', metadata));
    return runs;
  }

  test('given relational figures, when transactional answers come in every way there is, then none of the figures moves', async () => {
    const before = await runAll((report) => isOfNps(report) && !isMonthly(report));
    assert.ok(before.size >= 5);

    await addAnswers(world, 'transactional', transactional(world));

    const then = await runAll((report) => isOfNps(report) && !isMonthly(report));
    for (const [report, answer] of before) assertSame(report, npsFormulas(report), answer, then.get(report));
  });

  test('given touchpoint figures, when relational answers come that name touchpoints, then none of the figures moves', async () => {
    const before = await runAll(isOfTouchpoints);
    assert.ok(before.size >= 2);

    await addAnswers(world, 'relational', relational());

    const then = await runAll(isOfTouchpoints);
    for (const [report, answer] of before)
      assertSame(
        report,
        report.aggregates.map(({ developerName }) => developerName),
        answer,
        then.get(report),
      );
  });

  test('given a report of NPS over answers, when somebody takes all its filters away, then it still counts relational, accepted, rated answers alone', async () => {
    const { answers } = await readRaw(world.org.admin);
    const counted = answers.filter(isRelational);
    const unfiltered = await runAll(
      ({ reportType, ...report }) => isOfNps({ reportType, ...report }) && reportType === 'PulseResponses__c',
      {
        reportFilters: [],
      },
    );
    assert.ok(unfiltered.size >= 4);
    for (const [report, answer] of unfiltered) {
      const total = figuresByGroups(answer);
      const at = (label: string): Json =>
        total.get(`total: ${report.aggregates.find(({ masterLabel }) => masterLabel === label)?.developerName ?? ''}`) ?? null;
      closeTo(at('NPS'), nps(counted), `${report.fullName}, NPS`);
      closeTo(at('Rated answers'), rated(counted), `${report.fullName}, rated answers`);
      assert.ok(rated(counted) < answers.length);
    }
  });
});

/** Its figures are those of snapshots, which are taken once a month. */
const isMonthly = ({ reportType }: ReportFile): boolean => reportType === 'PulseSnapshots__c';

function assertSame(report: ReportFile, formulas: readonly string[], before: RunAnswer, then: RunAnswer | undefined): void {
  assert.ok(then);
  const figures = figuresByGroups(then);
  let compared = 0;
  for (const [at, figure] of figuresByGroups(before)) {
    if (!formulas.some((name) => at.endsWith(`: ${name}`))) continue;
    closeTo(figures.get(at) ?? null, figure, `${report.fullName}, ${at}`);
    compared += 1;
  }
  assert.ok(compared > 0, `${report.fullName}: nothing to compare`);
}

type Draft = Readonly<Record<string, Json>>;

/** Promoters and detractors that must not count: of transactional surveys, of none, and dressed up as relational. */
function transactional(world: World): readonly Draft[] {
  const { transactionalSurvey } = world;
  const disguises: readonly Draft[] = [
    { Survey__c: transactionalSurvey },
    { Survey__c: transactionalSurvey, Program__c: 'Relational' },
    { Survey__c: transactionalSurvey, Relational__c: 1, Promoter__c: 1, Rated__c: 1 },
    { Program__c: 'Transactional' },
    { Program__c: 'Transactional', Relational__c: 1 },
    {},
  ];
  return disguises.flatMap((disguise) =>
    ['Sales', 'Service', null].flatMap((Touchpoint__c) => [10, 10, 0].map((Rating__c) => ({ ...disguise, Touchpoint__c, Rating__c }))),
  );
}

const relational = (): readonly Draft[] =>
  ['Sales', 'Delivery', 'Service', 'Portal', null].flatMap((Touchpoint__c) =>
    [10, 0, null].map((Rating__c) => ({ Program__c: 'Relational', Touchpoint__c, Rating__c })),
  );

/** Saves each draft for every respondent who is known, answered yesterday. */
async function addAnswers({ org, now }: World, name: string, drafts: readonly Draft[]): Promise<void> {
  const pulses = await org.admin.query(
    'SELECT Id, Contact__c, AccountPulse__r.Account__c FROM ContactPulse__c WHERE Contact__c != null ORDER BY Key__c LIMIT 12',
  );
  const accountOf = ({ AccountPulse__r: above }: Row): Json =>
    typeof above === 'object' && above !== null && 'Account__c' in above ? (above['Account__c'] ?? null) : null;
  const rows = pulses.flatMap((pulse) =>
    drafts.map((draft, n) => ({
      ...draft,
      ContactPulse__c: pulse['Id'] ?? null,
      Contact__c: pulse['Contact__c'] ?? null,
      Account__c: accountOf(pulse),
      ExternalId__c: `${name}:${textOf(pulse['Id'])}:${String(n)}`,
      RespondedAt__c: new Date(now - 86_400_000).toISOString(),
    })),
  );
  await org.admin.create('PulseResponse__c', rows);
  await org.local.idle();
}
