import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseXml, type XmlFile } from '../check-metadata/xmlFile';
import { dictionaryPage } from './dictionary/dictionaryPage';
import { flowPages } from './flowPictures/flowPages';

function file(path: string, xml: string): XmlFile {
  const parsed = parseXml(path, xml);
  assert.ok('root' in parsed);
  return parsed;
}

test('a field stands in the dictionary with what it holds and what it is', () => {
  const field = file(
    'objects/Tree__c/fields/Height__c.field-meta.xml',
    `<CustomField><fullName>Height__c</fullName><label>Height</label><type>Number</type><precision>4</precision><scale>1</scale>
     <required>true</required><description>Metres | from the ground</description></CustomField>`,
  );
  const object = file(
    'objects/Tree__c/Tree__c.object-meta.xml',
    '<CustomObject><description>A tree.</description><sharingModel>Private</sharingModel></CustomObject>',
  );
  const page = dictionaryPage([field, object]);
  assert.match(page, /## Tree__c\n\nA tree\.\n\nSeen by \(with permission for the object\): the owner/u);
  assert.match(page, /\| `Height__c` \| Height \| Number\(4, 1\), required \| Metres \\\| from the ground \|/u);
});

test('a picture shows each way of a flow, and not the lines that only write down a fault', () => {
  const flow = file(
    'flows/Tree_AfterSave_Water.flow-meta.xml',
    `<Flow><label>Water</label><description>Waters trees.</description><status>Draft</status>
      <decisions><name>Dry</name><label>Is it "dry"?</label><defaultConnectorLabel>No</defaultConnectorLabel>
        <rules><name>Yes</name><label>Yes</label><connector><targetReference>Water</targetReference></connector></rules></decisions>
      <recordUpdates><name>Water</name><label>Water it</label><faultConnector><targetReference>Log</targetReference></faultConnector></recordUpdates>
      <subflows><name>Log</name><label>Log the fault</label></subflows>
      <start><object>Tree__c</object><triggerType>RecordAfterSave</triggerType><recordTriggerType>Create</recordTriggerType>
        <connector><targetReference>Dry</targetReference></connector></start></Flow>`,
  );
  const pages = new Map(flowPages([flow], 'flows'));
  const page = pages.get('flows/Tree_AfterSave_Water.md') ?? '';
  assert.match(page, /When a Tree__c is created: in the same transaction\. Not active: a template\./u);
  assert.match(page, /e1\{"Is it #quot;dry#quot;\?"\}/u);
  assert.match(page, /e1 -->\|"Yes"\| e2/u);
  assert.doesNotMatch(page, /e3|fault"\| /u);
  assert.match(pages.get('flows/README.md') ?? '', /\[Tree_AfterSave_Water\]\(Tree_AfterSave_Water\.md\)/u);
});
