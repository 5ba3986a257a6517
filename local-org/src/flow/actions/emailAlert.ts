import type { EmailTemplate } from '../../metadata/emailTemplate.ts';
import type { AlertRecipient, WorkflowAlert } from '../../metadata/workflowAlert.ts';
import type { FieldValues, SObjectType } from '../../schema/types.ts';
import { notRunHere, FlowProblem } from '../problems.ts';
import { parameter, textInput } from './inputs.ts';
import { formulaIn } from './mergeFields.ts';
import { sendMessage } from './sendEmail.ts';
import { done, failed, type Action, type ActionCall, type ActionContext, type ActionResult } from './types.ts';

/** Kinds of recipients that are run here: those that need no roles, groups or teams. */
const recipientTypes = new Set(['user', 'owner', 'creator', 'contactLookup', 'userLookup', 'email', 'accountOwner']);

/**
 * An e-mail alert as an action.
 * @throws FlowProblem when its object or template is not there, or it wants what is not run here
 */
export function emailAlertAction(alert: WorkflowAlert, template: EmailTemplate | undefined, object: SObjectType | undefined): Action {
  if (object === undefined) throw new FlowProblem(`The object "${alert.object}" of the email alert "${alert.fullName}" doesn't exist.`);
  if (template === undefined)
    throw new FlowProblem(`The email template "${alert.template}" of the email alert "${alert.fullName}" doesn't exist.`);
  if (template.type === 'visualforce') throw notRunHere(`the Visualforce template ${template.fullName}`);
  const formula = formulaIn(`${template.subject}${template.text}${template.html ?? ''}`);
  if (formula !== undefined) throw notRunHere(`the formula ${formula} of the email template ${template.fullName}`);
  const unknown = alert.recipients.find(({ type }) => !recipientTypes.has(type));
  if (unknown !== undefined) throw notRunHere(`a recipient of type ${unknown.type} of the email alert ${alert.fullName}`);
  for (const { field } of alert.recipients) {
    if (field !== undefined && !object.fields.has(field.toLowerCase())) {
      throw new FlowProblem(`The field "${field}" for the object "${object.name}" doesn't exist.`);
    }
  }
  return {
    type: 'emailAlert',
    name: alert.fullName,
    label: alert.description === '' ? alert.fullName : alert.description,
    inputs: [parameter('SObjectRowId', 'Record ID', 'id', { required: true })],
    outputs: [],
    run: (calls, context) => sendAlerts(alert, template, object, calls, context),
  };
}

function sendAlerts(
  alert: WorkflowAlert,
  template: EmailTemplate,
  object: SObjectType,
  calls: readonly ActionCall[],
  context: ActionContext,
): ActionResult[] {
  const ids = calls.map((call) => textInput(call, 'SObjectRowId'));
  const records = context.run.services.reader.read(
    object,
    ids.filter((id) => id !== undefined),
  );
  const people = new People(alert, [...records.values()], context);
  const letters = context.services.templates.fill(
    template,
    ids.map((id) => ({ relatedId: id, recipientId: id === undefined ? undefined : people.contactOf(records.get(id)) })),
    context.user,
    context.organizationId,
  );
  return calls.map((call, index) => {
    const id = ids[index];
    const record = id === undefined ? undefined : records.get(id);
    const letter = letters[index];
    if (id === undefined || record === undefined || letter === undefined) {
      return failed('INVALID_CROSS_REFERENCE_KEY', `The record ${id ?? ''} of the email alert ${alert.fullName} doesn't exist.`);
    }
    const to = people.addressesOf(record);
    // Nobody to write to is no error on the platform either.
    if (to.length + alert.ccEmails.length === 0) return done;
    const { ccEmails: cc } = alert;
    const message = { from: senderOf(alert, context), to, cc, bcc: [], relatedRecordId: id, ...letter };
    const refused = sendMessage(message, 'emailAlert', call.caller, context);
    return refused === undefined ? done : { success: false, error: refused };
  });
}

function senderOf({ senderType, senderAddress }: WorkflowAlert, { user }: ActionContext): string {
  if (senderType === 'OrgWideEmailAddress') return senderAddress ?? user.email;
  return senderType === 'DefaultWorkflowUser' ? 'noreply@salesforce.com' : user.email;
}

/** The addresses of an alert's recipients, read at once for all records. */
class People {
  readonly #alert: WorkflowAlert;
  readonly #addresses = new Map<string, string>();
  readonly #byUsername = new Map<string, string>();
  readonly #accountOwners = new Map<string, string>();

  constructor(alert: WorkflowAlert, records: readonly FieldValues[], context: ActionContext) {
    this.#alert = alert;
    this.#readAccountOwners(records, context);
    const ids = records.flatMap((record) => alert.recipients.flatMap((recipient) => this.#idOf(recipient, record) ?? []));
    for (const name of ['User', 'Contact', 'Lead']) {
      const object = context.schema.object(name);
      if (object === undefined) continue;
      const own = [...new Set(ids.filter((id) => id.startsWith(object.keyPrefix)))];
      for (const [id, values] of context.run.services.reader.read(object, own)) {
        if (typeof values['Email'] === 'string') this.#addresses.set(id, values['Email']);
      }
    }
    this.#readUsernames(context);
  }

  addressesOf(record: FieldValues): string[] {
    const found = this.#alert.recipients.flatMap((recipient) => {
      if (recipient.type === 'user') return this.#byUsername.get((recipient.recipient ?? '').toLowerCase()) ?? [];
      if (recipient.type === 'email') return textOf(record[recipient.field ?? '']) ?? [];
      return this.#addresses.get(this.#idOf(recipient, record) ?? '') ?? [];
    });
    return [...new Set(found)];
  }

  /** The contact whose fields the template shows. */
  contactOf(record: FieldValues | undefined): string | undefined {
    const recipient = this.#alert.recipients.find(({ type }) => type === 'contactLookup');
    return recipient === undefined || record === undefined ? undefined : this.#idOf(recipient, record);
  }

  #idOf({ type, field }: AlertRecipient, record: FieldValues): string | undefined {
    switch (type) {
      case 'owner':
        return textOf(record['OwnerId']);
      case 'creator':
        return textOf(record['CreatedById']);
      case 'accountOwner':
        return this.#accountOwners.get(textOf(record['AccountId']) ?? '');
      default:
        return field === undefined ? undefined : textOf(record[field]);
    }
  }

  #readAccountOwners(records: readonly FieldValues[], { schema, run }: ActionContext): void {
    const account = schema.object('Account');
    if (account === undefined || !this.#alert.recipients.some(({ type }) => type === 'accountOwner')) return;
    const ids = records.flatMap((record) => textOf(record['AccountId']) ?? []);
    for (const [id, values] of run.services.reader.read(account, [...new Set(ids)])) {
      const owner = textOf(values['OwnerId']);
      if (owner !== undefined) this.#accountOwners.set(id, owner);
    }
  }

  #readUsernames({ run, user }: ActionContext): void {
    const names = this.#alert.recipients.flatMap(({ type, recipient }) => (type === 'user' && recipient !== undefined ? [recipient] : []));
    if (names.length === 0) return;
    const { records } = run.services.queries.run(
      {
        kind: 'select',
        select: [
          { kind: 'field', path: ['Username'] },
          { kind: 'field', path: ['Email'] },
        ],
        from: 'User',
        where: { kind: 'in', left: ['Username'], negated: false, values: names.map((value) => ({ kind: 'string', value })) },
      },
      user,
    );
    for (const { fields } of records) {
      const name = fields.get('Username');
      const email = fields.get('Email');
      if (name?.kind === 'value' && email?.kind === 'value') this.#byUsername.set(String(name.value).toLowerCase(), String(email.value));
    }
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
