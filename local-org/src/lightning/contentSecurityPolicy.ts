/** What a page allows beyond the ordinary. */
export interface PagePolicy {
  /** Nonce of its scripts; undefined: it has none. */
  readonly nonce?: string | undefined;
  /** Whether the Lightning Web Security sandbox evaluates components on it, as on the platform's pages. */
  readonly sandboxed?: boolean;
  /** Origins of the pages that may frame it; none when absent. */
  readonly framedBy?: readonly string[];
}

/** Scripts only from the org itself. The LWC engine writes style elements at run time, so styles may stand inline. */
export function contentSecurityPolicy({ nonce, sandboxed = false, framedBy = [] }: PagePolicy): string {
  const scripts = nonce === undefined ? "'none'" : `'self' 'nonce-${nonce}'${sandboxed ? " 'unsafe-eval'" : ''}`;
  return [
    "default-src 'self'",
    `script-src ${scripts}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${framedBy.length === 0 ? "'none'" : framedBy.join(' ')}`,
  ].join('; ');
}
