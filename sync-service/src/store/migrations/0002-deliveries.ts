import type { Migration } from './migration.ts';

/**
 * Deliveries before answers, partitions and leases for workers, dead letters that can be given up, keys for forgetting a person.
 * The table of answers is made anew, since a check on a column cannot be changed in SQLite; answers of before go into partition 0.
 */
export const deliveries: Migration = {
  name: '0002-deliveries',
  statements: ({ dialect, identity, text, integer, strict }) => `
    ALTER TABLE answer RENAME TO answer_before;
    DROP INDEX answer_waiting;
    DROP INDEX answer_refused;
    CREATE TABLE answer (
      sequence ${identity},
      external_id ${text} NOT NULL,
      source ${text} NOT NULL,
      content ${text} NOT NULL,
      content_hash ${text} NOT NULL,
      reasons ${text},
      updated_at ${text},
      received_at ${text} NOT NULL,
      state ${text} NOT NULL CHECK (state IN ('waiting', 'pushed', 'parked', 'dead', 'discarded')),
      partition ${integer} NOT NULL,
      account_key ${text},
      load_id ${text},
      load_hash ${text},
      pushed_hash ${text},
      pushed_reasons ${text},
      assignment ${text},
      person_keys ${text} NOT NULL,
      traceparent ${text},
      error_code ${text},
      error_reason ${text},
      died_at ${text},
      discarded_because ${text},
      reduced ${integer} NOT NULL
    ) ${strict};
    INSERT INTO answer (sequence, external_id, source, content, content_hash, updated_at, received_at, state, partition,
      account_key, pushed_hash, assignment, person_keys, error_code, error_reason, died_at, reduced)
    SELECT sequence, external_id, source, content, content_hash, updated_at, received_at, state, 0,
      ${dialect === 'sqlite' ? `assignment ->> '$.accountPulse.key'` : 'NULL'}, pushed_hash, assignment, '?', error_code, error_reason, CASE WHEN state IN ('parked', 'dead') THEN received_at END, 0
    FROM answer_before;
    DROP TABLE answer_before;
    CREATE UNIQUE INDEX answer_external_id ON answer (external_id);
    CREATE INDEX answer_waiting ON answer (sequence) WHERE state = 'waiting';
    CREATE INDEX answer_refused ON answer (state, sequence) WHERE state IN ('parked', 'dead', 'discarded');
    CREATE INDEX answer_full ON answer (received_at) WHERE reduced = 0;
    CREATE INDEX answer_load ON answer (load_id, sequence) WHERE load_id IS NOT NULL;

    CREATE TABLE delivery (
      id ${identity},
      source ${text} NOT NULL,
      via ${text} NOT NULL,
      delivery_id ${text},
      content_type ${text},
      body ${text} NOT NULL,
      bytes ${integer} NOT NULL,
      encoding ${text} NOT NULL CHECK (encoding IN ('utf8', 'base64')),
      repetition_key ${text} UNIQUE,
      received_at ${text} NOT NULL,
      traceparent ${text},
      partition ${integer} NOT NULL,
      state ${text} NOT NULL CHECK (state IN ('waiting', 'read', 'ignored', 'dead', 'discarded')),
      attempts ${integer} NOT NULL,
      not_before ${text},
      code ${text},
      reason ${text},
      died_at ${text},
      discarded_because ${text},
      person_keys ${text} NOT NULL,
      reduced ${integer} NOT NULL
    ) ${strict};
    CREATE INDEX delivery_waiting ON delivery (id) WHERE state = 'waiting';
    CREATE INDEX delivery_full ON delivery (received_at) WHERE reduced = 0;
    CREATE INDEX delivery_dead ON delivery (state, id) WHERE state IN ('dead', 'discarded');

    CREATE TABLE pull_cursor (source ${text} PRIMARY KEY, value ${text} NOT NULL) ${strict};
    CREATE TABLE forgotten (digest ${text} PRIMARY KEY, forgotten_at ${text} NOT NULL) ${strict};
    CREATE TABLE worker (worker ${text} PRIMARY KEY, seen_at ${integer} NOT NULL, until ${integer} NOT NULL) ${strict};
    CREATE TABLE partition_lease (
      partition ${integer} PRIMARY KEY,
      worker ${text} NOT NULL,
      until ${integer} NOT NULL,
      leaving ${integer} NOT NULL
    ) ${strict};
  `,
};
