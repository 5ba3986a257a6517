import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite, test, type TestContext } from 'node:test';
import { MetadataError } from '../../errors.ts';
import { buildSchema } from '../../schema/buildSchema.ts';
import { packageWith, temporaryFolder } from '../testing/packages.ts';
import { buildAppStage, type AppStage } from './appStage.ts';
import { writePackageModules } from './packageModules.ts';

suite('App stage', () => {
  test('given a bundle with a template, a label, a field and a base component, it is built and its base component asked for', async (t) => {
    const { stage, folder } = await build(t, {
      'lwc/gauge/gauge.html': '<template><lightning-progress-ring value={value}></lightning-progress-ring></template>',
      'lwc/gauge/gauge.js': `
        import { LightningElement } from 'lwc';
        import title from '@salesforce/label/c.Title';
        import NAME from '@salesforce/schema/Contact.Account.Name';
        import timeZone from '@salesforce/i18n/timeZone';
        import { getRecord } from 'lightning/uiRecordApi';
        export default class Gauge extends LightningElement { value = [title, NAME, timeZone, getRecord]; }`,
    });

    assert.ok(stage.vendorSpecifiers.includes('lightning/progressRing'));
    assert.ok(!stage.vendorSpecifiers.includes('lightning/uiRecordApi'));
    const code = await readFile(join(folder, stage.entries['c/gauge'] ?? ''), 'utf8');
    // The text comes with the page, in the language of whoever reads it.
    assert.match(code, /labels\W+Title/u);
    assert.doesNotMatch(code, /A title/u);
    assert.match(code, /Account\.Name/u);
  });

  test('given a component that imports a card as soon as it runs, a page asks for that card with the component, and not for one that waits', async (t) => {
    const component = (name: string, more: string): string =>
      `import { LightningElement } from 'lwc';\n${more}\nexport default class ${name} extends LightningElement {}\n`;
    const { stage } = await build(t, {
      'lwc/gauge/gauge.js': component(
        'Gauge',
        "export const early = true ? import('c/dial') : undefined;\nexport const later = () => import('c/steps');",
      ),
      'lwc/dial/dial.js': component('Dial', 'console.log("dial");'),
      'lwc/steps/steps.js': component('Steps', 'console.log("steps");'),
    });
    const files = stage.preloads['c/gauge'] ?? [];
    assert.deepEqual(
      ['dial', 'steps'].map((name) => files.some((file) => file.startsWith(`${name}-`))),
      [true, false],
    );
  });

  test('given a process that was started elsewhere, it is built all the same', async (t) => {
    const started = process.cwd();
    process.chdir(tmpdir());
    t.after(() => {
      process.chdir(started);
    });
    const { stage } = await build(t, {
      'lwc/gauge/gauge.js': "import { LightningElement } from 'lwc';\nexport default class Gauge extends LightningElement {}\n",
    });
    assert.ok(stage.entries['c/gauge']);
  });

  const refusals: readonly (readonly [string, string, RegExp])[] = [
    ['a component of the package that is not there', "import x from 'c/gone';", /c\/gone/u],
    ['a file that is not there', "import x from './gone';", /gone/u],
    ['a base component that may not be used by others', "import x from 'lightning/primitiveIcon';", /lightning\/primitiveIcon/u],
    ['a label that is not there', "import x from '@salesforce/label/c.Gone';", /no custom label Gone/u],
    ['a field that is not there', "import x from '@salesforce/schema/Account.Gone__c';", /no field Account\.Gone__c/u],
    ['a relationship that is not there', "import x from '@salesforce/schema/Account.Gone__r.Name';", /no relationship Account\.Gone__r/u],
    ['an object that is not there', "import x from '@salesforce/schema/Gone__c';", /no object Gone__c/u],
    ['a static resource', "import x from '@salesforce/resourceUrl/logo';", /no @salesforce\/resourceUrl modules/u],
    ['Apex', "import x from '@salesforce/apex/Controller.method';", /no @salesforce\/apex modules/u],
    ['code that is no JavaScript', 'export default class {', /gauge\.js/u],
  ];
  for (const [what, code, expected] of refusals) {
    test(`given ${what}, the build fails with the file and the reason`, async (t) => {
      await assert.rejects(
        () => build(t, { 'lwc/gauge/gauge.js': `${code}\n` }),
        (error) => error instanceof MetadataError && error.problems[0]?.file === 'lwc/gauge/gauge.js' && expected.test(error.message),
      );
    });
  }

  test('given a template that the compiler refuses, the build fails with its file', async (t) => {
    const files = {
      'lwc/gauge/gauge.html': '<template><p onclick="alert(1)"></p></template>',
      'lwc/gauge/gauge.js': "import { LightningElement } from 'lwc';\nexport default class Gauge extends LightningElement {}\n",
    };
    await assert.rejects(
      () => build(t, files),
      (error) => error instanceof MetadataError && error.problems[0]?.file === 'lwc/gauge/gauge.html',
    );
  });
});

async function build(
  t: TestContext,
  files: Readonly<Record<string, string>>,
): Promise<{ readonly stage: AppStage; readonly folder: string }> {
  const source = await packageWith(t, files);
  const folder = await temporaryFolder(t);
  const modules = await writePackageModules(source.contents, folder);
  const input = { modules, pageBundles: ['gauge'], schema: buildSchema(source), labels: new Map([['Title', 'A title']]) };
  return { stage: await buildAppStage(input, folder), folder };
}
