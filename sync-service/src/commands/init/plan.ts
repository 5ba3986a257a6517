/** What the configuration is written from. */
export interface Plan {
  readonly loginUrl?: string;
  readonly clientId?: string;
  readonly postgres: boolean;
  readonly sources: readonly PlannedSource[];
  readonly watch?: string;
  readonly publicUrl?: string;
}

export interface PlannedSource {
  readonly name: string;
  readonly kind: string;
  /** Keys of secrets, and the variable each comes from. */
  readonly secrets: Readonly<Record<string, string>>;
  /** Other keys, as they are written. */
  readonly values: Readonly<Record<string, unknown>>;
}

/** Every variable that has to be set before the service starts. */
export function variablesOf(plan: Plan): readonly string[] {
  return [
    ...(plan.clientId === undefined ? ['SALESFORCE_CLIENT_ID'] : []),
    'SALESFORCE_CLIENT_SECRET',
    ...(plan.postgres ? ['DATABASE_URL'] : []),
    ...plan.sources.flatMap(({ secrets }) => Object.values(secrets)),
  ];
}
