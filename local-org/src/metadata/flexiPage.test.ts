import assert from 'node:assert/strict';
import { suite, test, type TestContext } from 'node:test';
import { MetadataError } from '../errors.ts';
import { bundleXml, flexiPageXml, packageWith, regionXml } from '../lightning/testing/packages.ts';
import { readFlexiPages, type FlexiPage } from './flexiPage.ts';
import { pageComponentRules, readComponentBundles } from './lightningComponentBundle.ts';

const pagePath = 'flexipages/Account_Page.flexipage-meta.xml';

suite('FlexiPage', () => {
  test('given tabs whose content stands in facets, the components are nested as they are shown', async (t) => {
    const page = await readPage(t, [
      regionXml('inside', 'Facet', [['force:detailPanel', {}]]),
      regionXml('tabs', 'Facet', [['flexipage:tab', { body: 'inside', title: 'Standard.Tab.detail' }]]),
      regionXml('main', 'Region', [['flexipage:tabset', { tabs: 'tabs' }]]),
      regionXml('sidebar', 'Region', [['gauge', { rows: '3' }]]),
    ]);

    assert.deepEqual(
      page.regions.map((region) => region.name),
      ['main', 'sidebar'],
    );
    assert.equal(page.regions[0]?.components[0]?.children[0]?.children[0]?.name, 'force:detailPanel');
    assert.deepEqual(page.regions[1]?.components[0], { name: 'c:gauge', properties: { rows: '3' }, children: [] });
  });

  const refusals: readonly (readonly [string, readonly string[], RegExp])[] = [
    [
      'a component that the shell does not draw',
      [regionXml('main', 'Region', [['force:chatter', {}]])],
      /Account_Page.*force:chatter.*not known/u,
    ],
    ['a bundle that is not exposed', [regionXml('main', 'Region', [['c:secret', {}]])], /c:secret is not known/u],
    ['a setting that the component lacks', [regionXml('main', 'Region', [['c:gauge', { colour: 'red' }]])], /there is no setting colour/u],
    ['a missing setting', [regionXml('main', 'Region', [['flexipage:tabset', {}]])], /the setting tabs is missing/u],
    ['a facet that is not there', [regionXml('main', 'Region', [['flexipage:tabset', { tabs: 'gone' }]])], /there is no facet gone/u],
    ['a facet that stands nowhere', [regionXml('lost', 'Facet', [['force:detailPanel', {}]])], /facet lost stands nowhere/u],
    [
      'a region that the template lacks',
      [regionXml('footer', 'Region', [['force:detailPanel', {}]])],
      /has no region footer; it has header, main, sidebar/u,
    ],
  ];
  for (const [what, regions, expected] of refusals) {
    test(`given ${what}, it is refused with file and element`, async (t) => {
      await assert.rejects(
        () => readPage(t, regions),
        (error) => error instanceof MetadataError && error.problems[0]?.file === pagePath && expected.test(error.message),
      );
    });
  }

  test('given a facet that contains itself, it is refused instead of going round for ever', async (t) => {
    const regions = [
      regionXml('tabs', 'Facet', [['flexipage:tabset', { tabs: 'tabs' }]]),
      regionXml('main', 'Region', [['flexipage:tabset', { tabs: 'tabs' }]]),
    ];
    await assert.rejects(() => readPage(t, regions), /facet tabs is used twice/u);
  });

  test('given a visibility rule, it is refused: it would be ignored', async (t) => {
    const region = regionXml('main', 'Region', [['force:detailPanel', {}]]).replace(
      '</componentInstance>',
      '<visibilityRule/></componentInstance>',
    );
    await assert.rejects(() => readPage(t, [region]), /visibilityRule/u);
  });

  test('given a template that the shell cannot lay out, it is refused', async (t) => {
    await assert.rejects(() => readPage(t, [], 'flexipage:appHomeTemplate'), /appHomeTemplate cannot be drawn/u);
  });
});

async function readPage(t: TestContext, regions: readonly string[], template?: string): Promise<FlexiPage> {
  const source = await packageWith(t, {
    [pagePath]: flexiPageXml(regions.join('\n'), template),
    'lwc/gauge/gauge.js-meta.xml': bundleXml,
    'lwc/secret/secret.js-meta.xml': bundleXml.replace('<isExposed>true', '<isExposed>false'),
  });
  const [page] = readFlexiPages(source, pageComponentRules(readComponentBundles(source)));
  assert.ok(page);
  return page;
}
