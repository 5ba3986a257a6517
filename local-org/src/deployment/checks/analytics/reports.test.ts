import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { readReport } from '../../../metadata/reports/readReport.ts';
import { parseXml } from '../../../metadata/xmlTree.ts';
import { ShopReports } from '../../../reports/testing/shopReports.ts';
import { checkReports } from './reports.ts';

let shop: ShopReports;

before(() => {
  shop = new ShopReports();
});

after(() => {
  shop.close();
});

/** What is told of a report by channel with these elements besides. */
function problems(elements: string, reportType = 'Answers__c'): string {
  const grouping = elements.includes('<groupingsDown>') ? '' : '<groupingsDown><field>Answer__c$Channel__c</field></groupingsDown>';
  const text = `<Report>${elements}<format>Summary</format>${grouping}<name>R</name><reportType>${reportType}</reportType></Report>`;
  const told: string[] = [];
  const report = readReport({ path: 'reports/F/R.report-meta.xml', type: 'Report', name: 'F/R', root: parseXml(text) }, []);
  const none = { dashboards: new Map(), reportFolders: new Map(), dashboardFolders: new Map() };
  checkReports({ ...none, reports: new Map([['f/r', report]]), reportTypes: shop.reportTypes }, shop.schema, ({ message }) =>
    told.push(message),
  );
  return told.join('\n');
}

const rowFormula = (formula: string): string =>
  `<customDetailFormulas><calculatedFormula>${formula}</calculatedFormula><dataType>Double</dataType><developerName>CDF1</developerName><label>F</label><scale>0</scale></customDetailFormulas>`;

describe('row-level formulas of a report', () => {
  const double = rowFormula('Answer__c.Rating__c * 2');

  it('given one over few fields, whether summed up or grouped by, then it can be run', () => {
    const shown = '<columns><aggregateTypes>Sum</aggregateTypes><field>CDF1</field></columns>';
    assert.equal(problems(double + shown), '');
    assert.equal(problems(`${double}<groupingsDown><field>CDF1</field></groupingsDown>`), '');
  });

  it('given a bucket or a summary formula that reads it, then it is refused, as the platform does', () => {
    const range = '<values><sourceValues><to>5</to></sourceValues><value>Low</value></values>';
    const bucket = `<buckets><bucketType>number</bucketType><developerName>BucketField_1</developerName><masterLabel>B</masterLabel><sourceColumnName>CDF1</sourceColumnName><useOther>false</useOther>${range}</buckets>`;
    assert.match(problems(double + bucket), /CDF1 can be read by no bucket/u);
    const figure =
      '<aggregates><calculatedFormula>CDF1:SUM / RowCount</calculatedFormula><datatype>number</datatype><developerName>FORMULA1</developerName><isActive>true</isActive><masterLabel>S</masterLabel><scale>1</scale></aggregates>';
    assert.match(problems(double + figure), /CDF1 can be read by no bucket and no summary formula/u);
  });

  it('given more than five fields, a cross filter or records that may have none, then it is refused', () => {
    const fields = ['Rating__c', 'Rated__c', 'Promoter__c', 'Detractor__c', 'Account__c.AnnualRevenue'].map(
      (field) => `Answer__c.${field}`,
    );
    assert.equal(problems(rowFormula(fields.join(' + '))), '');
    const six = `${fields.join(' + ')} + IF(Answer__c.City__c = "Answer__c.Name", 1, 0)`;
    assert.match(problems(rowFormula(six)), /at most 5 fields, this one 6/u);
    const cross =
      '<crossFilters><operation>with</operation><primaryTableColumn>Answer__c$Id</primaryTableColumn><relatedTable>Visit__c</relatedTable><relatedTableJoinColumn>Answer__c</relatedTableJoinColumn></crossFilters>';
    assert.match(problems(double + cross), /no cross filters/u);
    assert.match(problems(double, 'AnswersWithVisits__c'), /may or may not have related ones/u);
  });
});

describe('how groups of a report are sorted', () => {
  const sorted = (order: string): string => problems(`<groupingsDown><field>Answer__c$Channel__c</field>${order}</groupingsDown>`);

  it('given a figure, or their own values, then it can be run', () => {
    assert.equal(sorted('<aggregateType>RowCount</aggregateType><sortType>Aggregate</sortType>'), '');
    assert.equal(
      sorted('<aggregateType>Sum</aggregateType><sortByName>Answer__c$Rating__c</sortByName><sortType>Aggregate</sortType>'),
      '',
    );
    assert.equal(sorted('<sortByName>Answer__c$Channel__c</sortByName><sortType>Column</sortType>'), '');
  });

  it('given another column, or no figure at all, then it is refused rather than sorted otherwise', () => {
    assert.match(
      sorted('<sortByName>Answer__c$City__c</sortByName><sortType>Column</sortType>'),
      /sorting groups by Answer__c\$City__c is not run/u,
    );
    assert.match(sorted('<aggregateType>Sum</aggregateType><sortType>Aggregate</sortType>'), /<sortByName> is missing/u);
  });
});
