import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DemoAnswer, DemoInvitation } from '../../demo-data/demoData';
import { generateDemo } from '../../demo-data/generateDemo';
import { readMaterial } from '../../demo-data/material';
import { ANSWERS_FILE, readDemoAnswers, readDemoInvitations, writeDemo } from '../../demo-data/writeDemo';

/** How far the loading of the demo has come. */
export interface Progress {
  /** The moment that the demo was made for. */
  readonly now: Date;
  /** Stretches of its time that are in the org. */
  readonly done: number;
}

/** The demo's files and what is noted beside them. */
export interface DemoFolder {
  readonly path: string;
  readonly progress: Progress;
  readonly answers: readonly DemoAnswer[];
  readonly invitations: readonly DemoInvitation[];
}

/** The files of the demo in a folder; made once, because a second attempt must meet the same answers. */
export function openDemoFolder(path: string): DemoFolder {
  mkdirSync(path, { recursive: true });
  if (![join(path, ANSWERS_FILE), progressFile(path)].every((file) => existsSync(file))) {
    const now = new Date();
    noteProgress(path, { now, done: 0 });
    writeDemo(generateDemo(readMaterial(), now), path);
  }
  return { path, progress: readProgress(path), answers: readDemoAnswers(path), invitations: readDemoInvitations(path) };
}

/** Notes how far the loading has come. */
export function noteProgress(path: string, { now, done }: Progress): void {
  writeFileSync(progressFile(path), `${JSON.stringify({ now: now.toISOString(), done })}\n`);
}

function readProgress(path: string): Progress {
  const { now, done } = JSON.parse(readFileSync(progressFile(path), 'utf8')) as { readonly now: string; readonly done: number };
  return { now: new Date(now), done };
}

function progressFile(path: string): string {
  return join(path, 'progress.json');
}
