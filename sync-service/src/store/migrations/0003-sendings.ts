import type { Migration } from './migration.ts';

/** Hand-overs of invitations, and what platforms say about those that were sent. */
export const sendings: Migration = {
  name: '0003-sendings',
  statements: ({ text, integer, strict }) => `
    CREATE TABLE sending (
      id ${text} PRIMARY KEY,
      invitation_id ${text} NOT NULL,
      kind ${text} NOT NULL CHECK (kind IN ('first', 'reminder')),
      sender ${text} NOT NULL,
      survey_key ${text} NOT NULL,
      stamp ${text} NOT NULL,
      state ${text} NOT NULL CHECK (state IN ('intended', 'sent', 'refused', 'told')),
      intended_at ${text} NOT NULL,
      worker ${text} NOT NULL,
      until ${integer} NOT NULL,
      sent_at ${text},
      reason ${text}
    ) ${strict};
    CREATE INDEX sending_open ON sending (intended_at, id) WHERE state <> 'told';
    CREATE INDEX sending_told ON sending (intended_at) WHERE state = 'told';
    CREATE TABLE invitation_event (
      invitation_id ${text} NOT NULL,
      kind ${text} NOT NULL CHECK (kind IN ('opened', 'bounced')),
      at ${text} NOT NULL,
      noted_at ${text} NOT NULL,
      PRIMARY KEY (invitation_id, kind)
    ) ${strict};
  `,
};
