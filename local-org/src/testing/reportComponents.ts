import type { Component } from '../deployment/types.ts';
import { component } from './components.ts';

/** Components of reports, small ones, for tests to change in one place. */

const SHARED =
  '<folderShares><accessLevel>View</accessLevel><sharedTo>AllInternalUsers</sharedTo><sharedToType>Organization</sharedToType></folderShares>';

/** A folder that everybody may see, or with the shares that are given. */
export function folder(type: 'ReportFolder' | 'DashboardFolder', fullName: string, shares = SHARED): Component {
  return component(type, fullName, `${shares}<name>${fullName.replaceAll('/', ' ')}</name>`);
}

/** The report type `Deals`: accounts with opportunities. `more` stands behind the columns. */
export function dealsType(more = ''): Component {
  const column = (table: string, field: string): string =>
    `<columns><checkedByDefault>true</checkedByDefault><field>${field}</field><table>${table}</table></columns>`;
  const columns = [
    column('Account', 'Name'),
    column('Account', 'Industry'),
    column('Account', 'Owner.Name'),
    column('Account.Opportunities', 'Amount'),
    column('Account.Opportunities', 'CloseDate'),
    column('Account.Opportunities', 'StageName'),
  ];
  return component(
    'ReportType',
    'Deals',
    `<baseObject>Account</baseObject><category>accounts</category><deployed>true</deployed>
    <join><outerJoin>false</outerJoin><relationship>Opportunities</relationship></join>
    <label>Deals</label>
    <sections>${columns.join('\n')}${more}<masterLabel>Deals</masterLabel></sections>`,
  );
}

/** A report of deals by industry, with their amount. `more` stands before the name. */
export function dealsReport(fullName: string, more = ''): Component {
  return component(
    'Report',
    fullName,
    `<columns><aggregateTypes>Sum</aggregateTypes><field>Account.Opportunities$Amount</field></columns>
    <description>Deals by industry.</description>
    <format>Summary</format>
    <groupingsDown><dateGranularity>Day</dateGranularity><field>Account$Industry</field><sortOrder>Asc</sortOrder></groupingsDown>
    ${more}
    <name>Deals</name>
    <reportType>Deals__c</reportType>
    <scope>organization</scope>
    <showDetails>false</showDetails>
    <showGrandTotal>true</showGrandTotal>
    <showSubTotals>true</showSubTotals>`,
  );
}

/** What a component of `dashboard` is told beside its type, in the order of the file. */
export interface TestTile {
  readonly before?: string;
  readonly type?: string;
  readonly report?: string;
  readonly column?: number;
}

function tile({ before = '', type = 'Bar', report = 'Sales/Deals', column = 0 }: TestTile): string {
  return `<dashboardGridComponents><colSpan>4</colSpan><columnIndex>${String(column)}</columnIndex>
    <dashboardComponent><autoselectColumnsFromReport>true</autoselectColumnsFromReport>${before}<componentType>${type}</componentType>
    <header>Deals</header><report>${report}</report></dashboardComponent>
    <rowIndex>0</rowIndex><rowSpan>6</rowSpan></dashboardGridComponents>`;
}

/** A dashboard in the folder `Sales` with these components. `more` stands before the running user. */
export function dashboard(
  fullName: string,
  tiles: readonly TestTile[] = [{}],
  more = '<dashboardType>LoggedInUser</dashboardType>',
): Component {
  return component(
    'Dashboard',
    fullName,
    `<backgroundEndColor>#FFFFFF</backgroundEndColor><backgroundFadeDirection>Diagonal</backgroundFadeDirection>
    <backgroundStartColor>#FFFFFF</backgroundStartColor>
    <dashboardGridLayout>${tiles.map(tile).join('')}<numberOfColumns>12</numberOfColumns><rowHeight>36</rowHeight></dashboardGridLayout>
    ${more}<isGridLayout>true</isGridLayout>
    <textColor>#000000</textColor><title>Sales</title><titleColor>#000000</titleColor><titleSize>12</titleSize>`,
  );
}
