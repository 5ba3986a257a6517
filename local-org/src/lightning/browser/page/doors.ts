/** Says that the page asks, which no other site can. */
const headers = { 'X-Requested-With': 'customer-pulse', Accept: 'application/json' } as const;

/**
 * Reads what the shell itself needs of the org, below `/lightning/data`.
 * @throws Error when the org cannot be reached or refuses
 */
export async function readDoor<Answer>(path: string, query: Readonly<Record<string, string>> = {}, signal?: AbortSignal): Promise<Answer> {
  const search = new URLSearchParams(query).toString();
  const address = `/lightning/data/${path}${search === '' ? '' : `?${search}`}`;
  return answerOf<Answer>(await fetch(address, { headers, credentials: 'same-origin', ...(signal === undefined ? {} : { signal }) }));
}

/** Tells the org something. @throws Error as `readDoor` */
export async function tellDoor<Answer>(path: string, body: unknown): Promise<Answer> {
  const response = await fetch(`/lightning/data/${path}`, {
    method: 'POST',
    headers: { ...headers, 'Content-Type': 'application/json' },
    credentials: 'same-origin',
    body: JSON.stringify(body),
  });
  return answerOf<Answer>(response);
}

/** The org answers its own pages: what it says has the shape that the page was built with. */
async function answerOf<Answer>(response: Response): Promise<Answer> {
  if (!response.ok) throw new Error(`${String(response.status)} ${response.statusText}`);
  return (await response.json()) as Answer;
}
