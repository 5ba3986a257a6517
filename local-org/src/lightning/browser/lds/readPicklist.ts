import { readOnce } from './readOnce.ts';

interface Waiting {
  readonly field: string;
  readonly resolve: (values: unknown) => void;
  readonly reject: (error: unknown) => void;
}

const waitingByType = new Map<string, Waiting[]>();

/**
 * The values of a picklist. Components that ask for several picklists of an
 * object at the same moment share one request, as the platform sends their
 * requests in one.
 * @param type of which object and record type, `Account/picklist-values/012...`
 * @throws FetchError
 */
export function readPicklist(type: string, field: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const waiting = waitingByType.get(type) ?? [];
    waiting.push({ field, resolve, reject });
    waitingByType.set(type, waiting);
    if (waiting.length === 1) setTimeout(() => void flush(type), 0);
  });
}

async function flush(type: string): Promise<void> {
  const waiting = waitingByType.get(type) ?? [];
  waitingByType.delete(type);
  const single = (one: Waiting): void => {
    readOnce(`/ui-api/object-info/${type}/${one.field}`).then(one.resolve, one.reject);
  };
  if (new Set(waiting.map(({ field }) => field)).size === 1) {
    for (const one of waiting) single(one);
    return;
  }
  const all = await readOnce(`/ui-api/object-info/${type}`).then(valuesOf, () => undefined);
  for (const one of waiting) {
    const values = all?.[one.field];
    // A name that is no picklist is refused by its own request, in the org's words.
    if (values === undefined) single(one);
    else one.resolve(values);
  }
}

function valuesOf(answer: unknown): Readonly<Record<string, unknown>> {
  return (answer as { readonly picklistFieldValues: Readonly<Record<string, unknown>> }).picklistFieldValues;
}
