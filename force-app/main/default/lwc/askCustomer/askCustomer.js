// Generated from lwc-ts-src/askCustomer/askCustomer.ts by `npm run build:lwc`. Change the source, not this file.
import { LightningElement, api, wire } from 'lwc';
import { gql, graphql } from 'lightning/graphql';
import { errorText } from 'c/ldsErrors';
import { LABELS } from './labels';
/** More contacts than anybody looks through in a list. */
const MOST_CONTACTS = 500;
/**
 * Asks a contact, or one of an account's contacts, who is chosen first.
 * @fires asked when the invitation is made, with its id
 * @fires cancel when the person is done or thinks better of it
 */
export default class AskCustomer extends LightningElement {
    @api
    recordId;
    @api
    objectApiName;
    labels = LABELS;
    contacts;
    chosenId;
    problem = '';
    refreshWire;
    @wire(graphql, { query: '$query', variables: '$variables' })
    wiredContacts({ data, errors, refresh }) {
        this.refreshWire = refresh;
        if (data)
            this.takeContacts(data);
        else if (errors?.length)
            this.problem = errorText(errors) || LABELS.errorTitle;
    }
    get query() {
        if (!this.isAccount || this.recordId === undefined)
            return undefined;
        return gql `
      query contactsToAsk($accountId: ID) {
        uiapi {
          query {
            contacts: Contact(first: ${String(MOST_CONTACTS)}, where: { AccountId: { eq: $accountId } }, orderBy: { Name: { order: ASC } }) {
              edges { node { Id Name @optional { value } } }
            }
          }
        }
      }
    `;
    }
    get variables() {
        return { accountId: this.recordId };
    }
    get isAccount() {
        return this.objectApiName === 'Account';
    }
    get isLoading() {
        return this.isAccount && this.contacts === undefined && this.problem === '';
    }
    get hasNobody() {
        return this.contacts?.length === 0;
    }
    get canChoose() {
        return (this.contacts?.length ?? 0) > 0;
    }
    get contactId() {
        return this.isAccount ? this.chosenId : this.recordId;
    }
    chooseContact(event) {
        this.chosenId = event.detail.value;
    }
    async retry() {
        this.problem = '';
        await this.refreshWire?.();
    }
    asked(event) {
        this.dispatchEvent(new CustomEvent('asked', { detail: event.detail }));
    }
    cancel() {
        this.dispatchEvent(new CustomEvent('cancel'));
    }
    /** Where there is one person only, nobody needs to choose. */
    takeContacts({ uiapi }) {
        this.problem = '';
        this.contacts = (uiapi.query.contacts?.edges ?? []).map(({ node }) => ({ label: node.Name?.value ?? '', value: node.Id }));
        if (this.contacts.length === 1)
            this.chosenId ??= this.contacts[0]?.value;
    }
}
