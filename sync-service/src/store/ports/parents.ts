import type { SurveyDefinition } from '../../mapping/mappingSchema.ts';

/** Kinds of parent records that are created once and then only referred to. */
export type ParentObject = 'PulseSurvey__c' | 'AccountPulse__c' | 'ContactPulse__c';

/** What is known of the org's parents, and of surveys that may have to be created. */
export interface ParentStore {
  /** Remembers what is known of surveys, for when they have to be created. */
  defineSurveys(surveys: Readonly<Record<string, SurveyDefinition>>): Promise<void>;
  surveyDefinitions(keys: readonly string[]): Promise<ReadonlyMap<string, SurveyDefinition>>;
  /** Which of these parents are known to be in the org. */
  knownParents(object: ParentObject, keys: readonly string[]): Promise<ReadonlySet<string>>;
  rememberParents(object: ParentObject, keys: readonly string[]): Promise<void>;
  forgetParents(object: ParentObject, keys: readonly string[]): Promise<void>;
}
