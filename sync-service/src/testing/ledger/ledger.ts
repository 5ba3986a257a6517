import type { OrgContent, ResponseInOrg } from './orgReader.ts';

/** One version of an answer as a test sends it. No two versions of an answer have the same comment. */
export interface SentVersion {
  readonly externalId: string;
  /** Milliseconds; the newest counts. */
  readonly updatedAt: number;
  readonly rating: number | null;
  readonly comment: string;
  readonly reasons: readonly string[];
}

/** What the books say. Each list names external ids (of `tasksDoubled`: ids of responses or follow-ups); all but `dead` should be empty. */
export interface Balance {
  readonly acknowledged: number;
  readonly inOrg: number;
  readonly dead: number;
  readonly tasks: number;
  /** Acknowledged, and neither in the org nor a dead letter. */
  readonly lost: readonly string[];
  /** More than one record, or a record of the newest version and a dead letter of it at the same time. */
  readonly doubled: readonly string[];
  /** In the org in a version older than the newest acknowledged one, or in one that nobody sent. */
  readonly wrong: readonly string[];
  /** In the org in the right version, with reasons that are not that version's. */
  readonly reasonsWrong: readonly string[];
  /** In the org although nobody sent it. */
  readonly strangers: readonly string[];
  readonly tasksDoubled: readonly string[];
}

/**
 * Double-entry books of what was sent to the service: on one side what it acknowledged (a webhook's 202, an import's summary),
 * on the other what the org holds. It knows nothing of how the service works.
 */
export class Ledger {
  readonly #sent = new Map<string, SentVersion[]>();
  /** External id -> `updatedAt` of the newest acknowledged version. */
  readonly #acknowledged = new Map<string, number>();

  /** To be called before a version leaves: without a reply it may have arrived or not. */
  sending(versions: readonly SentVersion[]): void {
    for (const version of versions) {
      const known = this.#sent.get(version.externalId) ?? [];
      if (!known.some(({ comment }) => comment === version.comment)) known.push(version);
      this.#sent.set(version.externalId, known);
    }
  }

  acknowledged(versions: readonly SentVersion[]): void {
    for (const { externalId, updatedAt } of versions) {
      this.#acknowledged.set(externalId, Math.max(updatedAt, this.#acknowledged.get(externalId) ?? -Infinity));
    }
  }

  get acknowledgedIds(): readonly string[] {
    return [...this.#acknowledged.keys()];
  }

  /** @param dead external ids that the service shows as dead letters */
  balance(org: OrgContent, dead: readonly string[]): Balance {
    const inOrg = Map.groupBy(org.responses, ({ externalId }) => externalId);
    const deadIds = new Set(dead);
    const ids = this.acknowledgedIds;
    return {
      acknowledged: ids.length,
      inOrg: org.responses.length,
      dead: deadIds.size,
      tasks: org.tasks.length,
      lost: ids.filter((id) => !inOrg.has(id) && !deadIds.has(id)),
      doubled: [...inOrg].flatMap(([id, records]) => (records.length > 1 || this.#bothEnds(id, records, deadIds) ? [id] : [])),
      wrong: [...inOrg].flatMap(([id, records]) => (records.every((record) => this.#isRight(record, deadIds)) ? [] : [id])),
      reasonsWrong: org.responses.flatMap((record) => (this.#hasItsReasons(record) ? [] : [record.externalId])),
      strangers: [...inOrg.keys()].filter((id) => !this.#sent.has(id)),
      tasksDoubled: [...repeated(org.followUps), ...repeated(org.tasks)],
    };
  }

  #bothEnds(id: string, records: readonly ResponseInOrg[], dead: ReadonlySet<string>): boolean {
    const versions = this.#sent.get(id) ?? [];
    const newest = Math.max(...versions.map(({ updatedAt }) => updatedAt));
    return dead.has(id) && records.some(({ comment }) => versions.find((version) => version.comment === comment)?.updatedAt === newest);
  }

  #isRight(record: ResponseInOrg, dead: ReadonlySet<string>): boolean {
    const version = this.#versionOf(record);
    if (version === undefined) return !this.#sent.has(record.externalId);
    const newEnough = version.updatedAt >= (this.#acknowledged.get(record.externalId) ?? -Infinity) || dead.has(record.externalId);
    return newEnough && version.rating === record.rating;
  }

  #hasItsReasons(record: ResponseInOrg): boolean {
    const version = this.#versionOf(record);
    return version === undefined || record.reasons.toSorted().join('\n') === version.reasons.toSorted().join('\n');
  }

  #versionOf({ externalId, comment }: ResponseInOrg): SentVersion | undefined {
    return this.#sent.get(externalId)?.find((version) => version.comment === comment);
  }
}

/** Values that stand in a list more than once. */
function repeated(values: readonly string[]): string[] {
  return [...Map.groupBy(values, (value) => value)].flatMap(([value, same]) => (same.length > 1 ? [value] : []));
}

/** Whether nothing is lost, doubled or wrong. */
export function isBalanced({ lost, doubled, wrong, reasonsWrong, strangers, tasksDoubled }: Balance): boolean {
  return [lost, doubled, wrong, reasonsWrong, strangers, tasksDoubled].every((list) => list.length === 0);
}
