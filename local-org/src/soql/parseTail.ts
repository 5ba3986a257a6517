import type { SelectStatement } from './ast.ts';
import type { TokenReader } from './tokenReader.ts';

/** The clauses of a select while they are read. */
export type Clauses = {
  -readonly [Key in keyof Omit<SelectStatement, 'kind' | 'select' | 'from' | 'alias' | 'parents'>]: SelectStatement[Key];
};

/** The scopes of the reference, as `describe` names them. */
const SCOPES = new Set([
  'delegated',
  'everything',
  'mine',
  'mine_and_my_groups',
  'my_territory',
  'my_team_territory',
  'team',
  'scopingrule',
]);

/** `USING SCOPE mine` */
export function parseScope(reader: TokenReader, clauses: Clauses): void {
  if (!reader.takeWords('USING')) return;
  reader.expectWords('SCOPE');
  const token = reader.current;
  const scope = reader.expectWord().toLowerCase();
  if (!SCOPES.has(scope)) throw reader.unexpected(token);
  clauses.scope = scope;
}

/**
 * `WITH SECURITY_ENFORCED`, `USER_MODE` and `SYSTEM_MODE` change nothing while no field is hidden;
 * the others are refused by name.
 */
export function parseWith(reader: TokenReader): void {
  if (!reader.takeWords('WITH')) return;
  if (reader.takeWords('SECURITY_ENFORCED') || reader.takeWords('USER_MODE') || reader.takeWords('SYSTEM_MODE')) return;
  const next = reader.current;
  if (next.kind !== 'word') throw reader.unexpected();
  const what = reader.atWords('DATA', 'CATEGORY') ? 'DATA CATEGORY' : next.text;
  throw reader.malformed(`WITH ${what} is not run by local-org`);
}

/**
 * FOR VIEW, FOR REFERENCE, FOR UPDATE, UPDATE TRACKING and UPDATE VIEWSTAT change nothing here: one request
 * runs at a time, and nothing keeps what was viewed. ALL ROWS is for Apex: clients ask `queryAll`.
 */
export function parseTail(reader: TokenReader, clauses: Clauses): void {
  while (reader.takeWords('FOR')) parseFor(reader, clauses);
  if (reader.takeWords('UPDATE')) {
    do if (!reader.takeWords('TRACKING') && !reader.takeWords('VIEWSTAT')) throw reader.unexpected();
    while (reader.takeSymbol(','));
  }
  if (reader.atWords('ALL', 'ROWS')) throw reader.malformed('ALL ROWS not allowed in this context');
  if (reader.atWords('SET', 'OPTIONS')) throw reader.malformed('SET OPTIONS is not run by local-org');
}

function parseFor(reader: TokenReader, clauses: Clauses): void {
  if (reader.takeWords('VIEW') || reader.takeWords('REFERENCE')) return;
  if (!reader.atWords('UPDATE')) throw reader.unexpected();
  if (clauses.orderBy !== undefined) throw reader.malformed('ORDER BY is not allowed with FOR UPDATE');
  reader.takeWords('UPDATE');
}
