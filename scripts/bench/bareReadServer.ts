import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DatabaseSync } from 'node:sqlite';

/** The baseline of reads: node:http, node:sqlite, and the statement that a person would write. */
const database = new DatabaseSync(process.argv[2] ?? '', { readOnly: true });
const responses = database.prepare(
  'SELECT "Id", "ExternalId__c", "Rating__c", "RespondedAt__c", "Touchpoint__c", "Comment__c" FROM "PulseResponse__c" ' +
    'WHERE "ContactPulse__c" = ? AND "IsDeleted" = 0 ORDER BY "RespondedAt__c" DESC LIMIT 50',
);
const pulse = database.prepare(
  'SELECT "Id", "RatingSum__c" / "RatingCount__c" AS score, "PriorRatingSum__c" / "PriorRatingCount__c" AS prior, ' +
    '"RatingCount__c", "ResponseCount__c", "LastResponseAt__c" FROM "ContactPulse__c" WHERE "Id" = ? AND "IsDeleted" = 0',
);

const server = createServer((request, response) => {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const rows = url.pathname === '/pulse' ? pulse.get(url.searchParams.get('id') ?? '') : responses.all(url.searchParams.get('pulse') ?? '');
  response.setHeader('Content-Type', 'application/json');
  response.end(JSON.stringify(rows));
});
server.listen(0, '127.0.0.1', () => {
  process.send?.(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}`);
});
