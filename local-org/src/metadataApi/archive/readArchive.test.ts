import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { ArchiveError } from './archiveError.ts';
import { platformLimits, readArchive } from './readArchive.ts';
import { writeArchive } from './writeArchive.ts';

function zip(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  return writeArchive(new Map(Object.entries(files)));
}

const text = new TextEncoder().encode('<a/>');
const zeros = new Uint8Array(4 * 1024 * 1024);

function refused(statusCode: string, message: RegExp): (error: unknown) => boolean {
  return (error) => error instanceof ArchiveError && error.statusCode === statusCode && message.test(error.message);
}

describe('reading an archive', () => {
  it('given a zip, when it is read, then its files come in order and its folders are left out', async () => {
    const archive = await readArchive(
      zip({ 'package.xml': text, 'b/': new Uint8Array(), 'b/c.txt': zeros.subarray(0, 10), 'a.txt': text }),
    );
    assert.deepEqual([...archive.keys()], ['package.xml', 'b/c.txt', 'a.txt']);
    assert.deepEqual(new Uint8Array(archive.get('b/c.txt') ?? []), zeros.subarray(0, 10));
  });

  for (const name of ['../x', 'a/../../x', '/etc/x', 'C:/x', 'a\\..\\x', '..', 'a/..']) {
    it(`given a name that leads out of the archive, ${name}, when it is read, then it is refused`, async () => {
      await assert.rejects(readArchive(zip({ 'package.xml': text, [name]: text })), refused('INVALID_OPERATION', /cannot be read/u));
    });
  }

  for (const [what, bytes] of [
    ['nothing', new Uint8Array()],
    ['text', new TextEncoder().encode('not a zip')],
    ['a zip cut short', zip({ 'package.xml': text }).subarray(0, 40)],
  ] as const) {
    it(`given ${what}, when it is read, then the refusal says that it is no zip`, async () => {
      await assert.rejects(readArchive(bytes), refused('INVALID_OPERATION', /cannot be read/u));
    });
  }

  it('given a file that is a bomb by its ratio, when it is read, then it is refused', async () => {
    await assert.rejects(readArchive(zip({ 'a.txt': zeros })), refused('LIMIT_EXCEEDED', /a\.txt is compressed more than 300 times/u));
  });

  it('given more bytes than the limit, when it is read, then it is refused before it is unpacked', async () => {
    const limits = { ...platformLimits, uncompressed: 1000, ratio: 10_000 };
    await assert.rejects(readArchive(zip({ 'a.txt': zeros }), limits), refused('LIMIT_EXCEEDED', /uncompressed zip file exceeded: 1000/u));
  });

  it('given a file larger than its entry says, when it is read, then it is refused', async () => {
    const bytes = zip({ 'a.txt': zeros });
    // The uncompressed size in the central directory: 24 bytes into the entry that begins with PK\x01\x02.
    const entry = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf('PK\u0001\u0002', 0, 'latin1');
    new DataView(bytes.buffer, bytes.byteOffset).setUint32(entry + 24, 10, true);
    await assert.rejects(readArchive(bytes), refused('INVALID_OPERATION', /cannot be read: too many bytes/u));
  });

  it('given more files than the limit, when it is read, then the platform words say so', async () => {
    const files = Object.fromEntries(Array.from({ length: 11 }, (_unused, index) => [`f${index}`, text]));
    await assert.rejects(
      readArchive(zip(files), { ...platformLimits, files: 10 }),
      refused('INVALID_OPERATION', /^Too many files in zip$/u),
    );
  });

  it('given an archive over the limit itself, when it is read, then it is refused unread', async () => {
    await assert.rejects(
      readArchive(zeros, { ...platformLimits, compressed: 1000 }),
      refused('LIMIT_EXCEEDED', /zip file exceeded: 1000/u),
    );
  });

  it('given one name twice, when it is read, then it is refused, for which of them counts is open', async () => {
    const bytes = Buffer.from(zip({ 'a.txt': text, 'b.txt': text }));
    for (let at = bytes.indexOf('b.txt'); at >= 0; at = bytes.indexOf('b.txt', at + 1)) bytes.write('a.txt', at);
    await assert.rejects(readArchive(bytes), refused('INVALID_OPERATION', /Duplicate entry in zip: a\.txt/u));
  });

  it('given a zip damaged anyhow, when it is read, then it is read within its limits or refused, and never breaks', async () => {
    const whole = zip({ 'package.xml': text, 'flows/F.flow': zeros.subarray(0, 500), 'a/b/c.txt': text });
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(damage, async (changes) => {
        const bytes = Uint8Array.from(whole);
        for (const [place, value] of changes) bytes[place] = value;
        try {
          const archive = await readArchive(bytes, { ...platformLimits, uncompressed: 100_000 });
          assert.ok([...archive.keys()].every((name) => !name.split('/').includes('..') && !name.startsWith('/')));
        } catch (error) {
          assert.ok(error instanceof ArchiveError, String(error));
        }
      }),
      { numRuns: 400 },
    );
  });
});
