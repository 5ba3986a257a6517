import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import type { Component } from './deployment/types.ts';
import { parseXml } from './metadata/xmlTree.ts';
import { at } from './uiApi/testing/uiApiShop.ts';
import { choice, choiceField, displayText, inputField, screen, screenFlowXml } from './flow/testing/screenXml.ts';
import { deployFolder, problemsOf, tryToDeploy } from './testing/deployFolder.ts';
import { emptyOrg } from './testing/emptyOrg.ts';

const XMLNS = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

const files: Readonly<Record<string, string>> = {
  'objects/Visit__c/Visit__c.object-meta.xml': `<CustomObject ${XMLNS}><deploymentStatus>Deployed</deploymentStatus><label>Visit</label>
    <nameField><label>Visit Name</label><type>Text</type></nameField><pluralLabel>Visits</pluralLabel><sharingModel>ReadWrite</sharingModel></CustomObject>`,
  'objects/Visit__c/fields/Mood__c.field-meta.xml': `<CustomField ${XMLNS}><fullName>Mood__c</fullName><label>Mood</label><type>Picklist</type>
    <inlineHelpText>How it went.</inlineHelpText><valueSet><restricted>true</restricted><valueSetDefinition><sorted>false</sorted>
    <value><fullName>Good</fullName><default>false</default><label>Good</label></value>
    <value><fullName>Bad</fullName><default>false</default><label>Bad</label></value></valueSetDefinition></valueSet></CustomField>`,
  'objects/Visit__c/fields/Greeting__c.field-meta.xml': `<CustomField ${XMLNS}><fullName>Greeting__c</fullName><label>Greeting</label><type>Text</type>
    <formula>$Label.Hello</formula></CustomField>`,
  'objects/Visit__c/validationRules/NotBad.validationRule-meta.xml': `<ValidationRule ${XMLNS}><fullName>NotBad</fullName><active>true</active>
    <errorConditionFormula>ISPICKVAL(Mood__c, "Bad")</errorConditionFormula><errorMessage>It must not be bad.</errorMessage></ValidationRule>`,
  'labels/CustomLabels.labels-meta.xml': `<CustomLabels ${XMLNS}><labels><fullName>Hello</fullName><language>en_US</language><protected>false</protected>
    <shortDescription>Hello</shortDescription><value>Good day</value></labels></CustomLabels>`,
  'flows/Ask.flow-meta.xml': screenFlowXml(
    choice('Yes', 'yes') +
      screen('First', inputField('Name', 'String') + choiceField('Sure', 'RadioButtons', ['Yes']) + displayText('Hi', '{!$Label.Hello}')),
  ),
  'translations/da.translation-meta.xml': `<Translations ${XMLNS}><customLabels><label>Goddag</label><name>Hello</name></customLabels>
    <flowDefinitions><flows><choices><choiceText>Ja</choiceText><name>Yes</name></choices><screens><fields><fieldText>Navn</fieldText><name>Name</name></fields>
    <name>First</name><nextOrFinishButtonLabel>Videre</nextOrFinishButtonLabel></screens></flows><fullName>Ask</fullName><label>Spørg</label></flowDefinitions></Translations>`,
  'objectTranslations/Visit__c-da/Visit__c-da.objectTranslation-meta.xml': `<CustomObjectTranslation ${XMLNS}>
    <caseValues><article>Definite</article><plural>false</plural><value>Besøget</value></caseValues>
    <caseValues><article>None</article><plural>false</plural><value>Besøg</value></caseValues>
    <caseValues><article>None</article><plural>true</plural><value>Besøgene</value></caseValues>
    <gender>Neuter</gender><nameFieldLabel>Besøgets navn</nameFieldLabel>
    <validationRules><errorMessage>Det må ikke være dårligt.</errorMessage><name>NotBad</name></validationRules></CustomObjectTranslation>`,
  'objectTranslations/Visit__c-da/Mood__c.fieldTranslation-meta.xml': `<CustomFieldTranslation ${XMLNS}><help>Hvordan det gik.</help><label>Stemning</label>
    <name>Mood__c</name><picklistValues><masterLabel>Good</masterLabel><translation>God</translation></picklistValues>
    <picklistValues><masterLabel>Bad</masterLabel><translation><!-- Bad --></translation></picklistValues></CustomFieldTranslation>`,
};

interface Called {
  readonly status: number;
  readonly body: unknown;
}

async function visitOrg(t: TestContext): Promise<{
  readonly org: Awaited<ReturnType<typeof emptyOrg>>;
  /** The administrator reads this language from now on. */
  readonly speak: (language: string) => void;
  readonly call: (method: string, path: string, body?: object) => Promise<Called>;
}> {
  const folder = mkdtempSync(join(tmpdir(), 'languages-'));
  t.after(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const org = await emptyOrg(t);
  await deployFolder(org, folder);
  return {
    org,
    speak: (language) => {
      const [result] = org.org.records.update('User', [{ Id: org.admin.id, LanguageLocaleKey: language }], {
        user: org.admin,
        allOrNone: true,
      });
      assert.ok(result?.success);
    },
    call: async (method, path, body) => {
      const headers = { authorization: `Bearer ${org.adminToken}`, 'content-type': 'application/json' };
      const answer = await fetch(`${org.url}/services/data/v66.0/${path}`, {
        method,
        headers,
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      return { status: answer.status, body: await answer.json() };
    },
  };
}

describe('given an org with Danish translations', () => {
  it('when a Dane asks what an object is, labels, help and values are Danish, API names and untranslated values as they were', async (t) => {
    const { speak, call } = await visitOrg(t);
    speak('da');
    const { body } = await call('GET', 'sobjects/Visit__c/describe');
    assert.deepEqual([at(body, 'label'), at(body, 'labelPlural')], ['Besøg', 'Besøgene']);
    const fields = at(body, 'fields');
    assert.ok(Array.isArray(fields));
    const mood: unknown = fields.find((field) => at(field, 'name') === 'Mood__c');
    assert.equal(at(mood, 'label'), 'Stemning');
    assert.equal(at(mood, 'inlineHelpText'), 'Hvordan det gik.');
    assert.deepEqual(
      ['0', '1'].map((index) => [at(mood, `picklistValues.${index}.value`), at(mood, `picklistValues.${index}.label`)]),
      [
        ['Good', 'God'],
        ['Bad', 'Bad'],
      ],
    );
    assert.equal(
      at(
        fields.find((field) => at(field, 'name') === 'Name'),
        'label',
      ),
      'Besøgets navn',
    );
    assert.equal(at((await call('GET', 'ui-api/object-info/Visit__c')).body, 'fields.Mood__c.label'), 'Stemning');
  });

  it('when somebody else asks afterwards, they read their own language', async (t) => {
    const { speak, call } = await visitOrg(t);
    speak('da');
    assert.equal(at((await call('GET', 'sobjects/Visit__c/describe')).body, 'label'), 'Besøg');
    speak('en_US');
    assert.equal(at((await call('GET', 'sobjects/Visit__c/describe')).body, 'label'), 'Visit');
    speak('fr');
    assert.equal(at((await call('GET', 'sobjects/Visit__c/describe')).body, 'label'), 'Visit');
  });

  it('when a Dane queries, toLabel, GraphQL and formulas with labels answer in Danish', async (t) => {
    const { org, speak, call } = await visitOrg(t);
    org.insert('Visit__c', { Name: 'One', Mood__c: 'Good' });
    const soql = `query?q=${encodeURIComponent("SELECT toLabel(Mood__c), Greeting__c FROM Visit__c WHERE toLabel(Mood__c) = 'God'")}`;
    assert.equal(at((await call('GET', soql)).body, 'totalSize'), 0);
    speak('da');
    const { body } = await call('GET', soql);
    assert.equal(at(body, 'records.0.Mood__c'), 'God');
    assert.equal(at(body, 'records.0.Greeting__c'), 'Goddag');
    const query = 'query { uiapi { query { Visit__c { edges { node { Mood__c { value displayValue label } } } } } } }';
    const mood = at((await call('POST', 'graphql', { query })).body, 'data.uiapi.query.Visit__c.edges.0.node.Mood__c');
    assert.deepEqual(mood, { value: 'Good', displayValue: 'God', label: 'God' });
  });

  it('when a Dane saves what a rule forbids, the rule says so in Danish', async (t) => {
    const { speak, call } = await visitOrg(t);
    speak('da');
    const refused = await call('POST', 'sobjects/Visit__c', { Name: 'Two', Mood__c: 'Bad' });
    assert.equal(refused.status, 400);
    assert.equal(at(refused.body, '0.message'), 'Det må ikke være dårligt.');
  });

  it('when a Dane starts a screen flow, its title, labels, choices, buttons and custom labels are Danish', async (t) => {
    const { org, speak } = await visitOrg(t);
    speak('da');
    const user = org.org.user(org.admin.id);
    assert.ok(user);
    const state = org.org.flows.screens.start('Ask', [], user);
    assert.equal(state.flowLabel, 'Spørg');
    assert.equal(state.screen?.nextOrFinishLabel, undefined, 'the flow names no button itself');
    const [name, sure, hi] = state.screen?.fields ?? [];
    assert.equal(name?.kind === 'input' ? name.label : '', 'Navn');
    assert.equal(sure?.kind === 'input' ? sure.label : '', 'Label of Sure');
    assert.deepEqual(sure?.kind === 'input' ? sure.options : [], [{ value: 'Yes', label: 'Ja' }]);
    assert.equal(hi?.kind === 'text' ? hi.html : '', 'Goddag');
  });

  it('given translations of what is not there, or into no such language, the deployment says so', async (t) => {
    const org = await emptyOrg(t);
    const root = parseXml(`<Translations ${XMLNS}><customLabels><label>Farvel</label><name>Goodbye</name></customLabels></Translations>`);
    const component = (language: string): Component => ({
      type: 'Translations',
      fullName: language,
      fileName: `translations/${language}.translation`,
      root,
      files: [],
    });
    const deployed = await tryToDeploy(org, { components: [component('da')] });
    assert.match(problemsOf(deployed, 'Warning').join(), /there is no CustomLabel Goodbye to translate/u);
    assert.match(problemsOf(await tryToDeploy(org, { components: [component('klingon')] })).join(), /Invalid language: klingon/u);
  });

  it('standard objects have the names that the platform gives them', async (t) => {
    const { speak, call } = await visitOrg(t);
    speak('da');
    const { body } = await call('GET', 'ui-api/object-info/Account');
    assert.deepEqual([at(body, 'label'), at(body, 'labelPlural'), at(body, 'fields.OwnerId.label')], ['Konto', 'Konti', 'Ejer']);
  });
});
