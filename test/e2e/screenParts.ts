import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A small package of others: a component on a flow's screen, one that hosts the flow in a quick action, and one that is not seen. */
export function writeScreenParts(folder: string): string {
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return folder;
}

const NAMESPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

function bundle(target: string, config: string): string {
  return `<LightningComponentBundle ${NAMESPACE}><apiVersion>66.0</apiVersion><isExposed>true</isExposed>
    <targets><target>${target}</target></targets>
    <targetConfigs><targetConfig targets="${target}">${config}</targetConfig></targetConfigs></LightningComponentBundle>`;
}

function quickAction(label: string, component: string, subtype: string): string {
  return `<QuickAction ${NAMESPACE}><actionSubtype>${subtype}</actionSubtype><label>${label}</label>
    <lightningWebComponent>${component}</lightningWebComponent><optionsCreateFeedItem>false</optionsCreateFeedItem>
    <type>LightningWebComponent</type></QuickAction>`;
}

const STARS = `<Flow ${NAMESPACE}><apiVersion>66.0</apiVersion>
  <assignments><name>Keep</name><label>Keep</label><locationX>0</locationX><locationY>0</locationY>
    <assignmentItems><assignToReference>stars</assignToReference><operator>Assign</operator>
      <value><elementReference>Rate.value</elementReference></value></assignmentItems>
    <connector><targetReference>Last</targetReference></connector></assignments>
  <label>Stars</label><processType>Flow</processType>
  <screens><name>First</name><label>First</label><locationX>0</locationX><locationY>0</locationY>
    <connector><targetReference>Keep</targetReference></connector>
    <fields><name>Rate</name><extensionName>c:starRating</extensionName><fieldType>ComponentInstance</fieldType>
      <inputParameters><name>label</name><value><stringValue>How many?</stringValue></value></inputParameters>
      <storeOutputAutomatically>true</storeOutputAutomatically></fields>
    <fields><name>Two</name><fieldText>Two it is</fieldText><fieldType>DisplayText</fieldType>
      <visibilityRule><conditionLogic>and</conditionLogic><conditions><leftValueReference>Rate.value</leftValueReference>
        <operator>EqualTo</operator><rightValue><numberValue>2.0</numberValue></rightValue></conditions></visibilityRule></fields></screens>
  <screens><name>Last</name><label>Last</label><locationX>0</locationX><locationY>0</locationY>
    <fields><name>Out</name><fieldText>You gave {!stars} of {!recordId}</fieldText><fieldType>DisplayText</fieldType></fields></screens>
  <start><locationX>0</locationX><locationY>0</locationY><connector><targetReference>First</targetReference></connector></start>
  <status>Active</status>
  <variables><name>recordId</name><dataType>String</dataType><isInput>true</isInput></variables>
  <variables><name>stars</name><dataType>Number</dataType><isOutput>true</isOutput><scale>0</scale></variables></Flow>`;

const files: Readonly<Record<string, string>> = {
  'flows/Stars.flow-meta.xml': STARS,
  'quickActions/Contact.Host.quickAction-meta.xml': quickAction('Host a flow', 'flowHost', 'ScreenAction'),
  'quickActions/Contact.Touch.quickAction-meta.xml': quickAction('Touch it', 'touchRecord', 'Action'),
  'lwc/starRating/starRating.js-meta.xml': bundle(
    'lightning__FlowScreen',
    '<property name="label" type="String"/><property name="value" type="Integer"/>',
  ),
  'lwc/starRating/starRating.html': `<template><fieldset><legend>{label}</legend>
    <button type="button" data-stars="2" onclick={pick}>2 stars</button><p>Picked: {value}</p>
    <button type="button" onclick={next}>Go on</button></fieldset></template>`,
  'lwc/starRating/starRating.js': `import { LightningElement, api } from 'lwc';
    import { FlowAttributeChangeEvent, FlowNavigationNextEvent } from 'lightning/flowSupport';
    export default class StarRating extends LightningElement {
      @api label;
      @api value;
      @api availableActions = [];
      @api validate() { return this.value > 0 ? { isValid: true } : { isValid: false, errorMessage: 'Pick a star.' }; }
      pick(event) { this.dispatchEvent(new FlowAttributeChangeEvent('value', Number(event.target.dataset.stars))); }
      next() { if (this.availableActions.includes('NEXT')) this.dispatchEvent(new FlowNavigationNextEvent()); }
    }`,
  'lwc/flowHost/flowHost.js-meta.xml': bundle('lightning__RecordAction', '<actionType>ScreenAction</actionType>'),
  'lwc/flowHost/flowHost.html': `<template><lightning-quick-action-panel header="Host">
    <lightning-flow flow-api-name="Stars" flow-input-variables={inputs} flow-finish-behavior="NONE" onstatuschange={change}></lightning-flow>
    <p class="last">{last}</p><div slot="footer"><lightning-button label="Enough" onclick={close}></lightning-button></div>
    </lightning-quick-action-panel></template>`,
  'lwc/flowHost/flowHost.js': `import { LightningElement, api } from 'lwc';
    import { CloseActionScreenEvent } from 'lightning/actions';
    export default class FlowHost extends LightningElement {
      @api recordId;
      last = '';
      get inputs() { return [{ name: 'recordId', type: 'String', value: this.recordId }]; }
      change(event) {
        const { status, outputVariables } = event.detail;
        this.last = [status, ...outputVariables.map(({ name, value }) => name + '=' + value)].join(' ');
      }
      close() { this.dispatchEvent(new CloseActionScreenEvent()); }
    }`,
  'lwc/touchRecord/touchRecord.js-meta.xml': bundle('lightning__RecordAction', '<actionType>Action</actionType>'),
  'lwc/touchRecord/touchRecord.js': `import { LightningElement, api } from 'lwc';
    import { updateRecord } from 'lightning/uiRecordApi';
    import { ShowToastEvent } from 'lightning/platformShowToastEvent';
    export default class TouchRecord extends LightningElement {
      @api recordId;
      @api async invoke() {
        await updateRecord({ fields: { Id: this.recordId, Title: 'Touched' } });
        this.dispatchEvent(new ShowToastEvent({ title: 'Done', variant: 'success' }));
      }
    }`,
};
