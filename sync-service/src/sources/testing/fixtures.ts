import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';

const delivery = z.strictObject({
  via: z.enum(['webhook', 'pull']),
  contentType: z.string().optional(),
  /** A text as it is; anything else as JSON. */
  body: z.unknown(),
});

const replies = z.record(z.string(), z.unknown());

const fixture = z.strictObject({
  what: z.string(),
  /** Added to the section of the source. */
  settings: z.record(z.string(), z.unknown()).optional(),
  /** What the platform answers, by `GET /path`. */
  platform: replies.optional(),
  delivery: delivery.optional(),
  reads: z.unknown().optional(),
  /** Instead of one delivery: versions of one answer, oldest first. */
  versions: z.array(delivery.extend({ platform: replies.optional() })).optional(),
  /** The answer that stands in the end, in whatever order the versions come. */
  newest: z.unknown().optional(),
});

export type Fixture = z.infer<typeof fixture> & { readonly file: string };
export type FixtureDelivery = z.infer<typeof delivery>;

/** The recorded deliveries of a source: documented shapes, invented people. */
export function fixturesIn(folder: URL): readonly Fixture[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return files.map((file) => ({ ...fixture.parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))), file }));
}

export function bytesOf({ body }: FixtureDelivery): Uint8Array {
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
}
