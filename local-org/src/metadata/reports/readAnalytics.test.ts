import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { describeProblem, MetadataError, type MetadataProblem } from '../../errors.ts';
import { packageOf } from '../../schema/testing/packageOf.ts';
import { analyticsOf, developerNameOf, folderOf, readAnalyticsMetadata, type AnalyticsMetadata } from './analyticsMetadata.ts';

const REPORT = 'reports/Sales/Deals.report-meta.xml';
const report = (inside: string): Readonly<Record<string, string>> => ({
  [REPORT]: `${inside}<format>Summary</format><name>Deals</name><reportType>Deals__c</reportType>`,
});

function read(files: Readonly<Record<string, string>>): { readonly analytics: AnalyticsMetadata; readonly problems: readonly string[] } {
  const problems: MetadataProblem[] = [];
  const analytics = readAnalyticsMetadata(packageOf(files), problems);
  return { analytics, problems: problems.map(describeProblem) };
}

describe('reports as their files say them', () => {
  it('given a report, then its name has its folder, and what the file leaves out is as the platform takes it', () => {
    const { analytics, problems } = read(report('<columns><field>Account$Name</field></columns>'));
    const found = analytics.reports.get('sales/deals');
    assert.deepEqual(problems, []);
    assert.deepEqual(
      [found?.fullName, found?.showDetails, found?.showGrandTotal, found?.showSubTotals, found?.columns[0]?.aggregateTypes],
      ['Sales/Deals', false, true, true, []],
    );
    assert.equal(found !== undefined && 'description' in found, false);
    assert.deepEqual([folderOf('A/B/C'), developerNameOf('A/B/C'), folderOf('C')], ['A/B', 'C', '']);
  });

  it('given a tabular report, then it shows its rows whatever it says', () => {
    const { analytics } = read({
      [REPORT]: '<format>Tabular</format><name>D</name><reportType>A__c</reportType><showDetails>false</showDetails>',
    });
    assert.equal(analytics.reports.get('sales/deals')?.showDetails, true);
  });

  it('given bounds of buckets with commas, then they are numbers', () => {
    const bucket = `<buckets><bucketType>number</bucketType><developerName>BucketField_1</developerName><masterLabel>Size</masterLabel>
      <sourceColumnName>Account$AnnualRevenue</sourceColumnName><useOther>false</useOther>
      <values><sourceValues><to>1,000</to></sourceValues><value>Small</value></values>
      <values><sourceValues><from>1,000</from></sourceValues><value>Large</value></values></buckets>`;
    const { analytics, problems } = read(report(bucket));
    assert.deepEqual(problems, []);
    const ranges = analytics.reports.get('sales/deals')?.buckets[0]?.values.map(({ sourceValues: [range] }) => [range?.from, range?.to]);
    assert.deepEqual(ranges, [
      [undefined, 1000],
      [1000, undefined],
    ]);
  });

  const refused: Readonly<Record<string, readonly [files: Readonly<Record<string, string>>, problem: RegExp]>> = {
    'an element that reports do not have': [
      report('<colour>red</colour>'),
      /^reports\/Sales\/Deals\.report-meta\.xml:\d+ \(Report\): <colour> is not known here$/u,
    ],
    'a word that is none of the enumeration': [
      report('<groupingsDown><dateGranularity>Fortnight</dateGranularity><field>A$B</field><sortOrder>Asc</sortOrder></groupingsDown>'),
      /<dateGranularity> says "Fortnight"/u,
    ],
    'a way of summing up that there is not': [
      report('<columns><aggregateTypes>Mode</aggregateTypes><field>A$B</field></columns>'),
      /'Mode' is not a way to sum up a column/u,
    ],
    'blocks of a joined report': [report('<block/>'), /<block> is not run by local-org/u],
    'a filter without its operator': [
      report('<filter><criteriaItems><column>A$B</column></criteriaItems></filter>'),
      /<operator> is missing/u,
    ],
    'a date that is none': [
      report(
        '<timeFrameFilter><dateColumn>A$B</dateColumn><interval>INTERVAL_CUSTOM</interval><startDate>1.2.2026</startDate></timeFrameFilter>',
      ),
      /<startDate> is not a date: 1\.2\.2026/u,
    ],
    'a report type without its base object': [
      { 'reportTypes/Deals.reportType-meta.xml': '<deployed>true</deployed><label>Deals</label>' },
      /ReportType\): <baseObject> is missing/u,
    ],
    'a folder without a name': [{ 'reports/Sales.reportFolder-meta.xml': '' }, /ReportFolder\): <name> is missing/u],
    'a component of a kind that there is not': [
      {
        'dashboards/Sales/Board.dashboard-meta.xml':
          '<leftSection><columnSize>Medium</columnSize><components><componentType>Hologram</componentType></components></leftSection><title>B</title>',
      },
      /<componentType> says "Hologram"/u,
    ],
    'a place in the grid without a component': [
      {
        'dashboards/Sales/Board.dashboard-meta.xml': `<dashboardGridLayout><dashboardGridComponents><colSpan>1</colSpan><columnIndex>0</columnIndex>
          <rowIndex>0</rowIndex><rowSpan>1</rowSpan></dashboardGridComponents><numberOfColumns>12</numberOfColumns><rowHeight>36</rowHeight></dashboardGridLayout>
          <title>B</title>`,
      },
      /<dashboardComponent> is missing/u,
    ],
  };
  for (const [given, [files, problem]] of Object.entries(refused)) {
    it(`given ${given}, then it is told with file, line and element`, () => {
      const { problems } = read(files);
      assert.ok(
        problems.some((line) => problem.test(line)),
        problems.join('\n'),
      );
      assert.throws(() => analyticsOf(packageOf(files)), MetadataError);
    });
  }
});
