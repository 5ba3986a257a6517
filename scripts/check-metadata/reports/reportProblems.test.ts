import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { metadataFile, problemsOf } from '../testing';

const N = 'PulseResponse__c.NpsRated__c:SUM';
const NPS = `IF(${N} &gt; 0, (PulseResponse__c.NpsPromoter__c:SUM - PulseResponse__c.NpsDetractor__c:SUM) / ${N} * 100, NULL)`;
const FILE = 'reports/Figures/Nps.report-meta.xml';

function formula(label: string, text: string, description = 'What it is'): string {
  return `<aggregates><calculatedFormula>${text}</calculatedFormula><datatype>number</datatype><description>${description}</description><developerName>F${String(label.length)}</developerName><isActive>true</isActive><masterLabel>${label}</masterLabel></aggregates>`;
}

function locked(field: string, value: string, isUnlocked = false): string {
  return `<criteriaItems><column>PulseResponse__c$${field}</column><isUnlocked>${String(isUnlocked)}</isUnlocked><operator>equals</operator><value>${value}</value></criteriaItems>`;
}

const RELATIONAL = [locked('Program__c', 'Relational'), locked('Status__c', 'Accepted')];

function report(
  formulas: readonly string[],
  filters: readonly string[],
  description = 'Under 30 answers are few.',
): Record<string, string> {
  return {
    [FILE]: metadataFile(
      'Report',
      ...formulas,
      `<description>${description}</description>`,
      `<filter>${filters.join('')}</filter>`,
      '<format>Summary</format>',
      '<name>NPS</name>',
      '<reportType>PulseResponses__c</reportType>',
    ),
  };
}

async function messages(...args: Parameters<typeof problemsOf>): Promise<readonly string[]> {
  return (await problemsOf(...args)).map((problem) => problem.replace(/^[^ ]+ /u, ''));
}

describe('the check of reports', () => {
  it('is content with an NPS of relational answers beside their number', async (test) => {
    const good = report([formula('NPS', NPS), formula('Rated answers', N)], RELATIONAL);
    assert.deepEqual(await messages(test, good), []);
  });

  it('asks for the number that a figure rests on, for a description, and for the word on few answers', async (test) => {
    const bad = report([formula('NPS', NPS, '')], RELATIONAL, 'How we stand');
    assert.deepEqual(await messages(test, bad), [
      'the formula NPS has no description',
      `${N}, on which NPS rests, is no column`,
      'the description does not say that under 30 answers are few',
    ]);
  });

  it('refuses an NPS over fields that other answers fill too, and a division by what may be 0', async (test) => {
    const mixed = '(PulseResponse__c.Promoter__c:SUM - PulseResponse__c.Detractor__c:SUM) / PulseResponse__c.Rated__c:SUM * 100';
    assert.deepEqual(await messages(test, report([formula('NPS', mixed)], RELATIONAL)), [
      'the formula NPS divides without asking whether there is anything to divide by',
      'NPS is not made of fields that only relational answers fill',
    ]);
  });

  it('refuses an NPS whose filter anybody can turn', async (test) => {
    const open = report(
      [formula('NPS', NPS), formula('Rated answers', N)],
      [locked('Program__c', 'Relational', true), locked('Status__c', 'Accepted')],
    );
    assert.deepEqual(await messages(test, open), [
      'NPS needs the locked filters Program = Relational and Status = Accepted: other rows would only confuse',
    ]);
  });

  it('asks for accepted answers under a mean, and for transactional ones under a touchpoint NPS', async (test) => {
    const rated = 'PulseResponse__c.Rated__c:SUM';
    const mean = formula('Average rating', `IF(${rated} &gt; 0, PulseResponse__c.Rating__c:SUM / ${rated}, NULL)`);
    assert.deepEqual(await messages(test, report([mean, formula('Rated answers', rated)], [])), [
      'figures over answers need the locked filter Status = Accepted',
    ]);
    const touchpoint = formula('Touchpoint NPS', `IF(${rated} &gt; 0, PulseResponse__c.Promoter__c:SUM / ${rated}, NULL)`);
    assert.deepEqual(await messages(test, report([touchpoint, formula('Rated answers', rated)], [locked('Status__c', 'Accepted')])), [
      'touchpoint NPS needs the locked filter Program = Transactional',
    ]);
  });
});

describe('the check of dashboards', () => {
  const dashboard = (component: string): Record<string, string> => ({
    'dashboards/Figures/Lead.dashboard-meta.xml': metadataFile(
      'Dashboard',
      '<backgroundEndColor>#FFFFFF</backgroundEndColor><backgroundFadeDirection>Diagonal</backgroundFadeDirection><backgroundStartColor>#FFFFFF</backgroundStartColor>',
      `<dashboardGridLayout><dashboardGridComponents><colSpan>3</colSpan><columnIndex>0</columnIndex><dashboardComponent>${component}</dashboardComponent><rowIndex>0</rowIndex><rowSpan>4</rowSpan></dashboardGridComponents><numberOfColumns>12</numberOfColumns><rowHeight>36</rowHeight></dashboardGridLayout>`,
      '<description>What it shows</description>',
      '<textColor>#000000</textColor><title>Lead</title><titleColor>#000000</titleColor><titleSize>12</titleSize>',
    ),
    ...report([formula('NPS', NPS), formula('Rated answers', N)], RELATIONAL),
  });
  const shown = '<chartSummary><column>F3</column></chartSummary><componentType>Metric</componentType>';

  it('asks for a header and a footer', async (test) => {
    const bare = '<componentType>Metric</componentType><report>Figures/Nps</report>';
    assert.deepEqual(await messages(test, dashboard(bare)), ['a component has no header', 'the component over Figures/Nps has no footer']);
  });

  it('asks the footer of a share to say that under 30 are few', async (test) => {
    const silent = `${shown}<footer>Last year</footer><header>NPS</header><report>Figures/Nps</report>`;
    assert.deepEqual(await messages(test, dashboard(silent)), ['the footer of NPS does not say that under 30 are few']);
    const said = `${shown}<footer>Fewer than 30 answers are few.</footer><header>NPS</header><report>Figures/Nps</report>`;
    assert.deepEqual(await messages(test, dashboard(said)), []);
  });
});
