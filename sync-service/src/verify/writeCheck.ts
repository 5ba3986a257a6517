import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { SalesforceClient } from '../salesforce/client.ts';
import type { CheckReport } from './verify.ts';

const created = z.object({ id: z.string() });
const manifest = z.object({ version: z.string() });

/** Longest text of the field. */
const detailsLength = 32_000;

/**
 * Writes the outcome where an auditor reads it: ids and figures, never names or words.
 * @returns id of the PulseCheck__c
 */
export async function writeCheck(client: SalesforceClient, report: CheckReport, userId: string): Promise<string> {
  const reply = await client.request('POST', client.path('/sobjects/PulseCheck__c'), {
    Result__c: report.differenceCount === 0 ? 'Agrees' : 'Differs',
    StartedAt__c: report.startedAt,
    FinishedAt__c: report.finishedAt,
    Scope__c: report.scope,
    AccountPulseCount__c: report.accountPulses,
    ContactPulseCount__c: report.contactPulses,
    ResponseCount__c: report.answers,
    FigureCount__c: report.figures,
    DifferenceCount__c: report.differenceCount,
    PendingCount__c: report.waiting,
    Details__c: details(report),
    Version__c: programVersion(),
    RunBy__c: userId,
  });
  return created.parse(reply).id;
}

/** One line a difference, as many as the field holds. */
function details({ differences, differenceCount }: CheckReport): string {
  const room = detailsLength - 100;
  let text = '';
  let shown = 0;
  for (const { object, id, field, stored, expected } of differences) {
    const line = `${object} ${id} ${field}: stored ${stored}, recomputed ${expected}\n`;
    if (text.length + line.length > room) break;
    text += line;
    shown += 1;
  }
  return shown < differenceCount ? `${text}and ${differenceCount - shown} more` : text.trimEnd();
}

/** Version of this program, from its own manifest. */
export function programVersion(): string {
  const file = path.join(import.meta.dirname, '..', '..', 'package.json');
  return manifest.parse(JSON.parse(readFileSync(file, 'utf8'))).version;
}
