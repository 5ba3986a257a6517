import assert from 'node:assert/strict';
import { suite, test, type TestContext } from 'node:test';
import { describeProblem, type MetadataProblem } from '../../errors.ts';
import { buildSchema } from '../../schema/buildSchema.ts';
import { bundleXml, packageWith } from '../testing/packages.ts';
import { readSiteMetadata } from '../pages/siteMetadata.ts';

const component = "import { LightningElement } from 'lwc';\nexport default class Gauge extends LightningElement {}\n";

const labelsXml =
  '<CustomLabels xmlns="http://soap.sforce.com/2006/04/metadata"><labels><fullName>Greeting</fullName><language>en_US</language>' +
  '<protected>false</protected><shortDescription>Greeting</shortDescription><value>Hello</value></labels></CustomLabels>';

suite('LWC bundles', () => {
  const refusals: readonly (readonly [what: string, files: Readonly<Record<string, string>>, expected: RegExp])[] = [
    [
      'code that is no JavaScript',
      { 'gauge.js': 'export default class {' },
      /^lwc\/gauge\/gauge\.js:1: gauge\.js: LWC1007: .*Unexpected token/u,
    ],
    [
      'a template that the compiler refuses',
      { 'gauge.js': component, 'gauge.html': '<template>\n<p onclick="alert(1)"></p></template>' },
      /^lwc\/gauge\/gauge\.html:2: gauge\.html: LWC1043/u,
    ],
    [
      'an import of a component that is not there',
      importing('c/gone'),
      /gauge\.js:2: No MODULE named markup:\/\/c:gone found : \[markup:\/\/c:gauge\]/u,
    ],
    [
      'a component that is not there in its template',
      { 'gauge.js': component, 'gauge.html': '<template><c-gone-by></c-gone-by></template>' },
      /No MODULE named markup:\/\/c:goneBy found/u,
    ],
    ['a base component that is not there', importing('lightning/gone'), /No MODULE named markup:\/\/lightning:gone found/u],
    ['a file that is not there', importing('./gone'), /Cannot find module '\.\/gone' in the bundle gauge/u],
    ['a label that is not there', importing('@salesforce/label/c.Gone'), /Invalid reference c\.Gone of type label in file gauge\.js/u],
    [
      'a field that is not there',
      importing('@salesforce/schema/Account.Gone__c'),
      /Invalid reference Account\.Gone__c of type sobjectField in file gauge\.js/u,
    ],
    [
      'an object that is not there',
      importing('@salesforce/schema/Gone__c'),
      /Invalid reference Gone__c of type sobjectClass in file gauge\.js/u,
    ],
    ['a static resource that is not there', importing('@salesforce/resourceUrl/logo'), /Invalid reference logo of type resourceUrl/u],
    ['a class that is not there', importing('@salesforce/apex/Gone.run'), /Unable to find Apex action class referenced as 'Gone'\./u],
    [
      'a method that its class lacks',
      importing('@salesforce/apex/Greeter.wave'),
      /Unable to find Apex action method referenced as 'Greeter\.wave'\./u,
    ],
    ['no main file', { 'other.js': 'export const a = 1;' }, /Cannot find main file gauge\.js/u],
  ];
  test('given a label in another case, it is found', async (t) => {
    const { problems } = await check(
      t,
      { gauge: importing('@salesforce/label/c.GREETING') },
      { 'labels/CustomLabels.labels-meta.xml': labelsXml },
    );
    assert.deepEqual(problems, []);
  });

  for (const [what, files, expected] of refusals) {
    test(`given ${what}, it is refused in the platform's words`, async (t) => {
      const { problems } = await check(t, { gauge: files });
      assert.deepEqual(
        problems.map(({ warning }) => warning),
        [undefined],
      );
      assert.match(problems.map(describeProblem).join(), expected);
    });
  }

  const stored: readonly (readonly [what: string, specifier: string])[] = [
    ['Apex', '@salesforce/apex/Greeter.greet'],
    ['a module that local-org has nothing of', 'lightning/empApi'],
    ['a standard field that local-org does not have', '@salesforce/schema/Account.Rainfall'],
  ];
  for (const [what, specifier] of stored) {
    test(`given a use of ${what}, it and what imports it are stored and not run`, async (t) => {
      const { running, problems } = await check(t, {
        gauge: importing(specifier),
        panel: { 'panel.js': component, 'panel.html': '<template><c-gauge></c-gauge></template>' },
        plain: { 'plain.js': component },
      });
      assert.deepEqual(running, ['plain']);
      assert.deepEqual(
        problems.map(({ message, warning }) => [message, warning]),
        [
          [`stored, not run: the component c/gauge uses ${specifier}`, true],
          ['stored, not run: the component c/panel uses c/gauge', true],
        ],
      );
    });
  }

  test('given files in folders, style sheets, modules of its own and base components, it runs', async (t) => {
    const { running, problems } = await check(t, {
      gauge: {
        'gauge.js':
          "import { LightningElement } from 'lwc';\nimport { half } from './lib/half';\nimport empty from './templates/empty.html';\n" +
          "import userId from '@salesforce/user/Id';\nimport zone from '@salesforce/i18n/timeZone';\n" +
          'export default class Gauge extends LightningElement { all = [half, empty, userId, zone]; }\n',
        'gauge.html': '<template><lightning-button label="x"></lightning-button></template>',
        'gauge.css': 'p { color: red; }',
        'lib/half.js': "import { other } from '../other';\nexport const half = other / 2;",
        'other.js': 'export const other = 1;',
        'templates/empty.html': '<template></template>',
        'notes.txt': 'nothing',
      },
    });
    assert.deepEqual([problems, running], [[], ['gauge']]);
  });
});

function importing(specifier: string): Readonly<Record<string, string>> {
  return {
    'gauge.js': `import { LightningElement } from 'lwc';\nimport x from '${specifier}';\nexport default class Gauge extends LightningElement { y = x; }\n`,
  };
}

async function check(
  t: TestContext,
  bundles: Readonly<Record<string, Readonly<Record<string, string>>>>,
  others: Readonly<Record<string, string>> = {},
): Promise<{ readonly running: readonly string[]; readonly problems: readonly MetadataProblem[] }> {
  const files = Object.entries(bundles).flatMap(([bundle, inside]): [string, string][] => [
    [`lwc/${bundle}/${bundle}.js-meta.xml`, bundleXml],
    ...Object.entries(inside).map(([path, text]): [string, string] => [`lwc/${bundle}/${path}`, text]),
  ]);
  const source = await packageWith(t, { ...Object.fromEntries(files), ...others });
  const apex = new Map([...(source.contents ?? []), ['classes/Greeter.cls', Buffer.from('@AuraEnabled public static String greet() {}')]]);
  const problems: MetadataProblem[] = [];
  const site = readSiteMetadata({ ...source, contents: apex }, buildSchema(source), (problem) => problems.push(problem));
  return { running: site.bundles.map(({ name }) => name), problems };
}
