import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';
import { checkMetadata } from './checkMetadata';

/** A folder with the given files, removed after the test, and what the check says about them, without the folder's name. */
export async function problemsOf(test: TestContext, files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'check-metadata-'));
  test.after(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  const { problems } = await checkMetadata(folder);
  return problems.map((problem) => `${problem.file.slice(folder.length + 1)}:${String(problem.line ?? '-')}: ${problem.message}`);
}

/** A metadata file with the given lines inside its root element; the first of them is line 3. */
export function metadataFile(type: string, ...lines: readonly string[]): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<${type} xmlns="http://soap.sforce.com/2006/04/metadata">`,
    ...lines,
    `</${type}>`,
    '',
  ].join('\n');
}
