import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { toCsv } from './csv';
import type { DemoAnswer, DemoData, DemoInvitation, DemoRecord } from './demoData';

/** The columns of the answers, in their order. */
export const ANSWER_COLUMNS: readonly (keyof DemoAnswer)[] = [
  'response_id',
  'source',
  'email',
  'rating',
  'comment',
  'responded_at',
  'updated_at',
  'survey',
  'touchpoint',
  'channel',
  'language',
  'reasons',
];

/** Written last: where it is, all others are. */
export const ANSWERS_FILE = 'responses.csv';

/** The files of a demo by name. */
export function demoFiles(demo: DemoData): Readonly<Record<string, string>> {
  const json = (records: unknown): string => `${JSON.stringify(records, null, 2)}\n`;
  return {
    'users.json': json(demo.users),
    'accounts.json': json(demo.accounts),
    'contacts.json': json(demo.contacts),
    'surveys.json': json(demo.surveys),
    'touchpoints.json': json(demo.touchpoints),
    'invitations.json': json(demo.invitations),
    [ANSWERS_FILE]: toCsv(ANSWER_COLUMNS, demo.responses),
  };
}

/** Writes the files of a demo into a folder, which is made if need be. */
export function writeDemo(demo: DemoData, folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(demoFiles(demo))) writeFileSync(join(folder, name), content);
}

/** The answers that `writeDemo` wrote. */
export function readDemoAnswers(folder: string): readonly DemoAnswer[] {
  return parse(readFileSync(join(folder, ANSWERS_FILE), 'utf8'), { columns: true });
}

/** The invitations that `writeDemo` wrote. */
export function readDemoInvitations(folder: string): readonly DemoInvitation[] {
  return JSON.parse(readFileSync(join(folder, 'invitations.json'), 'utf8')) as readonly DemoInvitation[];
}

/** The records of one JSON file that `writeDemo` wrote. */
export function readDemoFile(folder: string, name: string): readonly DemoRecord[] {
  return JSON.parse(readFileSync(join(folder, name), 'utf8')) as readonly DemoRecord[];
}
