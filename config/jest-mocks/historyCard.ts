/** For tests: a history card over answers that the test gives, and what it shows. */
import ResponseHistoryCard from 'c/responseHistoryCard';
import { NO_CHOICES, type Choices } from 'c/historyCriteria';
import type { ResponseNode } from 'c/responseRows';
import { answer, pageOf } from './answers';
import { find, findAll, settled, show, textOf } from './page';
import { graphqlWire } from './wires';

/** The record whose page the card stands on. */
export const RECORD_ID = '001000000000001AAA';

export interface HistoryProperties {
  recordId?: string;
  objectApiName?: string;
  cardTitle?: string;
  startView?: string;
}

export async function showHistory(properties: HistoryProperties = {}): Promise<HTMLElement> {
  const history = show('c-response-history-card', ResponseHistoryCard, { recordId: RECORD_ID, objectApiName: 'Account', ...properties });
  await settled();
  return history;
}

export async function give(
  nodes: readonly ResponseNode[],
  totalCount = nodes.length,
  endCursor: string | null = null,
  refresh = (): Promise<void> => Promise.resolve(),
): Promise<void> {
  graphqlWire.emit({ data: { uiapi: { query: { answers: pageOf(nodes, totalCount, endCursor) } } }, refresh });
  await settled();
}

export async function choose(history: Element, choices: Partial<Choices>): Promise<void> {
  if (findAll(history, '[data-part="filters"]').length === 0) await press(history, 'filters');
  find(history, '[data-part="filters"]').dispatchEvent(new CustomEvent('choose', { detail: { ...NO_CHOICES, ...choices } }));
  await settled();
}

export async function press(history: Element, action: string): Promise<void> {
  find(history, `[data-action="${action}"]`).click();
  await settled();
}

export function many(count: number): ResponseNode[] {
  return Array.from({ length: count }, (_, index) => answer(count - index));
}

export function stateOf(history: Element): unknown {
  return Reflect.get(find(history, 'c-card-frame'), 'state');
}

export function shownText(history: Element): string {
  return textOf(find(history, '[data-figure="shown"]'));
}

export async function textOfBlob(file: Blob | undefined): Promise<string> {
  const reader = new FileReader();
  const read = new Promise((resolve) => reader.addEventListener('load', resolve));
  if (file) reader.readAsText(file);
  await read;
  return typeof reader.result === 'string' ? reader.result : '';
}

export function lastQuery(): string | undefined {
  return graphqlWire.getLastConfig()?.query;
}

export function lastVariables(): Readonly<Record<string, unknown>> {
  return graphqlWire.getLastConfig()?.variables ?? {};
}

export function shownNames(history: Element): string[] {
  return findAll(history, 'c-response-item').map((item) => (Reflect.get(item, 'answer') as { name: string }).name);
}
