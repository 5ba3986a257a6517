import type { Migration } from './migration.ts';

/** Which answers are linked to nobody although they say who gave them, so that they are found when somebody appears. */
export const unlinked: Migration = {
  name: '0005-unlinked',
  statements: ({ integer }) => `
    ALTER TABLE answer ADD COLUMN unlinked ${integer} NOT NULL DEFAULT 0;
    UPDATE answer SET unlinked = 1 WHERE assignment LIKE '%"rule":"unknown e-mail"%';
    CREATE INDEX answer_unlinked ON answer (sequence) WHERE unlinked = 1;
    CREATE INDEX answer_pushed ON answer (sequence) WHERE state = 'pushed';
  `,
};
