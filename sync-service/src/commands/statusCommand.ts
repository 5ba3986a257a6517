import type { Config } from '../config/configSchema.ts';
import { Activities } from '../service/activity.ts';
import { SharedConditions } from '../service/sharedConditions.ts';
import type { Store, StoreFigures } from '../store/store.ts';
import { Conditions, type Condition } from '../telemetry/conditions.ts';
import { whoRuns } from '../whoRuns.ts';
import { ago } from './times.ts';
import { say, withStore, type CommandWorld, type CommonFlags } from './world.ts';
import { counted } from './words.ts';

export interface StatusFlags extends CommonFlags {
  /** Exits with 1 when something needs a person. */
  readonly check?: boolean;
}

/** How everything stands, from the store alone: it works whether a service runs or not, and costs no API call. */
export interface StatusReport {
  readonly at: string;
  readonly store: string;
  readonly running: readonly string[];
  readonly figures: StoreFigures;
  readonly lagSeconds: number;
  /** Dead letters that nobody has dealt with, by code. */
  readonly deadLetters: Readonly<Record<string, number>>;
  readonly sources: readonly {
    readonly name: string;
    readonly kind: string;
    readonly lastDelivery?: string;
    readonly problem?: string;
  }[];
  /** Parts that do not work, as the service saw them last. */
  readonly problems: readonly Condition[];
  /** What needs a person, in words; empty: nothing. */
  readonly attention: readonly string[];
}

/** A lag above this is worth a look. */
const lagWorthALook = 900;
const deadLettersCounted = 10_000;

export async function statusCommand(flags: StatusFlags, world: CommandWorld): Promise<number> {
  const report = await withStore(flags, world, { readOnly: true }, (store, { config }) => statusReport(store, config, new Date()));
  say(world, flags, report, () => statusText(report));
  return flags.check === true && report.attention.length > 0 ? 1 : 0;
}

export async function statusReport(store: Store, config: Config, now: Date): Promise<StatusReport> {
  const figures = await store.figures();
  const running = await whoRuns(config, store, now);
  const parts = partsOf(config);
  const conditions = await new SharedConditions(store, new Conditions(), parts).list();
  const problems = conditions.filter(({ problem }) => problem !== undefined);
  const activities = new Activities(store);
  const sources: StatusReport['sources'][number][] = [];
  for (const { name, kind } of config.sources) {
    const lastDelivery = (await activities.of(name)).lastDelivery ?? (await store.lastReceived(name));
    const problem = problems.find(({ part }) => part === `source ${name}`)?.problem;
    sources.push({ name, kind, ...(lastDelivery === undefined ? {} : { lastDelivery }), ...(problem === undefined ? {} : { problem }) });
  }
  const lagSeconds = figures.oldestWaiting === undefined ? 0 : Math.max(0, (now.getTime() - Date.parse(figures.oldestWaiting)) / 1_000);
  const known = {
    at: now.toISOString(),
    store: config.store.databaseUrl === undefined ? config.store.data : `PostgreSQL, schema ${config.store.databaseSchema}`,
    ...{ running, figures, lagSeconds, sources, problems },
    deadLetters: await byCode(store),
  };
  return { ...known, attention: attention(known) };
}

/** What the service may have said something of. */
function partsOf({ sources, watch }: Config): readonly string[] {
  const jobs = ['invitations', 'rematch', 'retention', 'watched folders', 'requests', ...sources.map(({ name }) => `pull ${name}`)];
  return [
    ...['org', 'store', 'fields', 'match', 'invitations', 'requests'],
    ...jobs.map((job) => `job ${job}`),
    ...sources.map(({ name }) => `source ${name}`),
    ...watch.folders.map(({ folder }) => `folder ${folder}`),
  ];
}

async function byCode(store: Store): Promise<Record<string, number>> {
  const counted: Record<string, number> = {};
  let after: string | undefined;
  for (let seen = 0; seen < deadLettersCounted;) {
    const page = await store.deadLetters({ open: true }, 500, after);
    for (const { code } of page) counted[code] = (counted[code] ?? 0) + 1;
    after = page.at(-1)?.id;
    seen += page.length;
    if (page.length < 500) break;
  }
  return counted;
}

function attention({ figures, lagSeconds, running, problems }: Omit<StatusReport, 'attention'>): readonly string[] {
  const { answers, deliveries } = figures;
  const dead = answers.dead + deliveries.dead;
  const waiting = answers.waiting + deliveries.waiting;
  return [
    ...problems.map(({ part, problem = '' }) => `${part}: ${problem}`),
    ...(dead > 0
      ? [`${counted(dead, 'dead letter')} ${dead === 1 ? 'waits' : 'wait'} for somebody: customer-pulse dead-letters list`]
      : []),
    ...(answers.parked > 0
      ? [
          `${counted(answers.parked, 'answer')} ${answers.parked === 1 ? 'waits' : 'wait'} for a change of configuration: customer-pulse doctor says which`,
        ]
      : []),
    ...(waiting > 0 && running.length === 0
      ? [
          `${counted(waiting, 'answer or delivery', 'answers or deliveries')} ${waiting === 1 ? 'waits' : 'wait'} and nothing is running: customer-pulse serve, or customer-pulse push`,
        ]
      : []),
    ...(lagSeconds > lagWorthALook && running.length > 0 ? [`the oldest has been waiting for ${Math.round(lagSeconds / 60)} minutes`] : []),
  ];
}

function statusText(report: StatusReport): string {
  const { figures, sources, running, at } = report;
  const { answers, deliveries } = figures;
  const now = new Date(at);
  const all = answers.pushed + answers.waiting + answers.parked + answers.dead;
  const codes = Object.entries(report.deadLetters).sort(([, one], [, other]) => other - one);
  return [
    `Store ${report.store}`,
    line('running', running.length === 0 ? 'nothing' : running.join('; ')),
    line('answers', `${all} in all`),
    line('pushed', `${answers.pushed} are in Salesforce`),
    line(
      'waiting',
      `${answers.waiting} answers, ${deliveries.waiting} deliveries to be read${figures.oldestWaiting === undefined ? '' : `, the oldest came ${ago(figures.oldestWaiting, now)}`}`,
    ),
    line('parked', `${answers.parked} wait for a change of configuration`),
    line('dead', `${answers.dead} answers, ${deliveries.dead} deliveries`),
    ...codes.slice(0, 10).map(([code, count]) => `                ${count} ${code}`),
    ...(sources.length === 0 ? [] : ['Sources']),
    ...sources.map(({ name, kind, lastDelivery, problem }) =>
      line(
        name,
        `${kind}, ${lastDelivery === undefined ? 'nothing came yet' : `last heard ${ago(lastDelivery, now)}`}${problem === undefined ? '' : `; ${problem}`}`,
      ),
    ),
    ...(report.attention.length === 0 ? ['Nothing needs you.'] : ['Needs you:', ...report.attention.map((text) => `  - ${text}`)]),
  ].join('\n');
}

function line(name: string, text: string): string {
  return `  ${name.padEnd(12)}  ${text}`;
}
