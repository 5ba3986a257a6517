import { z } from 'zod';
import type { SalesforceClient } from '../../salesforce/client.ts';
import { OrgUnavailable } from '../../salesforce/errors.ts';

/** Most inputs that an invocable action takes in one call (REST API Developer Guide, "Invocable Actions"). */
export const inputsPerCall = 200;

/** Inputs of the flow RequestSurvey; ids, keys and addresses as the org knows them. */
export interface SurveyRequest {
  readonly contactId?: string;
  readonly leadId?: string;
  readonly email?: string;
  readonly surveyId?: string;
  readonly surveyKey?: string;
  readonly relatedRecordId?: string;
  readonly delayHours?: number;
  readonly language?: string;
  readonly requestedBy?: string;
  readonly checkOnly?: boolean;
  readonly recheckInvitationId?: string;
}

/** What the flow says. `Failed`: it could not be checked. */
export interface SurveyVerdict {
  readonly outcome: 'Requested' | 'Suppressed' | 'Failed';
  readonly reason?: string;
  readonly detail?: string;
  readonly invitationId?: string;
}

const text = z.string().nullish();

const reply = z.array(
  z.object({
    isSuccess: z.boolean(),
    errors: z.array(z.object({ statusCode: z.string(), message: z.string().default('') })).nullish(),
    outputValues: z.object({ outcome: text, reason: text, detail: text, invitationId: text }).nullish(),
  }),
);

/**
 * Calls RequestSurvey for up to 200 requests at once; they are one batch in the org, which sees them side by side.
 * @returns one verdict for each, in order
 * @throws RequestRefused when the whole call is refused; OrgUnavailable
 */
export async function requestSurvey(client: SalesforceClient, requests: readonly SurveyRequest[]): Promise<readonly SurveyVerdict[]> {
  if (requests.length === 0) return [];
  const body = await client.request(
    'POST',
    client.path('/actions/custom/flow/RequestSurvey'),
    { inputs: requests },
    { kind: 'invitations' },
  );
  const results = reply.safeParse(body);
  if (!results.success || results.data.length !== requests.length) {
    throw new OrgUnavailable(
      'The flow RequestSurvey answered in a shape that is not understood. Check the version of the package in the org.',
    );
  }
  return results.data.map(({ isSuccess, errors, outputValues }) => {
    if (!isSuccess) return { outcome: 'Failed', detail: errors?.[0]?.statusCode ?? 'the flow failed' };
    const { outcome, reason, detail, invitationId } = outputValues ?? {};
    return {
      outcome: outcome === 'Requested' || outcome === 'Suppressed' ? outcome : 'Failed',
      ...(reason == null ? {} : { reason }),
      ...(detail == null ? {} : { detail }),
      ...(invitationId == null ? {} : { invitationId }),
    };
  });
}
