import { existsSync } from 'node:fs';
import path from 'node:path';
import type { LoadedConfig } from '../../config/loadConfig.ts';
import { PulseError } from '../../errors.ts';
import { openStore } from '../../store/openStore.ts';
import { programVersion } from '../../verify/writeCheck.ts';
import { whoRuns } from '../../whoRuns.ts';
import { configOf, say, type CommandWorld, type CommonFlags } from '../world.ts';
import { ok, problem, skipped, type Finding } from './finding.ts';
import { orgFindings } from './orgChecks.ts';
import { placeFindings } from './placeChecks.ts';
import { sourceFindings } from './sourceChecks.ts';
import { tellSetupPage } from './setupStep.ts';

export interface DoctorFlags extends CommonFlags {
  readonly write: boolean;
  readonly offline?: boolean;
}

/** What doctor found, for machines. */
export interface DoctorReport {
  readonly version: string;
  readonly problems: number;
  readonly warnings: number;
  readonly findings: readonly Finding[];
  /** What the setup page in the org was told. */
  readonly told?: 'Done' | 'Missing' | 'NotNeeded';
}

/** Checks everything and says how to put right what is wrong. @returns 1 when something does not work */
export async function doctorCommand(flags: DoctorFlags, world: CommandWorld): Promise<number> {
  const report = await examine(flags, world);
  say(world, flags, report, () => reportText(report));
  return report.problems === 0 ? 0 : 1;
}

async function examine(flags: DoctorFlags, world: CommandWorld): Promise<DoctorReport> {
  const version = programVersion();
  const loaded = load(flags, world);
  if (loaded instanceof PulseError)
    return asReport(version, [
      problem('configuration', loaded.message, 'Correct each line; customer-pulse config check tells when it is usable.'),
    ]);
  const { file, config } = loaded;
  const findings: Finding[] = [
    ok('configuration', file === undefined ? 'No file: defaults and the environment.' : `${file} is usable.`),
    ok('program', `customer-pulse ${version} on Node ${process.versions.node}.`),
  ];
  const offline = flags.offline === true;
  const org = offline ? { findings: [skipped('org', 'Not looked at (--offline).')] } : await orgFindings(config, world.environment);
  findings.push(...org.findings);
  findings.push(...(await placeFindings(config, 'orgId' in org ? org.orgId : undefined)));
  if (!offline) findings.push(...(await sourceFindings(config, await isRunning(loaded))));
  const client = 'client' in org ? org.client : undefined;
  if (!flags.write || client === undefined) return asReport(version, findings);
  try {
    return { ...asReport(version, findings), told: await tellSetupPage(client, findings, version) };
  } catch (thrown) {
    if (!(thrown instanceof PulseError)) throw thrown;
    return asReport(version, [...findings, skipped('setup page', `It could not be told: ${thrown.message}`)]);
  }
}

function load(flags: CommonFlags, world: CommandWorld): LoadedConfig | PulseError {
  try {
    return configOf(flags, world);
  } catch (thrown) {
    if (thrown instanceof PulseError) return thrown;
    throw thrown;
  }
}

async function isRunning({ config }: LoadedConfig): Promise<boolean> {
  if (config.store.databaseUrl === undefined && !existsSync(path.join(config.store.data, 'store.sqlite'))) return false;
  try {
    const store = await openStore(config.store, { readOnly: true });
    try {
      return (await whoRuns(config, store)).length > 0;
    } finally {
      await store.close();
    }
  } catch (thrown) {
    if (thrown instanceof PulseError) return false;
    throw thrown;
  }
}

function asReport(version: string, findings: readonly Finding[]): DoctorReport {
  const count = (state: Finding['state']): number => findings.filter((finding) => finding.state === state).length;
  return { version, problems: count('problem'), warnings: count('warning'), findings };
}

const marks: Readonly<Record<Finding['state'], string>> = { ok: 'ok     ', warning: 'look   ', problem: 'WRONG  ', skipped: '-      ' };

function reportText({ findings, problems, warnings, told }: DoctorReport): string {
  return [
    ...findings.flatMap(({ state, about, words, fix }) => [
      `${marks[state]} ${about}: ${indented(words)}`,
      ...(fix === undefined ? [] : [`         -> ${indented(fix)}`]),
    ]),
    '',
    problems === 0
      ? `Nothing is wrong${warnings === 0 ? '.' : `; ${warnings} worth a look.`}`
      : `${problems} ${problems === 1 ? 'thing is' : 'things are'} wrong, ${warnings} worth a look.`,
    ...(told === undefined || told === 'NotNeeded' ? [] : [`The setup page in the org was told: ${told === 'Done' ? 'done' : 'to do'}.`]),
  ].join('\n');
}

function indented(text: string): string {
  return text.replace(/\n/g, '\n         ');
}
