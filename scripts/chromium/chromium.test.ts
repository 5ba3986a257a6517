import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { findChromium } from '.';

let folder: string;

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'customer-pulse-chromium-'));
  writeFileSync(join(folder, 'google-chrome'), '');
});

after(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('given a browser on the PATH, then it is found', () => {
  assert.equal(findChromium({ PATH: `/nowhere:${folder}` }), join(folder, 'google-chrome'));
});

test('given CHROMIUM_PATH, then that one is taken, and none when it does not exist', () => {
  assert.equal(findChromium({ PATH: '', CHROMIUM_PATH: join(folder, 'google-chrome') }), join(folder, 'google-chrome'));
  assert.equal(findChromium({ PATH: folder, CHROMIUM_PATH: '/nowhere/chromium' }), undefined);
});

test('given no browser anywhere, then none is found', () => {
  assert.equal(findChromium({ PATH: '/nowhere' }), undefined);
});
