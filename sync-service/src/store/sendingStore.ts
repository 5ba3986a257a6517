import type { NewSending, Sending, SendingResult, SendingState, SendingStore } from './ports/sendings.ts';
import { json, optional, type Database, type Row } from './sql.ts';

const columns = 'id, invitation_id, kind, sender, survey_key, stamp, state, intended_at, sent_at, reason';

/** The part of the store that is about sending invitations. */
export function sendingStore(database: Database): SendingStore {
  const { dialect } = database;

  async function settle(results: readonly SendingResult[]): Promise<void> {
    const rows = results.map((result) => ({
      id: result.id,
      state: result.state,
      sent_at: result.state === 'sent' ? result.sentAt : '',
      reason: result.state === 'refused' ? result.reason : '',
    }));
    const given = dialect.given(1, { id: 'text', state: 'text', sent_at: 'text', reason: 'text' });
    await database.write(async (sql) => {
      // An outcome that is known stays: what was told of it may be on its way already.
      await sql.run(
        `DELETE FROM sending WHERE state = 'intended' AND id IN (SELECT given.id FROM ${given} AS given WHERE given.state = 'released')`,
        json(rows),
      );
      await sql.run(
        `UPDATE sending SET state = given.state, sent_at = NULLIF(given.sent_at, ''), reason = NULLIF(given.reason, '')
         FROM ${given} AS given WHERE sending.id = given.id AND sending.state = 'intended' AND given.state <> 'released'`,
        json(rows),
      );
    });
  }

  return {
    async intendSendings(sendings, worker, leaseMs) {
      if (sendings.length === 0) return [];
      const intendedAt = new Date().toISOString();
      const rows = sendings.map((sending) => ({ ...wireOf(sending), id: sendingId(sending), intended_at: intendedAt }));
      const given = dialect.given(1, {
        id: 'text',
        invitation_id: 'text',
        kind: 'text',
        sender: 'text',
        survey_key: 'text',
        stamp: 'text',
        intended_at: 'text',
      });
      const begun = await database.write(async (sql) =>
        sql.rows(
          `INSERT INTO sending (id, invitation_id, kind, sender, survey_key, stamp, state, intended_at, worker, until)
           SELECT id, invitation_id, kind, sender, survey_key, stamp, 'intended', intended_at, $2, ${dialect.now} + $3
           FROM ${given} AS given WHERE true
           ON CONFLICT (id) DO NOTHING RETURNING id`,
          json(rows),
          worker,
          leaseMs,
        ),
      );
      const ids = new Set(begun.map((row) => String(row['id'])));
      // Of the same invitation twice in one list the first may begin.
      return sendings.map((sending) => ids.delete(sendingId(sending)));
    },

    settleSendings: async (results) => {
      if (results.length > 0) await settle(results);
    },

    takeAbandonedSendings: (worker, leaseMs, limit) =>
      database.write(async (sql) => {
        // Where one process has the store to itself, whoever else held a sending is gone.
        const gone = dialect.shared ? `until <= ${dialect.now}` : `(until <= ${dialect.now} OR worker <> $1)`;
        const rows = await sql.rows(
          `UPDATE sending SET worker = $1, until = ${dialect.now} + $2
           WHERE id IN (SELECT id FROM sending WHERE state = 'intended' AND ${gone} ORDER BY intended_at, id LIMIT $3 ${dialect.forUpdate})
           RETURNING ${columns}`,
          worker,
          leaseMs,
          limit,
        );
        return rows.map(asSending);
      }),

    async sendingsToTell(limit) {
      const rows = await database.rows(
        `SELECT ${columns} FROM sending WHERE state IN ('sent', 'refused') ORDER BY intended_at, id LIMIT $1`,
        limit,
      );
      return rows.map(asSending);
    },

    async sendingsTold(ids) {
      if (ids.length === 0) return;
      await database.write((sql) =>
        sql.run(`UPDATE sending SET state = 'told' WHERE state IN ('sent', 'refused') AND id IN ${dialect.texts(1)}`, json(ids)),
      );
    },

    async knownSendings(invitationIds, kind) {
      if (invitationIds.length === 0) return new Set();
      const rows = await database.rows(
        `SELECT invitation_id FROM sending WHERE kind = $1 AND invitation_id IN ${dialect.texts(2)}`,
        kind,
        json(invitationIds),
      );
      return new Set(rows.map((row) => String(row['invitation_id'])));
    },

    async noteInvitationEvents(events) {
      if (events.length === 0) return;
      const notedAt = new Date().toISOString();
      const rows = events.map(({ invitationId, kind, at }) => ({ invitation_id: invitationId, kind, at }));
      await database.write((sql) =>
        sql.run(
          `INSERT INTO invitation_event (invitation_id, kind, at, noted_at)
           SELECT invitation_id, kind, at, $2
           FROM ${dialect.given(1, { invitation_id: 'text', kind: 'text', at: 'text' })} AS given WHERE true
           ON CONFLICT (invitation_id, kind) DO NOTHING`,
          json(rows),
          notedAt,
        ),
      );
    },

    async invitationEvents(limit) {
      const rows = await database.rows(
        'SELECT invitation_id, kind, at, noted_at FROM invitation_event ORDER BY noted_at, invitation_id, kind LIMIT $1',
        limit,
      );
      return rows.map((row) => ({
        invitationId: String(row['invitation_id']),
        kind: row['kind'] === 'bounced' ? 'bounced' : 'opened',
        at: String(row['at']),
        notedAt: String(row['noted_at']),
      }));
    },

    async dropInvitationEvents(events) {
      if (events.length === 0) return;
      const keys = events.map((event) => `${event.invitationId}:${event.kind}`);
      await database.write((sql) =>
        sql.run(`DELETE FROM invitation_event WHERE invitation_id || ':' || kind IN ${dialect.texts(1)}`, json(keys)),
      );
    },

    pruneSendings: (before) => database.write((sql) => sql.run(`DELETE FROM sending WHERE state = 'told' AND intended_at < $1`, before)),

    async sendingFigures() {
      const rows = await database.rows(
        `SELECT state, count(*) AS sendings FROM sending WHERE state <> 'told' GROUP BY state
         UNION ALL SELECT 'event', count(*) FROM invitation_event`,
      );
      const counted = (states: readonly string[]): number =>
        rows.reduce((sum, row) => (states.includes(String(row['state'])) ? sum + Number(row['sendings']) : sum), 0);
      return { open: counted(['intended']), toTell: counted(['sent', 'refused']), events: counted(['event']) };
    },
  };
}

/** The id under which a hand-over is known. */
export function sendingId({ invitationId, kind }: Pick<NewSending, 'invitationId' | 'kind'>): string {
  return `${invitationId}:${kind}`;
}

function wireOf({ invitationId, kind, sender, surveyKey, stamp }: NewSending): Readonly<Record<string, string>> {
  return { invitation_id: invitationId, kind, sender, survey_key: surveyKey, stamp };
}

function asSending(row: Row): Sending {
  return {
    id: String(row['id']),
    invitationId: String(row['invitation_id']),
    kind: row['kind'] === 'reminder' ? 'reminder' : 'first',
    sender: String(row['sender']),
    surveyKey: String(row['survey_key']),
    stamp: String(row['stamp']),
    state: stateOf(row['state']),
    intendedAt: String(row['intended_at']),
    ...optional('sentAt', row['sent_at']),
    ...optional('reason', row['reason']),
  };
}

function stateOf(value: unknown): SendingState {
  return value === 'sent' || value === 'refused' || value === 'told' ? value : 'intended';
}
