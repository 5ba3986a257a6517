/** What a request to Salesforce's API is about. */
export type RequestKind =
  'login' | 'query' | 'composite' | 'collections' | 'create job' | 'upload' | 'close job' | 'job state' | 'job results' | 'other';

const patterns: readonly (readonly [RequestKind, RegExp])[] = [
  ['login', /^\w+ \/services\/oauth2\/token/],
  ['query', /^GET \S+\/query(All)?[/?]/],
  ['composite', /^POST \S+\/composite\/?$/],
  ['collections', /^\w+ \S+\/composite\/sobjects/],
  ['create job', /^POST \S+\/jobs\/ingest\/?$/],
  ['upload', /^PUT \S+\/jobs\/ingest\/\w+\/batches/],
  ['close job', /^PATCH \S+\/jobs\/ingest\/\w+/],
  ['job results', /^GET \S+\/jobs\/ingest\/\w+\/(successfulResults|failedResults|unprocessedrecords)/i],
  ['job state', /^GET \S+\/jobs\/ingest\/\w+/],
];

export function requestKind(method: string, path: string): RequestKind {
  const line = `${method} ${path}`;
  return patterns.find(([, pattern]) => pattern.test(line))?.[0] ?? 'other';
}

/** The ingest job that a path names. */
export function jobOf(path: string): string | undefined {
  return /\/jobs\/ingest\/(\w+)/.exec(path)?.[1];
}
