import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** The answer that `npm run answer --` was asked to give. */
export interface AnswerOptions {
  readonly rating: number;
  readonly comment: string | undefined;
  /** Address of who answers; without one, a contact of the org. */
  readonly contact: string | undefined;
  readonly survey: string;
  readonly dataFolder: string;
  readonly serviceUrl: string;
}

export const USAGE = `Usage: npm run answer -- --rating N [options]
Answers a survey as a customer, through the running sync service (npm start).
  --rating N       0 to 10
  --comment TEXT
  --contact EMAIL  who answers (default: a contact of the demo)
  --survey KEY     key of the survey (default after-service)
  --data DIR       as for npm start (default .customer-pulse)
  --sync-port N    as for npm start (default 8081)`;

/**
 * @param folder the folder that relative paths start from
 * @throws Error with one line that names the option at fault
 */
export function readAnswer(args: readonly string[], folder: string): AnswerOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rating: { type: 'string' },
      comment: { type: 'string' },
      contact: { type: 'string' },
      survey: { type: 'string', default: 'after-service' },
      data: { type: 'string', default: '.customer-pulse' },
      'sync-port': { type: 'string', default: '8081' },
    },
  });
  const { rating, comment, contact, survey, data } = values;
  if (rating === undefined || !/^(?:\d|10)$/u.test(rating)) throw new Error('--rating must be a whole number from 0 to 10.');
  if (!/^\d{1,5}$/u.test(values['sync-port'])) throw new Error(`--sync-port ${values['sync-port']} is not a port.`);
  return {
    rating: Number(rating),
    comment,
    contact,
    survey,
    dataFolder: resolve(folder, data),
    serviceUrl: `http://127.0.0.1:${values['sync-port']}`,
  };
}
