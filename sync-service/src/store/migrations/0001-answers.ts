import type { Migration } from './migration.ts';

/** Answers, what is known of their parents, and settings. */
export const answers: Migration = {
  name: '0001-answers',
  statements: ({ identity, text, integer, strict }) => `
    CREATE TABLE answer (
      sequence ${identity},
      external_id ${text} NOT NULL UNIQUE,
      source ${text} NOT NULL,
      content ${text} NOT NULL,
      content_hash ${text} NOT NULL,
      updated_at ${text},
      received_at ${text} NOT NULL,
      state ${text} NOT NULL CHECK (state IN ('waiting', 'pushed', 'parked', 'dead')),
      pushed_hash ${text},
      assignment ${text},
      error_code ${text},
      error_reason ${text}
    ) ${strict};
    CREATE INDEX answer_waiting ON answer (sequence) WHERE state = 'waiting';
    CREATE INDEX answer_refused ON answer (state, sequence) WHERE state IN ('parked', 'dead');
    CREATE TABLE parent (object ${text} NOT NULL, key ${text} NOT NULL, PRIMARY KEY (object, key)) ${strict};
    CREATE TABLE survey (key ${text} PRIMARY KEY, definition ${text} NOT NULL) ${strict};
    CREATE TABLE shard (prefix ${text} PRIMARY KEY, answers ${integer} NOT NULL) ${strict};
    CREATE TABLE setting (name ${text} PRIMARY KEY, value ${text} NOT NULL) ${strict};
  `,
};
