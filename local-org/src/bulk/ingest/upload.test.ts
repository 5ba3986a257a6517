import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { after, describe, it } from 'node:test';
import { storeUpload } from './upload.ts';

const folder = mkdtempSync(join(tmpdir(), 'local-org-upload-'));
const file = join(folder, '1.csv');
const always = { check: () => undefined, keep: () => undefined };
after(() => rmSync(folder, { recursive: true, force: true }));

describe('the data of a job', () => {
  it('is there when all of it came, and said so then', async () => {
    let kept = 0;
    await storeUpload(Readable.from([Buffer.from('Name\n'), Buffer.from('x\n')]), file, { ...always, keep: () => (kept += 1) });
    assert.deepEqual([readFileSync(file, 'utf8'), kept, readdirSync(folder)], ['Name\nx\n', 1, ['1.csv']]);
  });

  it('leaves nothing behind when it is too large in base64, breaks off, or is not wanted any more', async () => {
    const before = readdirSync(folder);
    const sixBytes = (): Readable => Readable.from([Buffer.from('abc'), Buffer.from('def')]);
    await storeUpload(sixBytes(), file, always, 8);
    await assert.rejects(storeUpload(sixBytes(), file, always, 7), /EXCEEDED|base64/u);
    const broken = new Readable({
      read() {
        this.destroy(new Error('gone'));
      },
    });
    await assert.rejects(storeUpload(broken, file, always), /gone/u);
    const check = (): never => {
      throw new Error('closed');
    };
    await assert.rejects(storeUpload(sixBytes(), file, { ...always, check }), /closed/u);
    assert.deepEqual(readdirSync(folder), before);
  });
});
