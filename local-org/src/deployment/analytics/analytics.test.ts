import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { component, deletion } from '../../testing/components.ts';
import { problemsOf, tryToDeploy } from '../../testing/deployFolder.ts';
import { emptyOrg, type EmptyOrg } from '../../testing/emptyOrg.ts';
import { dashboard, dealsReport, dealsType, folder } from '../../testing/reportComponents.ts';
import { addUser } from '../../testing/users.ts';
import type { Component } from '../types.ts';

const FOLDERS = [folder('ReportFolder', 'Sales'), folder('DashboardFolder', 'Sales')];
const ALL = [...FOLDERS, dealsType(), dealsReport('Sales/Deals'), dashboard('Sales/Board')];

async function orgWith(t: TestContext, components: readonly Component[]): Promise<EmptyOrg> {
  const org = await emptyOrg(t);
  assert.deepEqual(problemsOf(await tryToDeploy(org, { components })), []);
  return org;
}

/** What a deployment of these is refused for, without the paths and lines. */
async function refusals(org: EmptyOrg, components: readonly Component[]): Promise<readonly string[]> {
  return problemsOf(await tryToDeploy(org, { components, checkOnly: true })).map((line) => line.replace(/^[^ ]*: /u, ''));
}

describe('the records of reports, dashboards and folders', () => {
  it('given a deployment, then they are rows that bear the ids of the components and keep them', async (t) => {
    const org = await orgWith(t, ALL);
    const reports = 'SELECT Id, Name, DeveloperName, FolderName, Format, Description, Owner.Name FROM Report';
    const [report] = org.rows(reports);
    assert.deepEqual(
      [report?.['Name'], report?.['DeveloperName'], report?.['FolderName'], report?.['Format'], report?.['Description']],
      ['Deals', 'Deals', 'Sales', 'Summary', 'Deals by industry.'],
    );
    assert.equal(report?.['Id'], org.org.deployments.read({ type: 'Report', fullName: 'Sales/Deals' })?.id);
    assert.deepEqual(org.rows('SELECT Title, FolderName, Type, RunningUserId FROM Dashboard'), [
      { Title: 'Sales', FolderName: 'Sales', Type: 'LoggedInUser', RunningUserId: org.admin.id },
    ]);
    assert.deepEqual(org.rows('SELECT Type, DeveloperName FROM Folder ORDER BY Type'), [
      { Type: 'Dashboard', DeveloperName: 'Sales' },
      { Type: 'Report', DeveloperName: 'Sales' },
    ]);
    await tryToDeploy(org, { components: [dealsReport('Sales/Deals', '<filter/>'), dealsReport('Sales/More')] });
    assert.deepEqual(
      org.rows(`${reports} WHERE DeveloperName = 'Deals'`).map((row) => row['Id']),
      [report?.['Id']],
    );
  });

  it('given a folder that somebody made by the API, when another is deployed, then each has an id of its own', async (t) => {
    const org = await emptyOrg(t);
    const [made] = org.insert('Folder', { Name: 'Papers', DeveloperName: 'Papers', Type: 'Document', AccessType: 'Public' });
    assert.deepEqual(problemsOf(await tryToDeploy(org, { components: FOLDERS })), []);
    const ids = org.rows('SELECT Id FROM Folder').map((row) => row['Id']);
    assert.deepEqual([ids.length, new Set(ids).size, ids.includes(made ?? '')], [3, 3, true]);
  });

  it('given a folder in a folder, then its records say so, and it is shared as the outer one', async (t) => {
    const inner = folder('ReportFolder', 'Sales/North', '');
    const org = await orgWith(t, [...FOLDERS, inner, dealsType(), dealsReport('Sales/North/Deals')]);
    const somebody = addUser(org);
    assert.deepEqual(
      (await somebody.query('SELECT FolderName FROM Report')).map((row) => row['FolderName']),
      ['Sales North'],
    );
    assert.deepEqual(
      (await somebody.query("SELECT Parent.DeveloperName FROM Folder WHERE DeveloperName = 'North'")).map((row) => row['Parent']).length,
      1,
    );
  });
});

describe('who sees a folder', () => {
  const shared = (type: string, to: string): string =>
    `<folderShares><accessLevel>View</accessLevel><sharedTo>${to}</sharedTo><sharedToType>${type}</sharedToType></folderShares>`;

  async function seen(t: TestContext, shares: string, wanted: Parameters<typeof addUser>[1] = {}): Promise<readonly number[]> {
    const team = component('Group', 'Team', '<doesIncludeBosses>false</doesIncludeBosses><name>Team</name>');
    const parts = [folder('ReportFolder', 'Sales', shares), folder('DashboardFolder', 'Sales', shares), ...ALL.slice(2)];
    const org = await orgWith(t, [team, ...parts]);
    const member = addUser(org, wanted);
    const [group] = org.rows("SELECT Id FROM Group WHERE DeveloperName = 'Team'");
    org.insert('GroupMember', { GroupId: String(group?.['Id']), UserOrGroupId: member.id });
    const counts = async (user: typeof member): Promise<readonly number[]> =>
      Promise.all(['Report', 'Dashboard', 'Folder'].map(async (object) => (await user.query(`SELECT Id FROM ${object}`)).length));
    const stranger = addUser(org, wanted);
    return [...(await counts(member)), ...(await counts(stranger))];
  }

  it('given a share with a group, then its members see the folder and what is in it, and others do not', async (t) => {
    assert.deepEqual(await seen(t, shared('Group', 'Team')), [1, 1, 2, 0, 0, 0]);
  });

  it('given a folder without shares, then only its maker sees it; a public one everybody', async (t) => {
    assert.deepEqual(await seen(t, ''), [0, 0, 0, 0, 0, 0]);
    assert.deepEqual(await seen(t, '<accessType>Public</accessType>'), [1, 1, 2, 1, 1, 2]);
  });

  it('given somebody who may not run reports, then there are no reports and dashboards for them', async (t) => {
    const org = await orgWith(t, ALL);
    const user = addUser(org, { profile: 'Minimum Access - Salesforce' });
    assert.deepEqual([user.user.access?.schema.object('Report'), user.user.access?.schema.object('Dashboard')], [undefined, undefined]);
  });

  it('given a share with a group or user that the org does not have, then the folder is refused', async (t) => {
    const org = await emptyOrg(t);
    assert.deepEqual(await refusals(org, [folder('ReportFolder', 'Sales', shared('Group', 'Nobody'))]), [
      'In field: sharedTo - no Group named Nobody found',
    ]);
    assert.deepEqual(await refusals(org, [folder('ReportFolder', 'Sales', shared('Territory', 'North'))]), [
      'sharing with Territory is not run by local-org (folderShares)',
    ]);
  });
});

describe('what reports and dashboards are refused for', () => {
  const cases: readonly (readonly [given: string, components: readonly Component[], reasons: readonly (string | RegExp)[]])[] = [
    ['a report without its folder', [dealsType(), dealsReport('Nowhere/Deals')], ['Cannot find folder:Nowhere']],
    ['a report of an unknown report type', [FOLDERS[0], dealsReport('Sales/Deals')].flatMap((one) => one ?? []), [/Deals__c/u]],
    [
      'a column that the report type does not offer',
      [...FOLDERS, dealsType(), dealsReport('Sales/Deals', '<sortColumn>Account$Phone</sortColumn>')],
      [/Account\$Phone/u],
    ],
    [
      'a report type over a relationship that is not there',
      [withText(dealsType(), 'Opportunities</relationship>', 'Deals__r</relationship>')],
      [/Deals__r/u],
    ],
    [
      'a report type with a field that is not there',
      [dealsType('<columns><checkedByDefault>true</checkedByDefault><field>Mood__c</field><table>Account</table></columns>')],
      ['Could not find field Mood__c in table Account (columns Account$Mood__c)'],
    ],
    [
      'a chart of a figure that the report does not have',
      [
        ...FOLDERS,
        dealsType(),
        withText(
          dealsReport('Sales/Deals'),
          '<columns>',
          '<chart><chartSummaries><aggregate>Average</aggregate><column>Account.Opportunities$Amount</column></chartSummaries><chartType>HorizontalBar</chartType><groupingColumn>Account$Name</groupingColumn></chart><columns>',
        ),
      ],
      [
        '<groupingColumn> Account$Name is not a grouping of the report (chart)',
        'The report does not sum up Account.Opportunities$Amount by Average (chart)',
      ],
    ],
    ['a dashboard over a report that is not there', [...FOLDERS, dashboard('Sales/Board')], [/no Report named Sales\/Deals found/u]],
    [
      'components that lie on each other',
      [...ALL.slice(0, 4), dashboard('Sales/Board', [{}, { column: 2 }])],
      [/^The component lies on the one of line \d+$/u],
    ],
    [
      'a component outside of the grid',
      [...ALL.slice(0, 4), dashboard('Sales/Board', [{ column: 10 }])],
      ['The component does not lie inside the grid'],
    ],
    [
      'a component of a Visualforce page',
      [...ALL.slice(0, 4), dashboard('Sales/Board', [{ type: 'VisualforcePage' }])],
      [/VisualforcePage are not run by local-org/u],
    ],
    [
      'a component of a figure that the report does not have',
      [
        ...ALL.slice(0, 4),
        dashboard('Sales/Board', [
          { before: '<chartSummary><aggregate>Sum</aggregate><column>Account$AnnualRevenue</column></chartSummary>', type: 'Metric' },
        ]),
      ],
      [/does not sum up Account\$AnnualRevenue/u],
    ],
    [
      'a running user that the org does not have',
      [
        ...ALL.slice(0, 4),
        withText(
          dashboard('Sales/Board', [{}], '<dashboardType>SpecifiedUser</dashboardType>'),
          '<textColor>',
          '<runningUser>nobody@nowhere.example</runningUser><textColor>',
        ),
      ],
      ['Cannot find a user that matches any of the following usernames: nobody@nowhere.example (runningUser)'],
    ],
    [
      'one unique name in two folders',
      [...ALL, folder('ReportFolder', 'Other'), dealsReport('Other/Deals')],
      [/^The report unique name Deals is in use already: /u],
    ],
    [
      'a description that is too long',
      [...FOLDERS, dealsType(), withText(dealsReport('Sales/Deals'), 'Deals by industry.', 'x'.repeat(256))],
      [/256 characters, at most 255/u],
    ],
    [
      'a joined report',
      [...FOLDERS, dealsType(), withText(dealsReport('Sales/Deals'), 'Summary', 'MultiBlock')],
      [/joined reports are not run by local-org/u],
    ],
  ];
  for (const [given, components, reasons] of cases) {
    it(`given ${given}, then it is refused with the reason`, async (t) => {
      const org = await emptyOrg(t);
      const told = await refusals(org, components);
      for (const reason of reasons) {
        assert.ok(
          told.some((line) => (typeof reason === 'string' ? line === reason : reason.test(line))),
          `${String(reason)} in ${told.join('\n')}`,
        );
      }
    });
  }

  it('given a report that a dashboard draws, then it cannot be deleted without the dashboard', async (t) => {
    const org = await orgWith(t, ALL);
    const alone = await tryToDeploy(org, { deleteLast: [deletion('Report', 'Sales/Deals')] });
    assert.match(
      problemsOf(alone).join(),
      /This report is referenced elsewhere in Salesforce. Remove the usage and try again. : Dashboard - Sales\/Board/u,
    );
    const both = await tryToDeploy(org, { deleteLast: [deletion('Report', 'Sales/Deals'), deletion('Dashboard', 'Sales/Board')] });
    assert.deepEqual(
      [both.status, org.rows('SELECT Id FROM Report').length, org.rows('SELECT Id FROM Dashboard').length],
      ['Succeeded', 0, 0],
    );
  });

  it('given a folder as a member of Report, as the command line writes it, then it is deleted when it is empty', async (t) => {
    const org = await orgWith(t, ALL);
    const full = await tryToDeploy(org, { deleteLast: [deletion('Report', 'Sales')] });
    assert.match(problemsOf(full).join(), /referenced elsewhere/u);
    const names = ['Dashboard Sales/Board', 'Dashboard Sales', 'Report Sales/Deals', 'Report Sales', 'ReportType Deals'];
    const deletions = names.map((name) => deletion(name.slice(0, name.indexOf(' ')), name.slice(name.indexOf(' ') + 1)));
    const all = await tryToDeploy(org, { deleteLast: deletions });
    assert.deepEqual([all.status, org.rows('SELECT Id FROM Folder').length], ['Succeeded', 0]);
  });

  it('given a field that a report type names, then the field cannot be deleted', async (t) => {
    const field = component('CustomField', 'Account.Mood__c', '<label>Mood</label><length>9</length><type>Text</type>');
    const type = dealsType('<columns><checkedByDefault>true</checkedByDefault><field>Mood__c</field><table>Account</table></columns>');
    const org = await orgWith(t, [field, type]);
    const outcome = await tryToDeploy(org, { deleteLast: [deletion('CustomField', 'Account.Mood__c')] });
    assert.match(problemsOf(outcome).join(), /referenced elsewhere in Salesforce.*ReportType - Deals/u);
  });
});

/** The component with a piece of its text replaced. */
function withText(one: Component, from: string, to: string): Component {
  const { root } = one;
  if (root === undefined) throw new Error('the component has no metadata');
  return { ...one, ...component(one.type, one.fullName, inside(root).replace(from, to)) };
}

function inside(root: NonNullable<Component['root']>): string {
  const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return root.children
    .map((child) => `<${child.name}>${child.children.length > 0 ? inside(child) : escape(child.text)}</${child.name}>`)
    .join('\n');
}
