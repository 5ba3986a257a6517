import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildSchema } from '../../schema/buildSchema.ts';
import { packageOf } from '../../flow/testing/testOrg.ts';
import type { MetadataProblem } from '../../errors.ts';
import { textsFor } from '../texts/texts.ts';
import { recordPageModel } from './recordPage.ts';
import { checkSite } from './siteProblems.ts';
import { readSiteMetadata } from './siteMetadata.ts';

const action = (label: string, flow: string): string =>
  `<QuickAction><flowDefinition>${flow}</flowDefinition><label>${label}</label><optionsCreateFeedItem>false</optionsCreateFeedItem><type>Flow</type></QuickAction>`;

const item = (name: string, order: number): string =>
  `<platformActionListItems><actionName>${name}</actionName><actionType>QuickAction</actionType><sortOrder>${order}</sortOrder></platformActionListItems>`;

const files = {
  'quickActions/Contact.Ask.quickAction-meta.xml': action('Ask', 'Ask'),
  'quickActions/Contact.Forget.quickAction-meta.xml': action('Forget', 'Forget'),
  'quickActions/Account.Ask.quickAction-meta.xml': action('Ask the account', 'Ask'),
  'quickActions/Everywhere.quickAction-meta.xml': action('Everywhere', 'Ask'),
  'flows/Ask.flow-meta.xml': '<Flow/>',
  'flows/Forget.flow-meta.xml': '<Flow/>',
};

function labels(more: Readonly<Record<string, string>>, canStart = (_flow: string): boolean => true): readonly string[] {
  const source = packageOf({ ...files, ...more });
  const schema = buildSchema(source);
  const contact = schema.object('Contact');
  assert.ok(contact);
  const site = readSiteMetadata(source, schema, () => undefined, new Set());
  return recordPageModel(
    contact,
    { id: '003000000000001AAA', name: 'Ann' },
    { schema, site, texts: textsFor('en_US'), canStart },
  ).actions.map(({ label }) => label);
}

describe('the actions of a record page', () => {
  it('given no layout, then every action of the object is there, but for flows that cannot be started', () => {
    assert.deepEqual(labels({}), ['Ask', 'Forget']);
    assert.deepEqual(
      labels({}, (flow) => flow === 'Ask'),
      ['Ask'],
    );
  });

  it('given a layout with an action list, then its actions are there in its order, global ones among them', () => {
    const list = `<platformActionList><actionListContext>Record</actionListContext>${item('Everywhere', 1)}${item('Contact.Ask', 0)}</platformActionList>`;
    assert.deepEqual(labels({ 'layouts/Contact-L.layout-meta.xml': `<Layout>${list}</Layout>` }), ['Ask', 'Everywhere']);
  });

  it('given dynamic actions of the highlights panel, then they win over the layout', () => {
    const property = (name: string, value: string): string =>
      `<componentInstanceProperties><name>${name}</name>${value}</componentInstanceProperties>`;
    const panel = `<itemInstances><componentInstance>${property('actionNames', '<valueList><valueListItems><value>Contact.Forget</value></valueListItems></valueList>')}${property('enableActionsConfiguration', '<value>true</value>')}<componentName>force:highlightsPanel</componentName></componentInstance></itemInstances>`;
    const page = `<FlexiPage><flexiPageRegions>${panel}<name>header</name><type>Region</type></flexiPageRegions><masterLabel>C</masterLabel><sobjectType>Contact</sobjectType><template><name>flexipage:recordHomeTemplateDesktop</name></template><type>RecordPage</type></FlexiPage>`;
    assert.deepEqual(labels({ 'flexipages/C.flexipage-meta.xml': page }), ['Forget']);
  });
});

describe('quick actions that are deployed', () => {
  const told = (name: string, xml: string): readonly MetadataProblem[] => {
    const source = packageOf({ [`quickActions/${name}.quickAction-meta.xml`]: xml });
    const schema = buildSchema(source);
    const problems: MetadataProblem[] = [];
    readSiteMetadata(source, schema, (problem) => problems.push(problem), new Set());
    checkSite(source, schema, (problem) => problems.push(problem));
    return problems;
  };

  it('given a flow that is not there, then it is refused', () => {
    assert.deepEqual(
      told('Contact.Ask', action('Ask', 'Gone')).map(({ message }) => message),
      ['In field: flowDefinition - no FlowDefinition named Gone found'],
    );
  });

  it('given an action that creates a record, then it is stored, and the warning names its type', () => {
    const [problem] = told(
      'Contact.NewCase',
      '<QuickAction><label>New case</label><optionsCreateFeedItem>false</optionsCreateFeedItem><targetObject>Case</targetObject><type>Create</type></QuickAction>',
    );
    assert.equal(problem?.warning, true);
    assert.match(problem.message, /quick actions of the type Create are not run/u);
  });
});
