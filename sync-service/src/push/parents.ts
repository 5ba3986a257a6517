import type { SurveyDefinition } from '../mapping/mappingSchema.ts';
import type { AssignedAnswer } from '../match/matchAnswers.ts';
import type { ParentObject, Store } from '../store/store.ts';
import { parentObjects } from './objects.ts';
import type { SaveTask } from './saveTask.ts';
import { accountPulseRecord, contactPulseRecord, surveyRecord } from './wireRecords.ts';

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

/** Name of a parent among all kinds. */
export function parentName({ object, key }: ParentNeed): string {
  return `${object} ${key}`;
}

/** Parents that are known to be in the org, of the answers in memory; the store knows the rest. */
export class KnownParents {
  readonly #store: Store;
  readonly #known = new Set<string>();
  readonly #surveys = new Map<string, SurveyDefinition>();

  constructor(store: Store) {
    this.#store = store;
  }

  has(need: ParentNeed): boolean {
    return this.#known.has(parentName(need));
  }

  /** Parents of an answer the org is not known to have, topmost first. */
  missingOf(answer: AssignedAnswer): readonly ParentNeed[] {
    return parentsOf(answer).filter((need) => !this.has(need));
  }

  /** Learns from the store what is known of the parents of these answers. */
  async learn(answers: readonly AssignedAnswer[]): Promise<void> {
    for (const object of parentObjects) {
      const keys = new Set<string>();
      for (const answer of answers) for (const need of parentsOf(answer)) if (need.object === object && !this.has(need)) keys.add(need.key);
      if (keys.size === 0) continue;
      for (const key of await this.#store.knownParents(object, [...keys])) this.#known.add(parentName({ object, key }));
      if (object === 'PulseSurvey__c')
        for (const [key, definition] of await this.#store.surveyDefinitions([...keys])) this.#surveys.set(key, definition);
    }
  }

  /** The org has them: noted here and in the store. */
  async remember(needs: readonly ParentNeed[]): Promise<void> {
    await this.#inStore(needs, (object, keys) => this.#store.rememberParents(object, keys));
    for (const need of needs) this.#known.add(parentName(need));
  }

  /** The org does not have one of them, whatever was known. */
  async forget(needs: readonly ParentNeed[]): Promise<void> {
    for (const need of needs) this.#known.delete(parentName(need));
    await this.#inStore(needs, (object, keys) => this.#store.forgetParents(object, keys));
  }

  /** Lets go of what was learned: the answers it was for have gone. */
  clear(): void {
    this.#known.clear();
    this.#surveys.clear();
  }

  /** The task that creates a parent. */
  taskFor({ object, key }: ParentNeed, { answer, assignment }: AssignedAnswer): SaveTask {
    const record =
      object === 'PulseSurvey__c'
        ? surveyRecord(key, this.#surveys.get(key), answer)
        : object === 'AccountPulse__c'
          ? accountPulseRecord(assignment)
          : contactPulseRecord(assignment);
    return { object, key, mode: 'create', record };
  }

  async #inStore(needs: readonly ParentNeed[], change: (object: ParentObject, keys: readonly string[]) => Promise<void>): Promise<void> {
    for (const object of parentObjects) {
      const keys = [...new Set(needs.filter((need) => need.object === object).map(({ key }) => key))];
      if (keys.length > 0) await change(object, keys);
    }
  }
}
