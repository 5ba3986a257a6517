import { withSharingOnly } from '../access/sharingOnly.ts';
import type { RunInMode } from '../metadata/flowTypes.ts';
import { inSystemMode, type RequestUser } from '../requestUser.ts';
import type { Schema } from '../schema/types.ts';
import type { Interview } from './interview.ts';

/** How the flow that an interview is in runs: as it says itself, or else as the flow that called it. */
export function modeOf(interview: Interview): RunInMode {
  const flows = [...interview.frames.map(({ flow }) => flow), interview.flow];
  return flows.findLast(({ definition }) => definition.runInMode !== 'DefaultMode')?.definition.runInMode ?? 'DefaultMode';
}

/**
 * Who queries and saves for a flow that runs in this mode (Help, "Flow Security
 * Considerations"). By default, the way in decides: flows that records or times
 * start come in system mode, those that somebody calls as that user.
 */
export function runningUser(user: RequestUser, mode: RunInMode, schema: Schema): RequestUser {
  switch (mode) {
    case 'SystemModeWithoutSharing':
      return inSystemMode(user);
    case 'SystemModeWithSharing':
      return withSharingOnly(user, schema);
    case 'DefaultMode':
    case 'UserMode':
      return user;
  }
}
