import { z } from 'zod';

/** Where an org is read, with whose token. */
export interface OrgAccess {
  readonly url: string;
  /** Of somebody who sees everything. */
  readonly token: string;
  /** Such as 66.0. */
  readonly apiVersion: string;
}

export interface ResponseInOrg {
  readonly id: string;
  readonly externalId: string;
  readonly rating: number | null;
  readonly comment: string | null;
  readonly reasons: readonly string[];
}

/** What one source's answers have become in the org. */
export interface OrgContent {
  readonly responses: readonly ResponseInOrg[];
  /** Id of the response of each follow-up; a response may have one. */
  readonly followUps: readonly string[];
  /** Id of the follow-up of each task. */
  readonly tasks: readonly string[];
}

const page = z.object({ records: z.array(z.looseObject({})), nextRecordsUrl: z.string().optional() });
const response = z.object({
  Id: z.string(),
  ExternalId__c: z.string(),
  Rating__c: z.number().nullable(),
  Comment__c: z.string().nullable(),
});
const reason = z.object({ Response__c: z.string(), Reason__c: z.string() });
const followUp = z.object({ Id: z.string(), Response__c: z.string() });
const task = z.object({ WhatId: z.string() });

/** Reads by plain HTTP what there is of a source, with nothing of the service's own code. @throws Error with what the org said */
export async function readOrg(org: OrgAccess, source: string): Promise<OrgContent> {
  const prefix = `LIKE '${source}:%'`;
  const read = <Row>(soql: string, row: z.ZodType<Row>): Promise<Row[]> => queryAll(org, soql, row);
  const responses = await read(
    `SELECT Id, ExternalId__c, Rating__c, Comment__c FROM PulseResponse__c WHERE ExternalId__c ${prefix}`,
    response,
  );
  const reasons = await read(`SELECT Response__c, Reason__c FROM PulseReason__c WHERE Response__r.ExternalId__c ${prefix}`, reason);
  const followUps = await read(`SELECT Id, Response__c FROM PulseFollowUp__c WHERE Response__r.ExternalId__c ${prefix}`, followUp);
  const tasks = await tasksOf(
    org,
    followUps.map(({ Id }) => Id),
  );
  const reasonsOf = Map.groupBy(reasons, ({ Response__c }) => Response__c);
  return {
    responses: responses.map(({ Id, ExternalId__c, Rating__c, Comment__c }) => ({
      id: Id,
      externalId: ExternalId__c,
      rating: Rating__c,
      comment: Comment__c,
      reasons: (reasonsOf.get(Id) ?? []).map(({ Reason__c }) => Reason__c),
    })),
    followUps: followUps.map(({ Response__c }) => Response__c),
    tasks,
  };
}

async function tasksOf(org: OrgAccess, followUpIds: readonly string[]): Promise<string[]> {
  const tasks: string[] = [];
  for (let start = 0; start < followUpIds.length; start += 200) {
    const ids = followUpIds.slice(start, start + 200).map((id) => `'${id}'`);
    const found = await queryAll(org, `SELECT WhatId FROM Task WHERE WhatId IN (${ids.join(',')})`, task);
    tasks.push(...found.map(({ WhatId }) => WhatId));
  }
  return tasks;
}

/** All rows of a query, page by page. */
export async function queryAll<Row>({ url, token, apiVersion }: OrgAccess, soql: string, row: z.ZodType<Row>): Promise<Row[]> {
  const rows: Row[] = [];
  let path: string | undefined = `/services/data/v${apiVersion}/query?q=${encodeURIComponent(soql)}`;
  while (path !== undefined) {
    const reply: Response = await fetch(url + path, { headers: { authorization: `Bearer ${token}` } });
    if (!reply.ok) throw new Error(`The org answered ${reply.status} to ${soql}: ${await reply.text()}`);
    const { records, nextRecordsUrl } = page.parse(await reply.json());
    rows.push(...records.map((record) => row.parse(record)));
    path = nextRecordsUrl;
  }
  return rows;
}
