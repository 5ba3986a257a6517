import { createTestWireAdapter } from '@salesforce/wire-service-jest-util';

/** The wire as the platform has it; a test emits whole results, with `data`, `errors` and `refresh`. */
export const graphql = createTestWireAdapter();

/** Keeps a document readable for tests: its text. */
export function gql(parts: TemplateStringsArray, ...values: readonly string[]): string {
  return String.raw(parts, ...values).trim();
}
