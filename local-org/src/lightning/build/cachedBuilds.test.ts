import assert from 'node:assert/strict';
import { mkdtemp, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { z } from 'zod';
import { buildNames, readBuild, writeBuild } from './cachedBuilds.ts';

const schema = z.object({ files: z.number() });
const longAgo = new Date('2026-01-01T00:00:00Z');

describe('kept builds', () => {
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'builds-'));
  });

  after(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  const build = (name: string) => writeBuild(join(folder, name), () => Promise.resolve({ files: 1 }));

  it('stay while an org may serve from them, however many others are made; only those long unused go', async () => {
    await build('running');
    await build('unused');
    for (const name of ['running', 'unused']) await utimes(join(folder, name), longAgo, longAgo);
    assert.deepEqual(await readBuild(join(folder, 'running'), schema), { files: 1 });
    for (let index = 0; index < 30; index += 1) await build(`other${String(index)}`);
    const names = await buildNames(folder);
    assert.ok(names.includes('running'));
    assert.ok(names.includes('other0'));
    assert.ok(!names.includes('unused'));
  });
});
