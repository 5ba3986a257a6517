import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { csvOf, type TestVersion } from './answers.ts';
import { runCommand, type Ended } from './command.ts';
import type { TestOrg } from './org.ts';
import type { Kill, Schedule } from './schedule.ts';
import { Story, type Played } from './story.ts';

const summary = z.object({
  read: z.number(),
  rejected: z.number(),
  waiting: z.number(),
  parked: z.number(),
  refusals: z.array(z.object({ externalId: z.string() })),
  stopped: z.string().optional(),
});

/** Runs after the last kill that faults may cut short before the org is left in peace. */
const shakenRuns = 6;

/** A file that grows and changes is imported again and again; runs are killed and requests fail as the schedule says. */
export async function playImport(schedule: Schedule, org: TestOrg, source: string): Promise<Played> {
  const story = await Story.open(schedule, org, source);
  const rounds = schedule.kills.length + 1;
  const changes = Array.from({ length: schedule.answers }, () => story.random() < schedule.changed);
  let dead: readonly string[] = [];
  try {
    for (const [round, kill] of [...schedule.kills, undefined].entries()) {
      const count = Math.ceil((schedule.answers * (round + 1)) / rounds);
      const rows = changes.slice(0, count).map((isChanged, index) => story.version(index, isChanged ? round : 0));
      if (kill !== undefined) await importOnce(story, rows, kill);
      else dead = await importToTheEnd(story, rows);
    }
    const balance = await story.balance(dead);
    const expectedDead = [...story.poison().keys()].sort();
    if (dead.toSorted().join() !== expectedDead.join())
      story.complaints.push(`dead letters ${dead.join()} where ${expectedDead.join()} were refused`);
    return story.played(balance);
  } finally {
    await story.close();
  }
}

/** @returns the dead letters that the last run shows */
async function importToTheEnd(story: Story, rows: readonly TestVersion[]): Promise<readonly string[]> {
  for (let run = 0; run < shakenRuns; run++) {
    if ((await importOnce(story, rows))?.exitCode === 0 || story.complaints.length > 0) break;
  }
  story.calm();
  const last = await importOnce(story, rows);
  if (last?.exitCode !== 0)
    story.complaints.push(`the undisturbed run exits with ${last?.exitCode}: ${last?.stdout.slice(0, 1500)}${last?.stderr.slice(0, 500)}`);
  return summary.safeParse(jsonIn(last?.stdout ?? '')).data?.refusals.map(({ externalId }) => externalId) ?? [];
}

async function importOnce(story: Story, rows: readonly TestVersion[], kill?: Kill): Promise<Ended | undefined> {
  const file = path.join(story.folder, 'answers.csv');
  writeFileSync(file, csvOf(story.source, rows));
  story.ledger.sending(rows);
  const run = runCommand(['import', file, '--config', story.writeConfig(path.join(story.folder, 'data')), '--json'], story.environment);
  const spare = kill === undefined ? undefined : story.killAt(kill, run);
  const ended = await run.ended;
  spare?.();
  if (ended.exitCode === undefined) {
    story.killed++;
    return undefined;
  }
  const said = summary.safeParse(jsonIn(ended.stdout));
  if (!said.success) {
    story.complaints.push(`a run says nothing that can be read and exits with ${ended.exitCode}: ${ended.stderr.slice(0, 500)}`);
    return ended;
  }
  if (said.data.read !== rows.length || said.data.rejected > 0) {
    story.complaints.push(`read ${said.data.read} of ${rows.length} rows, ${said.data.rejected} rejected`);
  } else {
    story.ledger.acknowledged(rows);
  }
  return ended;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
