import { pino, type DestinationStream } from 'pino';
import { LogFile } from './logFile.ts';
import type { TelemetrySettings } from './settings.ts';
import type { Log, LogFields } from './telemetry.ts';

/** A log that can be made sure of before the process ends. */
export interface Logger extends Log {
  flush(): Promise<void>;
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

const standardError = 2;

/** Structured log lines: one JSON object a line with `time` (ISO 8601, UTC), `level`, `event` and the event's facts. */
export function startLogger(level: TelemetrySettings['logLevel'], stream?: DestinationStream): Logger {
  // Not pino's own: where standard error is a file on a full disk that one waits for ever at the end of the process.
  const destination = stream ?? new LogFile(standardError);
  const logger = pino(
    {
      level,
      base: null,
      messageKey: 'event',
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    destination,
  );
  return {
    debug: (event, fields = {}) => logger.debug(withoutAddresses(fields), event),
    info: (event, fields = {}) => logger.info(withoutAddresses(fields), event),
    warn: (event, fields = {}) => logger.warn(withoutAddresses(fields), event),
    error: (event, fields = {}) => logger.error(withoutAddresses(fields), event),
    flush: async () => {
      if (destination instanceof LogFile) await destination.flush();
    },
  };
}
