import { stringify } from 'yaml';
import type { Plan, PlannedSource } from './plan.ts';

/** The configuration as it is written: what was said, and beside it what most want to know next. */
export function configText(plan: Plan, schema: string): string {
  return `# yaml-language-server: $schema=${schema}
# Configuration of the Customer Pulse sync service. Every key: customer-pulse config schema. Is it usable: customer-pulse doctor.
# Secrets are never written here, only where they are: { env: NAME } or { file: path }.

salesforce:
  loginUrl: ${plan.loginUrl ?? 'https://example.my.salesforce.com'}
  clientId: ${plan.clientId ?? '{ env: SALESFORCE_CLIENT_ID }'}
  clientSecret: { env: SALESFORCE_CLIENT_SECRET }

store:
${
  plan.postgres
    ? '  databaseUrl: { env: DATABASE_URL }'
    : '  data: .customer-pulse/sync-service # one file, one process; several workers share a PostgreSQL (databaseUrl)'
}
  keepPayloadsDays: 90 # then payloads are reduced to keys and hashes

sources:${plan.sources.length === 0 ? ' []' : `\n${plan.sources.map(sourceText).join('')}`}
${plan.watch === undefined ? '' : `watch:\n  folders:\n    - folder: ${quoted(plan.watch)}\n\n`}serve:
  host: 127.0.0.1
  port: 8780
${plan.publicUrl === undefined ? '  # publicUrl: https://pulse.example.com # the address that platforms call' : `  publicUrl: ${quoted(plan.publicUrl)}`}
`;
}

function sourceText({ name, kind, secrets, values }: PlannedSource): string {
  const pointers = Object.entries(secrets).map(([key, variable]) => `    ${key}: { env: ${variable} }\n`);
  const rest = Object.keys(values).length === 0 ? '' : stringify(values).replace(/^(?=.)/gm, '    ');
  return `  - name: ${quoted(name)}\n    kind: ${kind}\n${pointers.join('')}${rest}`;
}

function quoted(text: string): string {
  return stringify(text).trim();
}
