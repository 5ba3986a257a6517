import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Connection } from 'jsforce';
import { connect, needed, readOrgEnv } from '../orgConnection';
import { DEMO_SOURCE } from '../start/serviceConfig';
import { readAnswer, USAGE, type AnswerOptions } from './options';
import { sendAnswer } from './sendAnswer';

const LONGEST_WAIT_MS = 20_000;

interface Arrived {
  readonly Id: string;
  readonly Account__c: string | null;
}

/** Answers a survey as a customer would, through the service, and tells when and where it is to be seen. */
async function main(args: readonly string[]): Promise<void> {
  if (args.includes('--help') || args.includes('-h')) {
    console.log(USAGE);
    return;
  }
  const options = readAnswer(args, process.env['INIT_CWD'] ?? process.cwd());
  const orgEnv = readOrgEnv(join(options.dataFolder, 'local-org'));
  const connection = connect(orgEnv);
  const email = options.contact ?? (await someContact(connection));
  const id = randomUUID();
  const started = performance.now();
  await sendAnswer(options, id, email);
  console.log(`The service has ${email}'s answer.`);
  const arrived = await untilThere(connection, `${DEMO_SOURCE}:${id}`, options);
  console.log(`In the org after ${((performance.now() - started) / 1000).toFixed(2)} s. See it:`);
  const page = arrived.Account__c === null ? `PulseResponse__c/${arrived.Id}` : `Account/${arrived.Account__c}`;
  console.log(`  ${link(orgEnv, `/lightning/r/${page}/view`)}`);
}

/** @throws Error when the org has no contact to answer as */
async function someContact(connection: Connection): Promise<string> {
  const { records } = await connection.query<{ Email: string }>(
    'SELECT Email FROM Contact WHERE Email != null AND AccountId != null ORDER BY Email LIMIT 1',
  );
  const [contact] = records;
  if (contact === undefined) throw new Error('The org has no contact with an address. Say who answers: --contact EMAIL.');
  return contact.Email;
}

async function untilThere(connection: Connection, externalId: string, { serviceUrl }: AnswerOptions): Promise<Arrived> {
  const end = Date.now() + LONGEST_WAIT_MS;
  for (;;) {
    const query = `SELECT Id, Account__c FROM PulseResponse__c WHERE ExternalId__c = '${externalId}'`;
    const [found] = (await connection.query<Arrived>(query)).records;
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error(`It is stored but not in the org yet. The service's page says why: ${serviceUrl}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function link(orgEnv: Readonly<Record<string, string>>, path: string): string {
  const token = encodeURIComponent(needed(orgEnv, 'SALESFORCE_ACCESS_TOKEN'));
  return `${needed(orgEnv, 'SALESFORCE_INSTANCE_URL')}/secur/frontdoor.jsp?sid=${token}&retURL=${encodeURIComponent(path)}`;
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
