import assert from 'node:assert/strict';
import { suite, test, type TestContext } from 'node:test';
import type { MetadataProblem } from '../errors.ts';
import { bundleXml, flexiPageXml, packageWith, regionXml } from '../lightning/testing/packages.ts';
import { readFlexiPages, type FlexiPage } from './flexiPage.ts';
import { pageComponentRules, readComponentBundles } from './lightningComponentBundle.ts';

const pagePath = 'flexipages/Account_Page.flexipage-meta.xml';

suite('FlexiPage', () => {
  test('given tabs whose content stands in facets, the components are nested as they are shown', async (t) => {
    const { pages, problems } = await readPages(t, [
      regionXml('inside', 'Facet', [['force:detailPanel', {}]]),
      regionXml('tabs', 'Facet', [['flexipage:tab', { body: 'inside', title: 'Standard.Tab.detail' }]]),
      regionXml('main', 'Region', [['flexipage:tabset', { tabs: 'tabs' }]]),
      regionXml('sidebar', 'Region', [['gauge', { rows: '3' }]]),
    ]);

    assert.deepEqual(problems, []);
    const [page] = pages;
    assert.ok(page);
    assert.deepEqual(
      page.regions.map((region) => region.name),
      ['main', 'sidebar'],
    );
    assert.equal(page.regions[0]?.components[0]?.children[0]?.children[0]?.name, 'force:detailPanel');
    assert.deepEqual(page.regions[1]?.components[0], { name: 'c:gauge', properties: { rows: '3' }, children: [] });
  });

  const refusals: readonly (readonly [string, readonly string[], RegExp])[] = [
    [
      'a component that is not there',
      [regionXml('main', 'Region', [['c:gone', {}]])],
      /couldn't retrieve the design time component information for component c:gone/u,
    ],
    ['a bundle that is not exposed', [regionXml('main', 'Region', [['c:secret', {}]])], /design time component.*c:secret/u],
    ['a setting that the component lacks', [regionXml('main', 'Region', [['c:gauge', { colour: 'red' }]])], /has no property colour/u],
    ['a missing setting', [regionXml('main', 'Region', [['flexipage:tabset', {}]])], /needs the property tabs/u],
    ['a facet that is not there', [regionXml('main', 'Region', [['flexipage:tabset', { tabs: 'gone' }]])], /There is no facet gone/u],
    [
      'a facet that contains itself',
      [
        regionXml('tabs', 'Facet', [['flexipage:tabset', { tabs: 'tabs' }]]),
        regionXml('main', 'Region', [['flexipage:tabset', { tabs: 'tabs' }]]),
      ],
      /facet tabs is used twice/u,
    ],
    [
      'a region that the template lacks',
      [regionXml('footer', 'Region', [['force:detailPanel', {}]])],
      /has no region footer; it has header, main, sidebar/u,
    ],
  ];
  for (const [what, regions, expected] of refusals) {
    test(`given ${what}, it is refused with file and line`, async (t) => {
      const { problems } = await readPages(t, regions);
      const [first] = problems;
      assert.deepEqual([first?.file, first?.warning], [pagePath, undefined]);
      assert.match(problems.map(({ message }) => message).join(), expected);
    });
  }

  const detail = regionXml('main', 'Region', [['force:detailPanel', {}]]);
  const notDrawn: readonly (readonly [string, string, RegExp])[] = [
    ['a component that the shell does not draw', regionXml('main', 'Region', [['force:chatter', {}]]), /force:chatter/u],
    ['a visibility rule', detail.replace('</componentInstance>', '<visibilityRule/></componentInstance>'), /visibility rules/u],
    ['a setting that the shell does not know', regionXml('main', 'Region', [['force:detailPanel', { size: 'L' }]]), /the setting size/u],
  ];
  for (const [what, region, expected] of notDrawn) {
    test(`given ${what}, the page is stored and not run, and a warning says why`, async (t) => {
      const { pages, problems } = await readPages(t, [region]);
      assert.deepEqual([pages.length, problems.map(({ warning }) => warning)], [0, [true]]);
      assert.match(problems[0]?.message ?? '', new RegExp(`^stored, not run: .*${expected.source}`, 'u'));
    });
  }

  test('given a template that the shell cannot lay out, the page is stored and not run', async (t) => {
    const { pages, problems } = await readPages(t, [], 'flexipage:appHomeTemplate');
    assert.equal(pages.length, 0);
    assert.match(problems[0]?.message ?? '', /stored, not run: .*flexipage:appHomeTemplate/u);
  });
});

async function readPages(
  t: TestContext,
  regions: readonly string[],
  template?: string,
): Promise<{ readonly pages: readonly FlexiPage[]; readonly problems: readonly MetadataProblem[] }> {
  const source = await packageWith(t, {
    [pagePath]: flexiPageXml(regions.join('\n'), template),
    'lwc/gauge/gauge.js-meta.xml': bundleXml,
    'lwc/secret/secret.js-meta.xml': bundleXml.replace('<isExposed>true', '<isExposed>false'),
  });
  const problems: MetadataProblem[] = [];
  const rules = pageComponentRules(readComponentBundles(source));
  const pages = readFlexiPages(
    source,
    (name) => rules.get(name),
    (problem) => problems.push(problem),
  );
  return { pages, problems };
}
