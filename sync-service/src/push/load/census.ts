import type { AssignedAnswer } from '../../match/matchAnswers.ts';
import type { StoredAnswer } from '../../store/store.ts';
import { parentName, type KnownParents, type ParentNeed } from '../parents.ts';
import { pushWork } from '../pushWork.ts';
import { changedResponseRecord, newResponseRecord, type OwnFields } from '../wireRecords.ts';
import { canBeCells, cellsOf, Columns, type Cells } from './columns.ts';

/** Parents of one object up to this number are created by composite calls, more by a bulk job. */
export const mostParentsByCalls = 5_000;

/** The answers of a page that have a place: all of a load have. */
export function assignedOf(page: readonly StoredAnswer[]): readonly AssignedAnswer[] {
  return page.flatMap((answer) => (answer.assignment === undefined ? [] : [{ ...answer, assignment: answer.assignment }]));
}

/** The cells of an answer; `undefined` where it is better left to the stream. */
export function responseCells(answer: AssignedAnswer, isNew: boolean, own: OwnFields): Cells | undefined {
  if (pushWork(answer).reasonsGone.size > 0) return undefined;
  const cells = cellsOf(isNew ? newResponseRecord(answer, own) : changedResponseRecord(answer, own));
  return canBeCells(cells) ? cells : undefined;
}

/** What a load is made of: counted before the first job. */
export class Census {
  readonly newColumns = new Columns();
  readonly changedColumns = new Columns();
  /** Parents that the org is not known to have, with an answer each; kept up to what calls take, then only counted. */
  readonly missing = new Map<ParentNeed['object'], { count: number; first: Map<string, { need: ParentNeed; answer: AssignedAnswer }> }>();
  newAnswers = 0;
  changedAnswers = 0;
  reasons = 0;
  #seen = new Set<string>();
  #account = '';

  add(page: readonly StoredAnswer[], known: KnownParents, own: OwnFields): void {
    for (const answer of assignedOf(page)) {
      const cells = responseCells(answer, !answer.everPushed, own);
      if (cells === undefined) continue;
      if (answer.everPushed) {
        this.changedAnswers++;
        this.changedColumns.add(cells);
      } else {
        this.newAnswers++;
        this.newColumns.add(cells);
        // One that the org turns out to have is changed there.
        this.changedColumns.add(cellsOf(changedResponseRecord(answer, own)));
        this.#countParents(answer, known);
      }
      this.reasons += answer.answer.reasons?.length ?? 0;
    }
  }

  isByJob(object: ParentNeed['object']): boolean {
    return (this.missing.get(object)?.count ?? 0) > mostParentsByCalls;
  }

  #countParents(answer: AssignedAnswer, known: KnownParents): void {
    const { key } = answer.assignment.accountPulse;
    // Answers of one account stand together: what was seen of the account before need not be remembered.
    if (key !== this.#account) this.#seen = new Set([...this.#seen].filter((name) => name.startsWith('PulseSurvey__c ')));
    this.#account = key;
    for (const need of known.missingOf(answer)) {
      const name = parentName(need);
      if (this.#seen.has(name)) continue;
      this.#seen.add(name);
      const found = this.missing.get(need.object) ?? { count: 0, first: new Map<string, { need: ParentNeed; answer: AssignedAnswer }>() };
      found.count++;
      if (found.count <= mostParentsByCalls) found.first.set(need.key, { need, answer });
      else found.first.clear();
      this.missing.set(need.object, found);
    }
  }
}
