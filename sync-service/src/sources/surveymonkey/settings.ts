import { z } from 'zod';
import { secret } from '../../secret.ts';
import { answerRules, sourceName } from '../answers/answerRules.ts';
import { platformUrl } from '../http/platformUrl.ts';
import { pullSettings } from '../pulling/pullSettings.ts';

export const surveyMonkeySettings = z
  .strictObject({
    name: sourceName,
    kind: z.literal('surveymonkey'),
    accessToken: secret().describe('Access token of the app, with the scopes to view surveys, responses and their details'),
    clientId: z.string().min(1).optional().describe('Client ID of the app; with clientSecret it signs the webhooks'),
    clientSecret: secret().optional().describe('Secret of the app; without it webhooks are refused'),
    surveyIds: z
      .array(z.string().regex(/^\d+$/, 'must be the digits of a survey id'))
      .default([])
      .describe('Ids of the surveys; answers to others are ignored. None: every survey whose webhook comes here, and nothing is pulled'),
    partial: z.boolean().default(false).describe('Take answers whose survey was not finished, too'),
    url: platformUrl('https://api.surveymonkey.com').describe(
      'Address of the API; https://api.eu.surveymonkey.com or https://api.surveymonkey.ca where the account is there',
    ),
    // A private app has 500 calls a day.
    pull: pullSettings({ everySeconds: 1_800, overlapSeconds: 7_200 }),
    ...answerRules,
  })
  .refine(
    ({ clientId, clientSecret }) => (clientId === undefined) === (clientSecret === undefined),
    'needs both clientId and clientSecret for webhooks, or neither',
  )
  .refine(
    ({ clientSecret, surveyIds, pull }) => clientSecret !== undefined || (surveyIds.length > 0 && pull !== false),
    'brings nothing in: give surveyIds to pull, or clientId and clientSecret for webhooks, or both',
  );

export type SurveyMonkeySettings = z.infer<typeof surveyMonkeySettings>;
