import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import { childText, parseXml } from '../xmlFile';

const PACKAGE = join('force-app', 'main', 'default');
const GUIDE = readFileSync(join('docs', 'guide', 'reports.md'), 'utf8');

/** What people read as the name of each file below a folder of the package. */
function namesIn(folder: string, ending: string, element: string): readonly string[] {
  return readdirSync(join(PACKAGE, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(ending))
    .map((path) => {
      const file = parseXml(path, readFileSync(join(PACKAGE, folder, path), 'utf8'));
      assert.ok('root' in file, path);
      return childText(file.root, element) ?? path;
    });
}

for (const [folder, ending, element] of [
  ['reports', '.report-meta.xml', 'name'],
  ['dashboards', '.dashboard-meta.xml', 'title'],
  ['reportTypes', '.reportType-meta.xml', 'label'],
] as const) {
  it(`the guide has a line for each of ${folder}`, () => {
    const names = namesIn(folder, ending, element);
    const lacking = names.filter((name) => !GUIDE.includes(`\n| ${name} |`));
    assert.deepEqual(lacking, []);
  });
}
