import { decimals, derive, type Limits } from './derived.ts';
import { rollups, type Figures } from './figures.ts';
import { numberOf } from './rawFigures.ts';
import type { PulseObject, StoredPulse } from './storedPulses.ts';

/** A figure that is stored in the org and is not what the answers say. */
export interface Difference {
  readonly object: PulseObject | 'PulseResponse__c' | 'Segment';
  /** Record id; for a segment its name. */
  readonly id: string;
  readonly field: string;
  readonly stored: string;
  readonly expected: string;
}

/** Figures that are compared of one pulse. */
export const figuresPerPulse = rollups.length + Object.keys(decimals).length + 3;

/** Every figure of a pulse that differs from what its answers say. */
export function comparePulse(object: PulseObject, pulse: StoredPulse, expected: Figures): readonly Difference[] {
  const { fields, id } = pulse;
  const derived = derive(expected, limitsOf(pulse));
  const found: Difference[] = [];
  const differs = (field: string, stored: unknown, wanted: unknown): void => {
    found.push({ object, id, field, stored: shown(stored), expected: shown(wanted) });
  };
  for (const name of rollups) {
    const stored = numberOf(fields[name]);
    if (stored !== expected.of(name)) differs(name, stored, expected.of(name));
  }
  for (const [name, places] of Object.entries(decimals)) {
    const wanted = derived[name as keyof typeof decimals];
    if (!sameNumber(fields[name], wanted, places)) differs(name, fields[name], wanted === null ? null : Number(wanted.toFixed(places)));
  }
  if ((fields['Band__c'] ?? null) !== derived.Band__c) differs('Band__c', fields['Band__c'], derived.Band__c);
  if (derived.TrendIsSound__c !== undefined && fields['TrendIsSound__c'] !== derived.TrendIsSound__c) {
    differs('TrendIsSound__c', fields['TrendIsSound__c'], derived.TrendIsSound__c);
  }
  const last = fields['LastResponseAt__c'];
  const newest = typeof last === 'string' ? Date.parse(last) : undefined;
  if (newest !== expected.newest) differs('LastResponseAt__c', last, moment(expected.newest));
  return found;
}

function limitsOf({ fields }: StoredPulse): Limits {
  const value = (name: string): number | undefined => (typeof fields[name] === 'number' ? fields[name] : undefined);
  return { target: value('Target__c'), yellowFrom: value('YellowFrom__c'), minAnswers: value('MinAnswers__c') };
}

/** Whether the org shows this number, which it may round to so many decimals. */
function sameNumber(stored: unknown, wanted: number | null, places: number): boolean {
  if (typeof stored !== 'number' || wanted === null) return (stored ?? null) === wanted;
  return Math.abs(stored - wanted) <= 0.5 * 10 ** -places + 1e-9;
}

function moment(value: number | undefined): string | null {
  return value === undefined ? null : new Date(value).toISOString();
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return 'blank';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
