import type { Connection } from 'jsforce';
import type { Customers } from './customers';
import { callFlow } from './flowCall';

const HOUR = 3_600_000;

/** What customers said on the phone in the last days, and who took it down. */
const CALLS = [
  { rating: 9, channel: 'Phone', hoursAgo: 5, comment: 'Everything arrived as agreed, and the driver helped to carry it in.' },
  { rating: 8, channel: 'Meeting', hoursAgo: 26, comment: 'Satisfied with the year. The portal could be simpler.' },
  { rating: 10, channel: 'Phone', hoursAgo: 30, comment: 'Your technician stayed until it worked. Thank you.' },
  { rating: 7, channel: 'Phone', hoursAgo: 49, comment: 'Good on the whole; invoices still come twice.' },
  { rating: 9, channel: 'Meeting', hoursAgo: 54, comment: 'We would choose you again.' },
] as const;

/** Records some answers by the flow that people use on the phone, unless there are such answers. */
export async function recordAnswers(connection: Connection, { mayBeAsked, people }: Customers): Promise<void> {
  const { totalSize } = await connection.query("SELECT Id FROM PulseResponse__c WHERE Channel__c = 'Meeting' LIMIT 1");
  if (totalSize > 0) return;
  const { contacts, surveys } = mayBeAsked;
  const step = Math.floor(contacts.length / CALLS.length);
  const inputs = CALLS.map(({ rating, channel, hoursAgo, comment }, index) => ({
    contactId: contacts[index * step + Math.floor(step / 2)],
    surveyId: surveys[index % surveys.length],
    ...{ rating, channel, comment },
    respondedAt: new Date(Date.now() - hoursAgo * HOUR).toISOString(),
    recordedBy: people[index % people.length],
  }));
  const results = await callFlow<{ readonly isSaved: boolean; readonly message: string | null }>(connection, 'RecordResponse', inputs);
  const refused = results.flatMap(({ errors, outputValues }) =>
    outputValues?.isSaved === true ? [] : [outputValues?.message ?? errors?.map(({ message }) => message).join('; ') ?? 'no reason given'],
  );
  if (refused.length > 0) throw new Error(`The demo's answers on the phone were refused: ${refused.join('; ')}`);
}
