import { uiApiRequest } from './uiApiRequest.ts';

const answers = new Map<string, Promise<unknown>>();

/** Reads something that does not change while a page is open; only failures are asked for again. */
export function readOnce(path: string): Promise<unknown> {
  const known = answers.get(path);
  if (known !== undefined) return known;
  const answer = uiApiRequest({ method: 'GET', path });
  answers.set(path, answer);
  answer.catch(() => answers.delete(path));
  return answer;
}
