import type { Played } from './story.ts';

/** What came of many schedules together, as one line. */
export class Sums {
  #schedules = 0;
  readonly #counts = {
    acknowledged: 0,
    dead: 0,
    tasks: 0,
    kills: 0,
    faults: 0,
    calls: 0,
    lost: 0,
    doubled: 0,
    'tasks doubled': 0,
    'otherwise wrong': 0,
  };

  add({ balance, killed, faults, calls, complaints }: Played): void {
    this.#schedules++;
    this.#counts.acknowledged += balance.acknowledged;
    this.#counts.dead += balance.dead;
    this.#counts.tasks += balance.tasks;
    this.#counts.kills += killed;
    this.#counts.faults += faults;
    this.#counts.calls += calls;
    this.#counts.lost += balance.lost.length;
    this.#counts.doubled += balance.doubled.length;
    this.#counts['tasks doubled'] += balance.tasksDoubled.length;
    this.#counts['otherwise wrong'] += balance.wrong.length + balance.reasonsWrong.length + balance.strangers.length + complaints.length;
  }

  /** Such as `schedules 50, acknowledged 11840, ..., lost 0, doubled 0`. */
  toString(): string {
    return [['schedules', this.#schedules] as const, ...Object.entries(this.#counts)].map(([name, count]) => `${name} ${count}`).join(', ');
  }
}
