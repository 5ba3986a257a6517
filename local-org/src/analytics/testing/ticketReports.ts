import { startTicketOrg, type TicketOrg } from '../../access/testing/ticketOrg.ts';
import type { Component } from '../../deployment/types.ts';
import { objectXml } from '../../schema/testing/packageOf.ts';
import { component } from '../../testing/components.ts';

const everybody =
  '<folderShares><accessLevel>View</accessLevel><sharedTo>AllInternalUsers</sharedTo><sharedToType>Organization</sharedToType></folderShares>';

function typeColumns(...fields: readonly string[]): string {
  return fields
    .map((field) => `<columns><checkedByDefault>true</checkedByDefault><field>${field}</field><table>Ticket__c</table></columns>`)
    .join('');
}

function columns(...fields: readonly string[]): string {
  return fields.map((field) => `<columns><field>Ticket__c$${field}</field></columns>`).join('');
}

function grouping(element: 'groupingsDown' | 'groupingsAcross', field: string, more = ''): string {
  return `<${element}>${more === '' ? '<dateGranularity>None</dateGranularity>' : more}<field>Ticket__c$${field}</field><sortOrder>Asc</sortOrder></${element}>`;
}

function report(name: string, label: string, format: string, inside: string): Component {
  return component(
    'Report',
    name,
    `${inside}<format>${format}</format><name>${label}</name><reportType>Tickets__c</reportType><scope>organization</scope><showDetails>${String(format === 'Tabular')}</showDetails><timeFrameFilter><dateColumn>Ticket__c$CreatedDate</dateColumn><interval>INTERVAL_CUSTOM</interval></timeFrameFilter>`,
  );
}

const perTicket =
  '<aggregates><calculatedFormula>IF(RowCount = 0, NULL, Ticket__c.Hours__c:SUM / RowCount)</calculatedFormula><datatype>number</datatype><description>Hours of a ticket</description><developerName>FORMULA1</developerName><isActive>true</isActive><isCrossBlock>false</isCrossBlock><masterLabel>Hours per ticket</masterLabel><scale>1</scale></aggregates>';

const summedHours = '<columns><aggregateTypes>Sum</aggregateTypes><field>Ticket__c$Hours__c</field></columns>';

const filter =
  '<filter><criteriaItems><column>Ticket__c$Subject__c</column><columnToColumn>false</columnToColumn><isUnlocked>true</isUnlocked><operator>notEqual</operator><value>hidden</value></criteriaItems></filter>';

export const bySubject = report(
  'Desk/BySubject',
  'Tickets by Subject',
  'Summary',
  `${perTicket}${columns('Name', 'Customer__c')}${summedHours}<description>What people ask.</description>${filter}${grouping('groupingsDown', 'Subject__c')}`,
);

/** Three reports of tickets in a folder of everybody's, one in a folder of nobody's, and two dashboards. */
export const reportMetadata: readonly Component[] = [
  component('CustomObject', 'Ticket__c', objectXml('Ticket', '<enableReports>true</enableReports>', 'Private')),
  component(
    'ReportType',
    'Tickets',
    `<baseObject>Ticket__c</baseObject><category>other</category><deployed>true</deployed><description>Tickets</description><label>Tickets</label><sections>${typeColumns('Name', 'Subject__c', 'Secret__c', 'Hours__c', 'Customer__c', 'CreatedDate')}<masterLabel>Tickets</masterLabel></sections>`,
  ),
  component('ReportFolder', 'Desk', `${everybody}<name>Desk</name>`),
  component('ReportFolder', 'Vault', '<name>Vault</name>'),
  component('DashboardFolder', 'Desk', `${everybody}<name>Desk</name>`),
  bySubject,
  report(
    'Desk/Matrix',
    'Subjects and Customers',
    'Matrix',
    `${columns('Name')}${summedHours}${grouping('groupingsAcross', 'Customer__c')}${grouping('groupingsDown', 'Subject__c')}`,
  ),
  report('Desk/List', 'All Tickets', 'Tabular', columns('Name', 'Subject__c', 'Hours__c', 'Secret__c')),
  report('Vault/Hidden', 'Hidden Tickets', 'Tabular', columns('Name', 'Subject__c')),
  dashboard('Desk/Mine', 'My Desk', '<dashboardType>LoggedInUser</dashboardType>'),
  dashboard('Desk/Boss', 'The Boss Sees', '<dashboardType>SpecifiedUser</dashboardType>'),
];

function part(row: number, inside: string): string {
  return `<dashboardGridComponents><colSpan>6</colSpan><columnIndex>0</columnIndex><dashboardComponent><autoselectColumnsFromReport>false</autoselectColumnsFromReport>${inside}</dashboardComponent><rowIndex>${row}</rowIndex><rowSpan>4</rowSpan></dashboardGridComponents>`;
}

function dashboard(fullName: string, title: string, type: string): Component {
  const filterColumn = '<dashboardFilterColumns><column>Ticket__c$Subject__c</column></dashboardFilterColumns>';
  const option = (value: string): string =>
    `<dashboardFilterOptions><operator>equals</operator><values>${value}</values></dashboardFilterOptions>`;
  const metric = part(
    0,
    `<chartSummary><column>FORMULA1</column></chartSummary><componentType>Metric</componentType>${filterColumn}<footer>Few</footer><header>Hours per ticket</header><indicatorBreakpoint1>1</indicatorBreakpoint1><indicatorBreakpoint2>5</indicatorBreakpoint2><indicatorHighColor>#00FF00</indicatorHighColor><indicatorLowColor>#FF0000</indicatorLowColor><indicatorMiddleColor>#FFFF00</indicatorMiddleColor><report>Desk/BySubject</report>`,
  );
  const bars = part(
    4,
    `<chartSummary><aggregate>Sum</aggregate><axisBinding>y</axisBinding><column>Ticket__c$Hours__c</column></chartSummary><componentType>Bar</componentType>${filterColumn}<groupingColumn>Ticket__c$Subject__c</groupingColumn><header>Hours</header><maxValuesDisplayed>2</maxValuesDisplayed><report>Desk/BySubject</report><sortBy>RowValueDescending</sortBy>`,
  );
  const table = part(
    8,
    `<componentType>FlexTable</componentType>${filterColumn}<flexComponentProperties><flexTableColumn><reportColumn>Ticket__c.Name</reportColumn><showSubTotal>false</showSubTotal><showTotal>false</showTotal><type>detail</type></flexTableColumn><flexTableColumn><reportColumn>Ticket__c.Hours__c</reportColumn><showSubTotal>false</showSubTotal><showTotal>false</showTotal><type>detail</type></flexTableColumn><flexTableSortInfo><sortColumn>Ticket__c.Hours__c</sortColumn><sortOrder>2</sortOrder></flexTableSortInfo><hideChatterPhotos>true</hideChatterPhotos></flexComponentProperties><header>Longest</header><maxValuesDisplayed>3</maxValuesDisplayed><report>Desk/List</report>`,
  );
  return component(
    'Dashboard',
    fullName,
    `<backgroundEndColor>#FFFFFF</backgroundEndColor><backgroundFadeDirection>Diagonal</backgroundFadeDirection><backgroundStartColor>#FFFFFF</backgroundStartColor><dashboardFilters>${option('printer')}${option('mouse')}<name>Subject</name></dashboardFilters><dashboardGridLayout>${metric}${bars}${table}<numberOfColumns>12</numberOfColumns><rowHeight>36</rowHeight></dashboardGridLayout>${type}<isGridLayout>true</isGridLayout><textColor>#000000</textColor><title>${title}</title><titleColor>#000000</titleColor><titleSize>12</titleSize>`,
  );
}

/** An org with tickets that only their owners and those above them reach, and reports of them. */
export async function startReportOrg(): Promise<TicketOrg> {
  const org = await startTicketOrg();
  const outcome = await org.deploy(...reportMetadata);
  if (outcome.status === 'Succeeded') return org;
  await org.stop();
  throw new Error(
    JSON.stringify(outcome.components.filter(({ success }) => !success).map(({ fullName, problems }) => [fullName, problems])),
  );
}
