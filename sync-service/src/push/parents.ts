import type { SurveyDefinition } from '../mapping/mappingSchema.ts';
import type { AssignedAnswer } from '../match/matchAnswers.ts';
import type { WireRecord } from '../salesforce/composite.ts';
import type { ParentObject, Store } from '../store/store.ts';
import type { SaveTask } from './saveTask.ts';
import { accountPulseRecord, contactPulseRecord, surveyRecord } from './wireRecords.ts';

/** In the order in which they have to exist. */
const parentObjects: readonly ParentObject[] = ['PulseSurvey__c', 'AccountPulse__c', 'ContactPulse__c'];

/** A parent record an answer needs. */
export interface ParentNeed {
  readonly object: ParentObject;
  readonly key: string;
}

/** The parents of one answer, topmost first. */
export function parentsOf({ answer, assignment }: AssignedAnswer): readonly ParentNeed[] {
  const { survey } = answer.text;
  return [
    ...(survey ? [{ object: 'PulseSurvey__c', key: survey } as const] : []),
    { object: 'AccountPulse__c', key: assignment.accountPulse.key },
    { object: 'ContactPulse__c', key: assignment.contactPulse.key },
  ];
}

/** Tasks that create the parents which the org is not known to have, each once. */
export async function parentTasks(store: Store, answers: readonly AssignedAnswer[]): Promise<readonly SaveTask[]> {
  const tasks: SaveTask[] = [];
  for (const object of parentObjects) {
    const firstWith = new Map<string, AssignedAnswer>();
    for (const answer of answers) {
      const key = parentsOf(answer).find((parent) => parent.object === object)?.key;
      if (key !== undefined && !firstWith.has(key)) firstWith.set(key, answer);
    }
    const known = await store.knownParents(object, [...firstWith.keys()]);
    const missing = [...firstWith].filter(([key]) => !known.has(key));
    const surveys =
      object === 'PulseSurvey__c' ? await store.surveyDefinitions(missing.map(([key]) => key)) : new Map<string, SurveyDefinition>();
    for (const [key, answer] of missing) tasks.push({ object, key, mode: 'create', record: recordOf(object, key, answer, surveys) });
  }
  return tasks;
}

function recordOf(object: ParentObject, key: string, answer: AssignedAnswer, surveys: ReadonlyMap<string, SurveyDefinition>): WireRecord {
  if (object === 'PulseSurvey__c') return surveyRecord(key, surveys.get(key), answer.answer);
  return object === 'AccountPulse__c' ? accountPulseRecord(answer.assignment) : contactPulseRecord(answer.assignment);
}
