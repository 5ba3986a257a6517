import type { StoredDelivery } from '../../store/ports/deliveries.ts';
import { checking } from '../checking.ts';
import { notYet } from '../fetched.ts';
import { jsonIn } from '../http/replies.ts';
import { revealed, sameText } from '../http/signature.ts';
import { startOf } from '../pulling/timeline.ts';
import { newestOf, walkUnordered, type UnorderedPage } from '../pulling/timelines.ts';
import type { Authenticity, Reading, Source, SourceKind, SourceTools } from '../source.ts';
import { baseOf, pulling } from '../sourceBase.ts';
import { utcTime } from '../utcTime.ts';
import { NpsTodayApi } from './api.ts';
import { fieldsOf, idIn } from './payloads.ts';
import { changedAtIn, memberOf, readResponse, respondedAtIn } from './read.ts';
import { npsTodaySettings, type NpsTodaySettings } from './settings.ts';

/** A notification is about a response of this age at most. */
const notifiedWithinMs = 3_600_000;

/** nps.today: its list of responses; and rating notifications, which it does not sign: what they name is asked for again. */
export const npsToday: SourceKind<NpsTodaySettings> = {
  kind: 'nps.today',
  title: 'nps.today',
  settings: npsTodaySettings,
  // 10 are allowed; the sender of invitations may use the same key.
  callsPerSecond: 5,
  open: openNpsToday,
};

function openNpsToday(settings: NpsTodaySettings, tools: SourceTools): Source {
  const api = new NpsTodayApi(settings, tools);
  const paths = revealed(settings.webhookPath, settings.previousWebhookPath);
  const { pull } = settings;
  return {
    ...baseOf(settings),
    ...(paths.length === 0 ? {} : { authenticate: ({ path }) => checkPath(path, paths) }),
    read: (delivery) => read(delivery, settings, api),
    ...pulling(pull, (position, signal) => walkUnordered(pages(api.responses(startOf(position, pull), signal)), position, signal)),
    check: () => checking(() => api.check()),
  };
}

function checkPath(path: string, secrets: readonly string[]): Authenticity {
  if (path === '') return { genuine: false, reason: 'no signature' };
  const genuine = secrets.map((secret) => sameText(path, secret)).includes(true);
  return genuine ? { genuine: true } : { genuine: false, reason: 'wrong signature' };
}

async function* pages(lists: AsyncGenerator<readonly unknown[]>): AsyncGenerator<UnorderedPage> {
  for await (const list of lists) {
    const newest = newestOf(list.map((item) => changedAtIn(fieldsOf(item) ?? new Map())));
    yield { items: list.map((item) => Buffer.from(JSON.stringify(item))), newest };
  }
}

async function read(delivery: StoredDelivery, settings: NpsTodaySettings, api: NpsTodayApi): Promise<Reading> {
  const json = jsonIn(delivery.body);
  if (json === undefined) return { problem: 'the body is no JSON' };
  if (delivery.via === 'pull') return readResponse(await withCustom(json, api), settings);
  const notified = fieldsOf(json);
  const id = notified === undefined ? undefined : idIn(notified);
  if (notified === undefined || id === undefined) return { problem: 'the notification names no response' };
  const response = await api.find(id, windowOf(respondedAtIn(notified), delivery));
  if (response !== undefined) return readResponse(await withCustom(response, api), settings);
  notYet(delivery, 'nps.today');
  return { problem: 'nps.today does not list the response that it told of' };
}

/** A response with the custom fields of its campaign member, where the list of responses leaves them out. */
async function withCustom(json: unknown, api: NpsTodayApi): Promise<unknown> {
  const fields = fieldsOf(json);
  const member = fields === undefined ? undefined : memberOf(fields);
  const at = new Date(fields === undefined ? Number.NaN : utcTime(respondedAtIn(fields)));
  if (fields === undefined || member === undefined || Number.isNaN(at.getTime())) return json;
  const custom = (await api.members(at)).get(member);
  return custom === undefined ? json : { ...Object.fromEntries(fields), custom };
}

function windowOf(respondedAt: string | undefined, { receivedAt }: StoredDelivery): Date {
  const said = utcTime(respondedAt);
  const received = Date.parse(receivedAt);
  return new Date((Number.isNaN(said) ? received : Math.min(said, received)) - notifiedWithinMs);
}
