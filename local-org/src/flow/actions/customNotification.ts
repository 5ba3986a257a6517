import { listInput, parameter, textInput } from './inputs.ts';
import { failed, type Action, type ActionCall, type ActionContext, type ActionResult } from './types.ts';

const mostRecipients = 500;
const longest = { title: 250, body: 750 } as const;

/** Send Custom Notification (Actions Developer Guide, "Custom Notification Actions"). */
export const customNotificationAction: Action = {
  type: 'customNotificationAction',
  name: 'customNotificationAction',
  label: 'Send Custom Notification',
  inputs: [
    parameter('customNotifTypeId', 'Custom Notification Type ID', 'id', { required: true }),
    parameter('recipientIds', 'Recipient IDs', 'id', { required: true, isList: true }),
    parameter('senderId', 'Sender ID', 'id'),
    parameter('title', 'Notification Title', 'string', { required: true }),
    parameter('body', 'Notification Body', 'string', { required: true }),
    parameter('targetId', 'Target ID', 'id'),
    parameter('targetPageRef', 'Target Page Reference', 'string'),
    parameter('actionGroup', 'Action Group', 'string'),
  ],
  outputs: [parameter('SuccessMessage', 'Success Message', 'string')],
  run: (calls, context) => calls.map((call) => notify(call, context)),
};

function notify(call: ActionCall, context: ActionContext): ActionResult {
  const { schema, run, services } = context;
  const typeObject = schema.object('CustomNotificationType');
  const typeId = textInput(call, 'customNotifTypeId') ?? '';
  const type = typeObject === undefined ? undefined : run.services.reader.read(typeObject, [typeId]).get(typeId);
  if (type === undefined) return failed('INVALID_API_INPUT', `The custom notification type ID ${typeId} isn't valid.`);
  const title = textInput(call, 'title') ?? '';
  const body = textInput(call, 'body') ?? '';
  if (title.length > longest.title) return failed('INVALID_API_INPUT', `The title can't be longer than ${longest.title} characters.`);
  if (body.length > longest.body) return failed('INVALID_API_INPUT', `The body can't be longer than ${longest.body} characters.`);
  const targetId = textInput(call, 'targetId');
  const targetPageRef = textInput(call, 'targetPageRef');
  if (targetId === undefined && targetPageRef === undefined) {
    return failed('INVALID_API_INPUT', 'Specify either a target ID or a target page reference.');
  }
  const ids = [...new Set(listInput(call, 'recipientIds'))];
  if (ids.length > mostRecipients) return failed('LIMIT_EXCEEDED', `The number of recipient IDs can't exceed ${mostRecipients}.`);
  const recipients = usersBehind(ids, context);
  if (typeof recipients === 'string') return failed('INVALID_API_INPUT', recipients);
  services.outbox.addNotification({
    at: services.clock.now(),
    caller: call.caller,
    type: String(type['DeveloperName'] ?? ''),
    title,
    body,
    recipients,
    senderId: textInput(call, 'senderId'),
    targetId,
    targetPageRef,
  });
  return { success: true, outputs: new Map([['SuccessMessage', 'Your custom notification is processed successfully.']]) };
}

/** The active users among the ids and in the groups and queues among them; a text says which id is neither. */
function usersBehind(ids: readonly string[], { schema, run, user }: ActionContext): readonly string[] | string {
  const users = schema.object('User');
  const groups = schema.object('Group');
  if (users === undefined) return [];
  const groupIds = ids.filter((id) => groups !== undefined && id.startsWith(groups.keyPrefix));
  const unknown = ids.find((id) => !id.startsWith(users.keyPrefix) && !groupIds.includes(id));
  if (unknown !== undefined) {
    const object = schema.objectOfId(unknown)?.name;
    const team = object === 'Account' || object === 'Opportunity';
    return team ? `a notification to the team of an ${object} is not run by local-org` : `The recipient ID ${unknown} isn't valid.`;
  }
  const members = groupIds.length === 0 || schema.object('GroupMember') === undefined ? [] : membersOf(groupIds, run, user);
  const read = run.services.reader.read(users, [...new Set([...ids.filter((id) => !groupIds.includes(id)), ...members])]);
  return [...read].filter(([, values]) => values['IsActive'] === true).map(([id]) => id);
}

function membersOf(groupIds: readonly string[], run: ActionContext['run'], user: ActionContext['user']): string[] {
  const { records } = run.services.queries.run(
    {
      kind: 'select',
      select: [{ kind: 'field', path: ['UserOrGroupId'] }],
      from: 'GroupMember',
      where: { kind: 'in', left: ['GroupId'], negated: false, values: groupIds.map((value) => ({ kind: 'string', value })) },
    },
    user,
  );
  return records.flatMap(({ fields }) => {
    const member = fields.get('UserOrGroupId');
    return member?.kind === 'value' && typeof member.value === 'string' ? [member.value] : [];
  });
}
