import { defaultsOf } from '../../page/dialogRequests.ts';

/** What a new record begins with, as the state of a page reference carries it: `Name=Acme%20Inc,Amount=5`. */
export function encodeDefaultFieldValues(values: Readonly<Record<string, unknown>>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
    .join(',');
}

/** The values that `encodeDefaultFieldValues` wrote. */
export function decodeDefaultFieldValues(text: string): Readonly<Record<string, string>> {
  return defaultsOf(text);
}
