import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A small package of others: a tab with the record forms and the record picker of the platform, as people build them. */
export function writeFormParts(folder: string): string {
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return folder;
}

const NAMESPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

const files: Readonly<Record<string, string>> = {
  'tabs/Forms.tab-meta.xml': `<CustomTab ${NAMESPACE}><label>Forms</label><lwcComponent>formDesk</lwcComponent><motif>Custom1: Heart</motif></CustomTab>`,
  'lwc/formDesk/formDesk.js-meta.xml': `<LightningComponentBundle ${NAMESPACE}><apiVersion>66.0</apiVersion><isExposed>true</isExposed>
    <targets><target>lightning__Tab</target></targets></LightningComponentBundle>`,
  'lwc/formDesk/formDesk.html': `<template>
    <lightning-record-edit-form object-api-name="Contact" onsuccess={handleSuccess} onerror={handleError}>
      <lightning-messages></lightning-messages>
      <lightning-input-field field-name="LastName"></lightning-input-field>
      <lightning-input-field field-name="Email"></lightning-input-field>
      <lightning-input-field field-name="AccountId"></lightning-input-field>
      <lightning-button type="submit" label="Make contact"></lightning-button>
    </lightning-record-edit-form>
    <p class="error">{error}</p>
    <template lwc:if={contactId}>
      <lightning-record-view-form record-id={contactId} object-api-name="Contact">
        <lightning-output-field field-name="Name"></lightning-output-field>
        <lightning-output-field field-name="AccountId"></lightning-output-field>
      </lightning-record-view-form>
      <lightning-record-form record-id={contactId} object-api-name="Contact" fields={fields} columns="2"></lightning-record-form>
    </template>
    <lightning-record-picker label="Customer" object-api-name="Account" placeholder="Search customers"
      filter={filter} onchange={handlePick}></lightning-record-picker>
    <p class="picked">{picked}</p>
    <lightning-button label="Count accounts" onclick={handleCount}></lightning-button><p class="count">{count}</p></template>`,
  'lwc/formDesk/formDesk.js': `import { LightningElement } from 'lwc';
    import { executeMutation, gql } from 'lightning/graphql';
    import LightningConfirm from 'lightning/confirm';
    const ADD = gql\`mutation add { uiapi { AccountCreate(input: { Account: { Name: "Added by mutation" } }) { Record { Name { value } } } } }\`;
    export default class FormDesk extends LightningElement {
      contactId; error = ''; picked = ''; count = '';
      fields = ['LastName', 'Title'];
      filter = { criteria: [{ fieldPath: 'Name', operator: 'ne', value: 'Hidden harbour' }] };
      handleSuccess(event) { this.contactId = event.detail.id; }
      handleError(event) { this.error = event.detail.message; }
      handlePick(event) { this.picked = event.detail.recordId; }
      async handleCount() {
        if (!(await LightningConfirm.open({ label: 'Add an account?', message: 'It stays.' }))) return;
        const { data, errors } = await executeMutation({ query: ADD });
        this.count = errors ? errors[0].message : data.uiapi.AccountCreate.Record.Name.value;
      }
    }`,
};
