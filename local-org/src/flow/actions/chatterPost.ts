import type { FieldValues } from '../../schema/types.ts';
import { parameter, textInput } from './inputs.ts';
import { failed, type Action, type ActionCall, type ActionContext, type ActionResult } from './types.ts';

/** Post to Chatter (Actions Developer Guide, "Post to Chatter Actions"): posts are FeedItem records. */
export const chatterPost: Action = {
  type: 'chatterPost',
  name: 'chatterPost',
  label: 'Post to Chatter',
  savesRecords: true,
  inputs: [
    parameter('text', 'Message', 'textarea', { required: true }),
    parameter('subjectNameOrId', 'Target Name or ID', 'string', { required: true }),
    parameter('type', 'Target Type', 'string'),
    parameter('visibility', 'Visibility', 'string'),
    parameter('communityId', 'Experience Cloud Site ID', 'string', { notRun: true }),
  ],
  outputs: [parameter('feedItemId', 'Feed Item ID', 'id')],
  run: post,
};

function post(calls: readonly ActionCall[], context: ActionContext): readonly ActionResult[] {
  const results: (ActionResult | undefined)[] = [];
  const rows: { readonly index: number; readonly row: FieldValues }[] = [];
  calls.forEach((call, index) => {
    const subject = subjectOf(call, context);
    if ('error' in subject) results[index] = failed('INVALID_API_INPUT', subject.error);
    else {
      const Visibility = textInput(call, 'visibility') === 'internalUsers' ? 'InternalUsers' : 'AllUsers';
      rows.push({ index, row: { ParentId: subject.id, Body: textInput(call, 'text') ?? '', Type: 'TextPost', Visibility } });
    }
  });
  const saved = context.run.services.records.insert(
    'FeedItem',
    rows.map(({ row }) => row),
    { user: context.user, allOrNone: false },
  );
  rows.forEach(({ index }, place) => {
    const result = saved[place];
    const [error] = result?.success === false ? result.errors : [];
    results[index] =
      result?.success === true
        ? { success: true, outputs: new Map([['feedItemId', result.id]]) }
        : failed(error?.statusCode ?? 'UNKNOWN_EXCEPTION', error?.message ?? 'the post was not saved');
  });
  return calls.map((_, index) => results[index] ?? failed('UNKNOWN_EXCEPTION', 'the post was not saved'));
}

function subjectOf(call: ActionCall, { schema, run, user }: ActionContext): { readonly id: string } | { readonly error: string } {
  const subject = textInput(call, 'subjectNameOrId') ?? '';
  const object = schema.objectOfId(subject);
  if (object !== undefined && /^[A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?$/u.test(subject)) return { id: subject };
  const type = textInput(call, 'type');
  if (type?.toLowerCase() === 'group') return { error: 'a post to a Chatter group is not run by local-org' };
  const { records } = run.services.queries.run(
    {
      kind: 'select',
      select: [{ kind: 'field', path: ['Id'] }],
      from: 'User',
      where: { kind: 'compare', left: ['Username'], operator: '=', right: { kind: 'string', value: subject } },
    },
    user,
  );
  const id = records[0]?.id;
  return id === undefined ? { error: `The target ${subject} can't be found.` } : { id };
}
