import { LightningElement, api, wire } from 'lwc';
import { gql, graphql, type GraphQLDocument, type GraphQLResult } from 'lightning/graphql';
import { errorText } from 'c/ldsErrors';
import { LABELS } from './labels';

/** More contacts than anybody looks through in a list. */
const MOST_CONTACTS = 500;

interface ContactsData {
  readonly uiapi: {
    readonly query: {
      readonly contacts: {
        readonly edges: readonly { readonly node: { readonly Id: string; readonly Name?: { readonly value: string | null } | null } }[];
      } | null;
    };
  };
}

/**
 * Asks a contact, or one of an account's contacts, who is chosen first.
 * @fires asked when the invitation is made, with its id
 * @fires cancel when the person is done or thinks better of it
 */
export default class AskCustomer extends LightningElement {
  @api recordId: string | undefined;
  @api objectApiName: string | undefined;

  labels = LABELS;
  contacts: readonly { readonly label: string; readonly value: string }[] | undefined;
  chosenId: string | undefined;
  problem = '';

  private refreshWire: (() => Promise<void>) | undefined;

  @wire(graphql, { query: '$query', variables: '$variables' })
  wiredContacts({ data, errors, refresh }: GraphQLResult<ContactsData>): void {
    this.refreshWire = refresh;
    if (data) this.takeContacts(data);
    else if (errors?.length) this.problem = errorText(errors) || LABELS.errorTitle;
  }

  get query(): GraphQLDocument | undefined {
    if (!this.isAccount || this.recordId === undefined) return undefined;
    return gql`
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

  get variables(): Readonly<Record<string, unknown>> {
    return { accountId: this.recordId };
  }

  get isAccount(): boolean {
    return this.objectApiName === 'Account';
  }

  get isLoading(): boolean {
    return this.isAccount && this.contacts === undefined && this.problem === '';
  }

  get hasNobody(): boolean {
    return this.contacts?.length === 0;
  }

  get canChoose(): boolean {
    return (this.contacts?.length ?? 0) > 0;
  }

  get contactId(): string | undefined {
    return this.isAccount ? this.chosenId : this.recordId;
  }

  chooseContact(event: CustomEvent<{ value: string }>): void {
    this.chosenId = event.detail.value;
  }

  async retry(): Promise<void> {
    this.problem = '';
    await this.refreshWire?.();
  }

  asked(event: CustomEvent<{ invitationId: string }>): void {
    this.dispatchEvent(new CustomEvent('asked', { detail: event.detail }));
  }

  cancel(): void {
    this.dispatchEvent(new CustomEvent('cancel'));
  }

  /** Where there is one person only, nobody needs to choose. */
  private takeContacts({ uiapi }: ContactsData): void {
    this.problem = '';
    this.contacts = (uiapi.query.contacts?.edges ?? []).map(({ node }) => ({ label: node.Name?.value ?? '', value: node.Id }));
    if (this.contacts.length === 1) this.chosenId ??= this.contacts[0]?.value;
  }
}
