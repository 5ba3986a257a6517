import { z } from 'zod';
import type { OrgDatabase } from '../storage/database.ts';

/** The design systems that pages can be drawn with. */
export const themes = ['slds1', 'slds2'] as const;

export type Theme = (typeof themes)[number];

const settingsSchema = z.object({
  theme: z.enum(themes).default('slds1'),
  lightningWebSecurity: z.boolean().default(false),
  embedHosts: z.array(z.string()).default([]),
});

/** How an org shows its pages: what Setup switches, kept in the org's database. */
export interface OrgSettings {
  /** Design system of the pages. */
  readonly theme: Theme;
  /** Whether the package's components run inside Lightning Web Security. */
  readonly lightningWebSecurity: boolean;
  /** Origins of pages that may frame the org's embedded components, `https://mail.example.com`. */
  readonly embedHosts: readonly string[];
}

const prepared = new WeakSet<OrgDatabase>();

function prepare(database: OrgDatabase): void {
  if (prepared.has(database)) return;
  database.execute('CREATE TABLE IF NOT EXISTS local_org_setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT');
  prepared.add(database);
}

/** The settings as they are now; what was never set has its default. */
export function readOrgSettings(database: OrgDatabase): OrgSettings {
  prepare(database);
  const rows = database.prepareArrays('SELECT name, value FROM local_org_setting').all();
  const stored = rows.map(([name, value]): [string, unknown] => [String(name), JSON.parse(String(value))]);
  return settingsSchema.parse(Object.fromEntries(stored));
}

/** Changes some settings for good. */
export function keepOrgSettings(database: OrgDatabase, change: Partial<OrgSettings>): void {
  prepare(database);
  for (const [name, value] of Object.entries(change)) {
    database.prepare('INSERT OR REPLACE INTO local_org_setting (name, value) VALUES (?, ?)').run(name, JSON.stringify(value));
  }
}
