import { writeFileSync } from 'node:fs';
import { toCsv } from '../../demo-data/csv';
import type { DemoAnswer, DemoInvitation } from '../../demo-data/demoData';
import { ANSWER_COLUMNS } from '../../demo-data/writeDemo';
import type { Stretch } from './life';
import type { InvitationIds } from './pastInvitations';

const DAY = 86_400_000;
/** Answers as young as this come in as news: unhappy ones start their follow-ups. */
const FRESH_DAYS = 17;

/** The answers that came in during a stretch. @param now of the demo */
export function answersOf(stretch: Stretch, answers: readonly DemoAnswer[], now: Date): readonly DemoAnswer[] {
  const fresh = now.getTime() - FRESH_DAYS * DAY;
  const [from, to] = [stretch.from.getTime(), stretch.to.getTime()];
  const isHistory = stretch.kind === 'before' || stretch.kind === 'month';
  return answers.filter((answer) => {
    const at = Date.parse(answer.responded_at);
    if (isHistory) return at > from && at <= Math.min(to, fresh);
    return at > (stretch.kind === 'news' ? Math.min(from, fresh) : from) && at <= to;
  });
}

/** The invitations that were sent during a stretch. */
export function invitationsOf({ from, to }: Stretch, invitations: readonly DemoInvitation[]): readonly DemoInvitation[] {
  return invitations.filter(({ sent_at: sentAt }) => Date.parse(sentAt) > from.getTime() && Date.parse(sentAt) <= to.getTime());
}

/** Writes answers to a file for the import, each with the id of the invitation that it answers. */
export function writeAnswers(
  file: string,
  answers: readonly DemoAnswer[],
  invitations: readonly DemoInvitation[],
  ids: InvitationIds,
): void {
  const invited = new Map(invitations.flatMap(({ key, answer }) => (answer === undefined ? [] : [[answer, ids.get(key) ?? '']])));
  const rows = answers.map((answer) => ({ ...answer, invitation: invited.get(answer.response_id) ?? '' }));
  writeFileSync(file, toCsv([...ANSWER_COLUMNS, 'invitation'], rows));
}
