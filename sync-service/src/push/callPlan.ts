import { collectionsPerCall, deletionsPerCall } from '../salesforce/composite.ts';
import { lengthOf, type SaveTask } from './saveTask.ts';

/** What one API call is to do: up to five collections, done in this order, and deletions after them. */
export interface CallPlan {
  readonly collections: readonly (readonly SaveTask[])[];
  readonly deletions: readonly SaveTask[];
}

/** Most characters of one call: far below the platform's limit, so that long comments do not make a call too big. */
const charactersPerCall = 3_000_000;

/** Kinds of collections in the order in which they are saved: parents before their children. */
const kinds = [
  'PulseSurvey__c create',
  'AccountPulse__c create',
  'ContactPulse__c create',
  'PulseResponse__c create',
  'PulseResponse__c update',
  'PulseReason__c create',
] as const;

type Kind = (typeof kinds)[number];

/**
 * Fills one call with tasks. Collections hold records of one object only, so what counts is that each of the five is full: a call with
 * a few records of many kinds carries little.
 */
export class CallBuilder {
  readonly #size: number;
  readonly #groups = new Map<Kind, SaveTask[]>();
  readonly #parents = new Set<string>();
  readonly #deletions: SaveTask[] = [];
  #collections = 0;
  #characters = 0;

  /** @param size most records of a collection */
  constructor(size: number) {
    this.#size = size;
  }

  /** Adds a task where it still fits. A parent that is in the call already counts as added. */
  add(task: SaveTask): boolean {
    const parent = task.work === undefined ? `${task.object} ${task.key}` : undefined;
    if (parent !== undefined && this.#parents.has(parent)) return true;
    const length = lengthOf(task);
    if (this.#characters > 0 && this.#characters + length > charactersPerCall) return false;
    if (!(task.mode === 'delete' ? this.#addDeletion(task) : this.#addToGroup(task))) return false;
    if (parent !== undefined) this.#parents.add(parent);
    this.#characters += length;
    return true;
  }

  /** True when nothing more fits, of whatever kind. */
  get isFull(): boolean {
    if (this.#isHeavy) return true;
    return this.#collections >= collectionsPerCall && [...this.#groups.values()].every((group) => group.length % this.#size === 0);
  }

  /** True when it takes no more of what it carries most of: few parents leave their collection half empty, and no answer fits there. */
  get isWellFilled(): boolean {
    if (this.#isHeavy) return true;
    const most = Math.max(0, ...[...this.#groups.values()].map(({ length }) => length));
    return this.#collections >= collectionsPerCall && most % this.#size === 0;
  }

  get #isHeavy(): boolean {
    return this.#characters > charactersPerCall * 0.95;
  }

  get isEmpty(): boolean {
    return this.#groups.size === 0 && this.#deletions.length === 0;
  }

  plan(): CallPlan {
    const collections = kinds.flatMap((kind) => {
      const tasks = this.#groups.get(kind) ?? [];
      return Array.from({ length: Math.ceil(tasks.length / this.#size) }, (_, index) =>
        tasks.slice(index * this.#size, (index + 1) * this.#size),
      );
    });
    return { collections, deletions: this.#deletions };
  }

  #addDeletion(task: SaveTask): boolean {
    if (this.#deletions.length >= deletionsPerCall) return false;
    this.#deletions.push(task);
    return true;
  }

  #addToGroup(task: SaveTask): boolean {
    const kind = kinds.find((one) => one === `${task.object} ${task.mode}`);
    if (kind === undefined) throw new Error(`${task.object} is never sent by ${task.mode}`);
    const group = this.#groups.get(kind) ?? [];
    if (group.length % this.#size === 0) {
      if (this.#collections >= collectionsPerCall) return false;
      this.#collections++;
    }
    group.push(task);
    this.#groups.set(kind, group);
    return true;
  }
}
