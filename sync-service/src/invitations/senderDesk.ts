import { otherSurveys, type AssignedSender } from './senders/kinds.ts';
import type { InvitationSender } from './sender.ts';

const firstPauseMs = 30_000;
const longestPauseMs = 15 * 60_000;

interface Pause {
  readonly until: number;
  readonly failures: number;
  readonly reason: string;
}

/** Which sender is for which survey, and which of them is left alone for now because it could not take anything. */
export class SenderDesk {
  readonly #bySurvey = new Map<string, InvitationSender>();
  readonly #byName = new Map<string, InvitationSender>();
  readonly #pauses = new Map<string, Pause>();
  readonly #clock: () => number;

  /** @param clock milliseconds that only grow */
  constructor(assigned: readonly AssignedSender[], clock: () => number = () => performance.now()) {
    this.#clock = clock;
    for (const { sender, surveys } of assigned) {
      this.#byName.set(sender.name, sender);
      for (const survey of surveys) this.#bySurvey.set(survey, sender);
    }
  }

  for(surveyKey: string): InvitationSender | undefined {
    return this.#bySurvey.get(surveyKey) ?? this.#bySurvey.get(otherSurveys);
  }

  named(name: string): InvitationSender | undefined {
    return this.#byName.get(name);
  }

  takesNow(sender: InvitationSender): boolean {
    const pause = this.#pauses.get(sender.name);
    return pause === undefined || this.#clock() >= pause.until;
  }

  /** Leaves a sender alone: longer with each time it fails in a row, and no shorter than it asked for. */
  pause(sender: InvitationSender, reason: string, askedMs = 0): void {
    const failures = (this.#pauses.get(sender.name)?.failures ?? 0) + 1;
    const pauseMs = Math.max(askedMs, Math.min(longestPauseMs, firstPauseMs * 2 ** (failures - 1)));
    this.#pauses.set(sender.name, { until: this.#clock() + pauseMs, failures, reason });
  }

  works(sender: InvitationSender): void {
    this.#pauses.delete(sender.name);
  }

  /** Why senders are being left alone, each in a sentence. */
  problems(): readonly string[] {
    return [...this.#pauses.values()].map(({ reason }) => reason);
  }
}
