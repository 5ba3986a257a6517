/** A page without a browser: what the wires need of `document` and `fetch`. Import it before any of them. */

/** One call that the page made. */
export interface Call {
  readonly method: string;
  /** Below `/services/data/v66.0`, decoded. */
  readonly path: string;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

/** What the org answers. */
export interface Answer {
  readonly status?: number;
  readonly body?: unknown;
}

const calls: Call[] = [];
let answerTo: (call: Call) => Answer = () => ({ status: 404 });

Object.assign(globalThis, {
  document: { getElementById: () => ({ textContent: JSON.stringify({ apiVersion: '66.0' }) }) },
  fetch: (
    address: string,
    init: { readonly method: string; readonly body?: string; readonly headers?: Record<string, string> },
  ): Promise<Response> => {
    const call = {
      method: init.method,
      path: decodeURIComponent(address.replace('/services/data/v66.0', '')),
      body: init.body === undefined ? undefined : (JSON.parse(init.body) as unknown),
      headers: init.headers ?? {},
    };
    calls.push(call);
    const { status = 200, body } = answerTo(call);
    return Promise.resolve(new Response(body === undefined ? null : JSON.stringify(body), { status }));
  },
});

/** From now on the org answers like this; calls so far are forgotten. */
export function orgAnswers(answer: (call: Call) => Answer): void {
  calls.length = 0;
  answerTo = answer;
}

/** The calls since then. */
export function callsMade(): readonly Call[] {
  return calls;
}

/** A record as UI API gives it. */
export function record(
  id: string,
  fields: Readonly<Record<string, string | number | null>>,
): {
  readonly apiName: string;
  readonly id: string;
  readonly fields: Record<string, { readonly displayValue: null; readonly value: string | number | null }>;
} {
  const values = Object.entries(fields).map(([name, value]) => [name, { displayValue: null, value }] as const);
  return { apiName: 'Account', id, fields: Object.fromEntries(values) };
}

/** Waits until the wires have nothing more to do. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setTimeout(resolve, 0));
}
