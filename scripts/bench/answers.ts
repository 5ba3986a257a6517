/** One answer of the benchmark's data set. */
export interface BenchAnswer {
  readonly id: string;
  /** Which contact answered. */
  readonly contact: number;
  readonly email: string;
  readonly rating: number;
  readonly comment: string;
  readonly respondedAt: string;
}

export const ACCOUNTS = 100;
export const CONTACTS = 500;

/** E-mail address of the nth contact, who belongs to the nth account modulo `ACCOUNTS`. */
export const emailOf = (contact: number): string => `person${String(contact)}@bench.example`;

/** The n-th answer, the same every time: spread over contacts, ratings 0-10 and the last 300 days. */
export function benchAnswer(index: number, now: number): BenchAnswer {
  const contact = (index * 7919) % CONTACTS;
  return {
    id: `B-${String(index)}`,
    contact,
    email: emailOf(contact),
    rating: (index * 31) % 11,
    comment: `Answer number ${String(index)}: delivery was ${index % 3 === 0 ? 'late, and nobody called' : 'on time, thank you'}.`,
    respondedAt: new Date(now - ((index * 104_729) % 300) * 86_400_000 - (index % 86_400) * 1000).toISOString(),
  };
}

export function benchAnswers(count: number, now: number): readonly BenchAnswer[] {
  return Array.from({ length: count }, (_, index) => benchAnswer(index, now));
}

/** The answers as a file in the canonical columns of `customer-pulse import`. */
export function toCsv(answers: readonly BenchAnswer[]): string {
  const lines = answers.map(
    (answer) => `${answer.id},bench,${answer.email},${String(answer.rating)},"${answer.comment}",${answer.respondedAt},Delivery`,
  );
  return `response_id,source,email,rating,comment,responded_at,touchpoint\n${lines.join('\n')}\n`;
}
