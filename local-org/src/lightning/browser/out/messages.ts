/** What pages inside and outside say to each other. Both check origin and window of each message. */

/** From the org's page to the page around it. */
export type InsideMessage =
  /** The session stands, or why it does not. */
  | { readonly lightningOut: 'session'; readonly error?: string }
  /** The page of the component is there and waits for its properties. */
  | { readonly lightningOut: 'loaded' }
  /** The component is drawn. */
  | { readonly lightningOut: 'ready' }
  | { readonly lightningOut: 'failed'; readonly error: string }
  /** Pixels that it takes. */
  | { readonly lightningOut: 'height'; readonly height: number }
  /** The component dispatched an event that somebody outside listens for. */
  | { readonly lightningOut: 'event'; readonly type: string; readonly detail: unknown };

/** From the page around it to the org's page. */
export type OutsideMessage =
  | {
      readonly lightningOut: 'properties';
      readonly properties: Readonly<Record<string, string>>;
      readonly hooks: Readonly<Record<string, string>>;
    }
  | { readonly lightningOut: 'listen'; readonly type: string }
  | { readonly lightningOut: 'dispatch'; readonly type: string; readonly detail: unknown };

/** A message of ours; undefined for what others send. */
export function ourMessage(data: unknown): { readonly lightningOut: string } | undefined {
  return typeof data === 'object' && data !== null && 'lightningOut' in data && typeof data.lightningOut === 'string'
    ? { ...data, lightningOut: data.lightningOut }
    : undefined;
}

/** What of a value can be handed to the other page. */
export function plainCopy(value: unknown): unknown {
  try {
    return value === undefined ? null : (JSON.parse(JSON.stringify(value)) as unknown);
  } catch {
    return null;
  }
}
