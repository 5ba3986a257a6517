import type { Client } from '../client.ts';

/** What an answer can belong to. */
export interface Survey {
  /** Null: the answer came without a survey. */
  readonly id: string | null;
  readonly program: 'Relational' | 'Transactional';
  /** Touchpoints of its answers; one with none is about the whole. */
  readonly touchpoints: readonly (string | null)[];
}

const TOUCHPOINTS = ['Sales', 'Delivery', 'Service'];

/**
 * Surveys that tempt a report to mix programs: a relational one whose answers name touchpoints, transactional ones, one
 * of them without a touchpoint, and answers of either program without a survey.
 */
export async function makeSurveys(admin: Client, fallback: string): Promise<readonly Survey[]> {
  const wanted: readonly Omit<Survey, 'id'>[] = [
    { program: 'Relational', touchpoints: [null] },
    { program: 'Relational', touchpoints: [null, 'Service', 'Sales'] },
    ...TOUCHPOINTS.map((touchpoint): Omit<Survey, 'id'> => ({ program: 'Transactional', touchpoints: [touchpoint] })),
    { program: 'Transactional', touchpoints: [null, 'Portal'] },
  ];
  await admin.create(
    'PulseTouchpoint__c',
    TOUCHPOINTS.map((name, index) => ({ Name: name, Key__c: name, Lead__c: fallback, Position__c: index + 1 })),
  );
  const ids = await admin.create(
    'PulseSurvey__c',
    wanted.map(({ program, touchpoints }, n) => ({
      Name: `Survey ${String(n)}`,
      Key__c: `survey-${String(n)}`,
      Program__c: program,
      Touchpoint__c: touchpoints[0] ?? null,
      Question__c: 'How likely are you to recommend us?',
      Status__c: 'Active',
      FallbackOwner__c: fallback,
    })),
  );
  return [
    ...wanted.map((survey, n) => ({ ...survey, id: ids[n] ?? null })),
    { id: null, program: 'Relational', touchpoints: [null, 'Delivery'] },
    { id: null, program: 'Transactional', touchpoints: [null, 'Delivery'] },
  ];
}
