import { z } from 'zod';

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? undefined);
const number = z
  .number()
  .nullish()
  .transform((value) => value ?? undefined);

/** A related record of which only some fields were asked for. */
function related<Shape extends z.ZodRawShape>(shape: Shape): z.ZodOptional<z.ZodNullable<z.ZodObject<Shape>>> {
  return z.object(shape).nullable().optional();
}

const person = related({ FirstName: text, LastName: text });

/** An invitation as the queries of this folder ask for it; absent and blank are the same. */
export const invitationRecord = z.object({
  Id: z.string(),
  Status__c: z.string(),
  ClaimedBy__c: text,
  ClaimedUntil__c: text,
  LastModifiedDate: z.string(),
  Survey__c: text,
  SurveyVersion__c: number,
  Program__c: text,
  Email__c: text,
  Language__c: text,
  Contact__c: text,
  Contact__r: related({ FirstName: text, LastName: text, Phone: text, MobilePhone: text }),
  Lead__c: text,
  Lead__r: person,
  Account__c: text,
  Account__r: related({ Name: text }),
  Touchpoint__c: text,
  RelatedRecordId__c: text,
  ExpiresAt__c: text,
  SentAt__c: text,
  RemindAt__c: text,
  RemindedAt__c: text,
});

export type InvitationRecord = z.output<typeof invitationRecord>;

export const surveyRecord = z.object({
  Id: z.string(),
  Key__c: text,
  Name: text,
  DailyCap__c: number,
});

export const versionRecord = z.object({
  Survey__c: z.string(),
  Version__c: z.number(),
  Question__c: text,
  ScaleLow__c: text,
  ScaleHigh__c: text,
  Question1__c: text,
  Question2__c: text,
  Question3__c: text,
  Question4__c: text,
  Question5__c: text,
});

export type VersionRecord = z.output<typeof versionRecord>;

/** A count by survey. */
export const surveyCount = z.object({ Survey__c: text, invitations: z.number() });

export const idRecord = z.object({ Id: z.string() });

export const claimRecord = z.object({ Id: z.string(), Survey__c: text, LastModifiedDate: z.string() });

export type ClaimRecord = z.output<typeof claimRecord>;

/** The same moment, however it is written (`Z`, `+0000`). */
export function timeOf(value: string | undefined): number {
  return value === undefined ? Number.NaN : Date.parse(value.replace(/\+0000$/, 'Z'));
}
