import { z } from 'zod';
import { PulseError } from '../../../errors.ts';
import { waitFor, type Wait } from '../../../salesforce/backoff.ts';
import { PlatformClient } from '../../../sources/http/platformClient.ts';
import { withQuery } from '../../../sources/http/platformUrl.ts';
import { RateLimit } from '../../../sources/http/rateLimit.ts';
import type { InvitationSender, ReadyInvitation, SendingOutcome, SentInvitation } from '../../sender.ts';
import { atOnce } from '../atOnce.ts';
import { hiddenFields } from '../hiddenFields.ts';
import { plainReason, usualOutcome } from '../outcome.ts';
import { post } from '../post.ts';
import { wasMember } from './members.ts';
import type { NpsTodaySenderSettings } from './settings.ts';

/** Half of what nps.today allows for one key (10 a second): the pulling source has the other half. */
const callsPerSecond = 5;

/** The lists of nps.today follow its data a little later. */
const settlesAfterMs = 5 * 60_000;

const refusal = z.object({ message: z.string().optional(), Message: z.string().optional() });

/**
 * Adds respondents to campaigns (`POST /campaigns/{id}/respondent`, as documented for nps.today's own integrations). The ids that
 * the answer has to bring back travel in `custom`. Adding one twice asks twice, so a lost answer is looked up among the campaign's
 * members. Reminders are the campaign's own.
 */
export function npsTodaySender(settings: NpsTodaySenderSettings, { wait = waitFor }: { readonly wait?: Wait } = {}): InvitationSender {
  const limit = new RateLimit(callsPerSecond, () => performance.now(), wait);
  const http = new PlatformClient({ platform: 'nps.today', callsPerSecond, wait });
  const headers = { authorization: settings.apiKey.reveal(), accept: 'application/json' };

  async function send(invitation: ReadyInvitation, signal: AbortSignal): Promise<SendingOutcome> {
    const campaign = settings.campaigns[invitation.surveyKey];
    if (campaign === undefined)
      return { kind: 'later', reason: `nps.today has no campaign for the survey ${invitation.surveyKey} in the settings.` };
    await limit.turn(Number.POSITIVE_INFINITY, () => 'nps.today');
    const result = await post(
      {
        url: `${settings.url}/campaigns/${campaign}/respondent`,
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(respondentOf(invitation)),
        timeoutMs: settings.timeoutSeconds * 1000,
      },
      signal,
    );
    if (result.kind === 'answered' && result.status < 300) return { kind: 'sent' };
    if (result.kind === 'answered' && (result.status === 400 || result.status === 422)) {
      return { kind: 'refused', reason: plainReason(`nps.today refused it: ${reasonIn(result.body) ?? `status ${result.status}`}`) };
    }
    return usualOutcome(result, 'nps.today');
  }

  async function wasSent(invitation: SentInvitation, since: string): Promise<boolean | 'unknown'> {
    const modifiedAfter = new Date(Date.parse(since) - 60_000).toISOString();
    try {
      const reply = await http.send({ url: withQuery(`${settings.url}/v2/bi/campaignmembers`, { modifiedAfter }), headers });
      return reply.status < 300 ? wasMember(reply.body, invitation.id) : 'unknown';
    } catch (thrown) {
      if (thrown instanceof PulseError) return 'unknown';
      throw thrown;
    }
  }

  return {
    name: settings.name,
    idempotent: false,
    reminds: false,
    settlesAfterMs,
    send: (invitations, signal) => atOnce(invitations, 2, (invitation) => send(invitation, signal)),
    wasSent,
    async check() {
      try {
        const reply = await http.send({ url: `${settings.url}/campaigns/`, headers });
        if (reply.status < 300) return { ok: true, words: 'nps.today accepts the key.' };
        return {
          ok: false,
          words: `nps.today answers with status ${reply.status}: check the key (${settings.apiKey.origin}) and the address.`,
        };
      } catch (thrown) {
        if (thrown instanceof PulseError) return { ok: false, words: thrown.message };
        throw thrown;
      }
    },
  };
}

function respondentOf(invitation: ReadyInvitation): unknown {
  const { email, firstName, lastName, phone, accountName, contactId, leadId, language } = invitation;
  return {
    respondent: {
      emailAddress: email,
      firstName,
      lastName,
      phoneNumber: phone,
      externalId: contactId ?? leadId,
      company: accountName === undefined ? undefined : { name: accountName },
    },
    custom: { ...hiddenFields(invitation), ...(language === undefined ? {} : { pulse_language: language }) },
  };
}

function reasonIn(body: string): string | undefined {
  try {
    const said = refusal.safeParse(JSON.parse(body)).data;
    return said?.message ?? said?.Message;
  } catch {
    return undefined;
  }
}
