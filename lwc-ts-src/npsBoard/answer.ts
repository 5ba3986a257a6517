import type { CardState } from 'c/cardFrame';
import { isHiddenDocument } from 'c/ldsErrors';
import type { GraphQLResult } from 'lightning/graphql';

/** What is known of one query: its figures, and why there are none. Figures stay while others are on their way. */
export interface Answer<Figures> {
  readonly figures: Figures | undefined;
  readonly state: 'loading' | 'ready' | 'error' | 'noAccess';
  readonly refresh: (() => Promise<void>) | undefined;
}

/** Before the first result. */
export const WAITING = { figures: undefined, state: 'loading', refresh: undefined } as const;

/**
 * What is known once something else is asked. The wire itself says nothing until the answer is there.
 * @param keeps the figures stay in sight until then: they are of the same kind, of another time or of other customers
 */
export function askedAnew<Figures>(before: Answer<Figures>, keeps: boolean): Answer<Figures> {
  return { ...before, figures: keeps ? before.figures : undefined, state: 'loading' };
}

/** What is known after a result of the wire. */
export function answered<Data, Figures>(
  before: Answer<Figures>,
  { data, errors, refresh }: GraphQLResult<Data>,
  read: (data: Data) => Figures,
): Answer<Figures> {
  if (data && !errors?.length) return { figures: read(data), state: 'ready', refresh };
  if (errors?.length) return { figures: undefined, state: isHiddenDocument(errors) ? 'noAccess' : 'error', refresh };
  return { ...before, state: 'loading' };
}

/** The state of a card that shows a part of the figures. */
export function cardState<Figures>({ state, figures }: Answer<Figures>, view: unknown): CardState {
  if (state === 'error' || state === 'noAccess') return state;
  if (figures === undefined) return 'loading';
  return view === undefined ? 'empty' : 'ready';
}
