import { z } from 'zod';

/** A longer list may be one page of several: then not being on it says nothing. */
const surelyWhole = 100;

const member = z.object({ custom: z.union([z.string(), z.record(z.string(), z.unknown())]).nullish() });
const members = z.array(member);

/**
 * Whether a list of campaign members (`/v2/bi/campaignmembers`) has the one of an invitation. What is added to a campaign carries the
 * invitation's id in `custom`, an object or its JSON.
 */
export function wasMember(body: string, invitationId: string): boolean | 'unknown' {
  const listed = members.safeParse(parsed(body));
  if (!listed.success) return 'unknown';
  if (listed.data.some(({ custom }) => invitationIn(custom) === invitationId)) return true;
  return listed.data.length < surelyWhole ? false : 'unknown';
}

function invitationIn(custom: z.infer<typeof member>['custom']): unknown {
  const object = typeof custom === 'string' ? parsed(custom) : custom;
  return typeof object === 'object' && object !== null && 'pulse_invitation' in object ? object.pulse_invitation : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
