import type { FlowData } from '../data.ts';
import { addressInput, flagInput, parameter, textInput } from './inputs.ts';
import { formulaIn } from './mergeFields.ts';
import { sendMessage, type Message } from './sendEmail.ts';
import { done, failed, type Action, type ActionCall, type ActionContext, type ActionResult } from './types.ts';

const recipientLists = ['emailAddresses', 'emailAddressesArray', 'recipientAddresses'] as const;
const copyLists = ['ccAddresses', 'ccRecipientAddressList', 'ccRecipientAddressCollection'] as const;
const blindLists = ['bccAddresses', 'bccRecipientAddressList', 'bccRecipientAddressCollection'] as const;

/** Send Email (Actions Developer Guide, "Simple Email Actions"), with the names of its inputs in older and newer versions. */
export const emailSimple: Action = {
  type: 'emailSimple',
  name: 'emailSimple',
  label: 'Send Email',
  inputs: [
    ...[...recipientLists, ...copyLists, ...blindLists].map((name) => parameter(name, labelOf(name), 'string', { isList: true })),
    parameter('emailSubject', 'Subject', 'string'),
    parameter('emailBody', 'Body', 'textarea'),
    parameter('emailTemplateId', 'Email Template ID', 'id'),
    parameter('recipientId', 'Recipient ID', 'id'),
    parameter('relatedRecordId', 'Related Record ID', 'id'),
    parameter('senderType', 'Sender Type', 'string'),
    parameter('senderAddress', 'Sender Email Address', 'string'),
    parameter('sendRichBody', 'Rich-Text-Formatted Body', 'boolean'),
    parameter('useLineBreaks', 'Use Line Breaks', 'boolean'),
    parameter('composeEmailContent', 'Compose Email Content', 'boolean'),
    parameter('logEmailOnSend', 'Log Email on Send', 'boolean', { notRun: true }),
    parameter('addThreadingTokenToBody', 'Add Threading Token to Body', 'boolean', { notRun: true }),
    parameter('addThreadingTokenToSubject', 'Add Threading Token to Subject', 'boolean', { notRun: true }),
  ],
  outputs: [],
  run: (calls, context) => calls.map((call) => send(call, context)),
};

function labelOf(name: string): string {
  return name.replaceAll(/([A-Z])/gu, ' $1').replace(/^./u, (letter) => letter.toUpperCase());
}

function send(call: ActionCall, context: ActionContext): ActionResult {
  const all = (names: readonly string[]): string[] => [...new Set(names.flatMap((name) => addressInput(call, name)))];
  const recipientId = textInput(call, 'recipientId');
  const recipient = recipientId === undefined ? undefined : addressOf(recipientId, context);
  if (recipientId !== undefined && recipient === undefined) {
    return failed('INVALID_ID_FIELD', `Recipient ID ${recipientId} is not the ID of a contact, lead, or user with an email address.`);
  }
  const to = [...new Set([...all(recipientLists), ...(recipient === undefined ? [] : [recipient])])];
  const addresses = { to, cc: all(copyLists), bcc: all(blindLists) };
  if (addresses.to.length + addresses.cc.length + addresses.bcc.length === 0) {
    return failed('REQUIRED_FIELD_MISSING', 'Specify at least one recipient email address or a recipient ID.');
  }
  const content = contentOf(call, context);
  if (typeof content === 'string') return failed('REQUIRED_FIELD_MISSING', content);
  const message: Message = {
    from: senderOf(call, context),
    ...addresses,
    ...content,
    relatedRecordId: textInput(call, 'relatedRecordId'),
  };
  const refused = sendMessage(message, 'emailSimple', call.caller, context);
  return refused === undefined ? done : { success: false, error: refused };
}

/** Subject and body, from a template or as given; a text says what is missing. */
function contentOf(call: ActionCall, context: ActionContext): Pick<Message, 'subject' | 'text' | 'html'> | string {
  const templateId = textInput(call, 'emailTemplateId');
  if (templateId !== undefined) {
    const template = context.services.templates.byId(templateId);
    if (template === undefined) return `There is no email template with the ID ${templateId}.`;
    const formula = formulaIn(`${template.subject}${template.text}${template.html ?? ''}`);
    if (formula !== undefined) return `The formula ${formula} of the email template is not run by local-org`;
    const records = { relatedId: textInput(call, 'relatedRecordId'), recipientId: textInput(call, 'recipientId') };
    const [letter] = context.services.templates.fill(template, [records], context.user, context.organizationId);
    return letter ?? template;
  }
  const subject = textInput(call, 'emailSubject');
  const body = textInput(call, 'emailBody');
  if (subject === undefined) return 'Missing required input parameter: emailSubject';
  if (body === undefined) return 'Missing required input parameter: emailBody';
  if (!flagInput(call, 'sendRichBody')) return { subject, text: body, html: undefined };
  return { subject, text: '', html: flagInput(call, 'useLineBreaks') ? body.replaceAll(/\r?\n/gu, '<br>') : body };
}

function senderOf(call: ActionCall, { user }: ActionContext): string {
  const type = textInput(call, 'senderType') ?? 'CurrentUser';
  const address = textInput(call, 'senderAddress');
  if (type === 'OrgWideEmailAddress' && address !== undefined) return address;
  return type === 'DefaultWorkflowUser' ? 'noreply@salesforce.com' : user.email;
}

/** The e-mail address of a contact, lead or user. */
export function addressOf(id: string, { run, schema }: ActionContext): string | undefined {
  const object = schema.objectOfId(id);
  if (object === undefined || !['Contact', 'Lead', 'User'].includes(object.name)) return undefined;
  const address: FlowData = run.services.reader.read(object, [id]).get(id)?.['Email'] ?? null;
  return typeof address === 'string' ? address : undefined;
}
