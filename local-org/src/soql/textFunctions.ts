import type { OrgDatabase } from '../storage/database.ts';
import { fold } from '../storage/fold.ts';

/** Makes `min_text`, `max_text` (without regard to case) and `soql_labels` known to SQL. */
export function registerTextFunctions(database: OrgDatabase): void {
  registerExtreme(database, 'min_text', (one, other) => one < other);
  registerExtreme(database, 'max_text', (one, other) => one > other);
  database.connection.function('soql_labels', { deterministic: true }, (values, labels) =>
    typeof values === 'string' && typeof labels === 'string' ? labelsOf(values, labels) : null,
  );
}

function registerExtreme(database: OrgDatabase, name: string, wins: (one: string, other: string) => boolean): void {
  database.connection.aggregate(name, {
    start: (): string | null => null,
    step: (best: string | null, value: unknown): string | null => {
      if (typeof value !== 'string') return best;
      return best === null || wins(fold(value), fold(best)) ? value : best;
    },
  });
}

/** Each of the values joined by semicolons in the words of its label. */
function labelsOf(values: string, labels: string): string {
  const known: unknown = JSON.parse(labels);
  const byValue = new Map(typeof known === 'object' && known !== null ? Object.entries(known) : []);
  return values
    .split(';')
    .map((value) => String(byValue.get(value) ?? value))
    .join(';');
}
