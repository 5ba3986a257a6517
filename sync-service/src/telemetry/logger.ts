import { pino, type DestinationStream } from 'pino';
import type { TelemetrySettings } from './settings.ts';
import type { Log, LogFields } from './telemetry.ts';

/** A log that can be made sure of before the process ends. */
export interface Logger extends Log {
  flush(): void;
}

const address = /[^\s@<>"'(),;:]+@[^\s@<>"'(),;:]*[^\s@<>"'(),;:.]/g;

/** Callers pass ids, codes and counts only; should an address slip into a reason after all, it stops here. */
function withoutAddresses(fields: LogFields): LogFields {
  const clean: Record<string, string | number | boolean | undefined> = {};
  for (const [name, value] of Object.entries(fields)) {
    clean[name] = typeof value === 'string' && value.includes('@') ? value.replace(address, '(address)') : value;
  }
  return clean;
}

/** Structured log lines: one JSON object a line with `time` (ISO 8601, UTC), `level`, `event` and the event's facts. */
export function startLogger(level: TelemetrySettings['logLevel'], stream?: DestinationStream): Logger {
  const destination = stream === undefined ? pino.destination({ fd: 2, sync: false, minLength: 0 }) : undefined;
  const logger = pino(
    {
      level,
      base: null,
      messageKey: 'event',
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    destination ?? stream ?? process.stderr,
  );
  return {
    debug: (event, fields = {}) => logger.debug(withoutAddresses(fields), event),
    info: (event, fields = {}) => logger.info(withoutAddresses(fields), event),
    warn: (event, fields = {}) => logger.warn(withoutAddresses(fields), event),
    error: (event, fields = {}) => logger.error(withoutAddresses(fields), event),
    flush: () => {
      try {
        destination?.flushSync();
      } catch {
        // Standard error is gone or was never opened: there is nowhere left to say so.
      }
    },
  };
}
