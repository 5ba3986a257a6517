import type { OrgDatabase } from '../storage/database.ts';

/** From the moment that a user is made inactive, whoever does it, their sessions and refresh tokens are gone for good. */
export function endSessionsWithTheirUser(database: OrgDatabase): void {
  database.execute(`
    DROP TRIGGER IF EXISTS local_session_ends;
    CREATE TRIGGER local_session_ends AFTER UPDATE OF "IsActive" ON "User" WHEN NEW."IsActive" = 0 BEGIN
      DELETE FROM local_session WHERE user_id = NEW."Id";
      DELETE FROM local_refresh_token WHERE user_id = NEW."Id";
    END
  `);
}
