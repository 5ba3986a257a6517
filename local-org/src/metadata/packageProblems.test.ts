import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { describeProblem } from '../errors.ts';
import { packageProblems } from './packageProblems.ts';
import type { PackageSource } from './packageSource.ts';
import { parseXml } from './xmlTree.ts';

suite('A package as a whole', () => {
  test('given types that nothing here reads, each file is refused by its name rather than left out', () => {
    assert.deepEqual(
      problemsOf([
        ['classes/Rating.cls-meta.xml', 'ApexClass'],
        ['flows/Rating.flow-meta.xml', 'Flow'],
        ['objects/Rating__c/recordTypes/Old.recordType-meta.xml', 'RecordType'],
      ]),
      [
        'classes/Rating.cls-meta.xml: ApexClass is not run here',
        'objects/Rating__c/recordTypes/Old.recordType-meta.xml: RecordType is not run here',
      ],
    );
  });

  test('given a folder without metadata, it says what a package folder is', () => {
    assert.match(problemsOf([]).join(), /^\/package: there is no metadata in it.*force-app\/main\/default$/u);
  });

  test('given a folder above the package, it says so once', () => {
    const problems = problemsOf([
      ['main/default/objects/Rating__c/fields/A__c.field-meta.xml', 'CustomField'],
      ['main/default/objects/Rating__c/fields/B__c.field-meta.xml', 'CustomField'],
    ]);
    assert.equal(problems.length, 1);
    assert.match(problems.join(), /A__c\.field-meta\.xml: it does not lie in a folder of objects/u);
  });
});

function problemsOf(files: readonly (readonly [path: string, type: string])[]): readonly string[] {
  const source: PackageSource = {
    folder: '/package',
    files: files.map(([path, type]) => {
      const [top, object = ''] = path.split('/');
      return { path, type, name: 'x', root: parseXml(`<${type}/>`), ...(top === 'objects' ? { object } : {}) };
    }),
  };
  return packageProblems(source).map(describeProblem);
}
