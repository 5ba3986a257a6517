import type { RequestUser } from '../../requestUser.ts';
import type { CompiledFlow, Exit } from '../compiledFlow.ts';
import type { EngineServices } from '../engineServices.ts';
import { LimitException } from '../faults.ts';
import type { Interview } from '../interview.ts';

const trigger = 'screen flow';

/** Thrown to undo what a failed stretch did. */
class Undo extends Error {}

/** Thrown by Roll Back Records: what was saved since the last screen is undone, and the interview goes on. */
class RolledBack extends Error {
  readonly exit: Exit;

  constructor(exit: Exit) {
    super();
    this.exit = exit;
  }
}

/**
 * Runs an interview to its next screen or to its end, in one transaction.
 * @param keep writes down how it stands, in the same transaction
 * @returns why it failed; undefined when it did not
 */
export function runSegment(
  interview: Interview,
  root: CompiledFlow,
  user: RequestUser,
  services: EngineServices,
  keep: () => void,
): string | undefined {
  for (;;) {
    try {
      services.database.transaction(() => attempt(interview, root, user, services, keep));
      services.logger.log.flushSoon();
      return undefined;
    } catch (error) {
      if (error instanceof RolledBack) {
        interview.waitsAt = undefined;
        interview.next = error.exit.target;
        continue;
      }
      services.logger.log.flushSoon();
      if (error instanceof Undo) return interview.failure?.message ?? '';
      if (error instanceof LimitException) return `System.LimitException: ${error.message}`;
      throw error;
    }
  }
}

function attempt(interview: Interview, root: CompiledFlow, user: RequestUser, services: EngineServices, keep: () => void): void {
  const { logger } = services;
  const run = services.newRun(user);
  try {
    run.run([interview]);
  } catch (error) {
    logger.stopped(root, trigger, [interview], run, error);
    throw error;
  }
  if (interview.failure !== undefined) {
    logger.ended(root, trigger, [interview], run);
    throw new Undo();
  }
  const rollback = interview.waitsAt?.afterRollback;
  if (rollback !== undefined) throw new RolledBack(rollback);
  if (interview.waitsAt === undefined) logger.ended(root, trigger, [interview], run);
  keep();
}
