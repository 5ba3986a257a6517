import type { z } from 'zod';
import type { survey } from '../mapping/mappingSchema.ts';
import type { PullSettings } from './pulling/pullSettings.ts';
import type { Source } from './source.ts';

/** What every section of the configuration has. */
export interface BaseSettings {
  readonly name: string;
  readonly kind: string;
  readonly anonymous: boolean;
  readonly surveys: Readonly<Record<string, z.infer<typeof survey>>>;
}

/** The members that every source takes from its settings as they are. */
export function baseOf({ name, kind, anonymous, surveys }: BaseSettings): Pick<Source, 'name' | 'kind' | 'anonymous' | 'surveys'> {
  return { name, kind, anonymous, surveys };
}

type PullPart = Pick<Source, 'pull' | 'pullEverySeconds'>;

/** The pulling part of a source, where its settings want one. */
export function pulling(settings: PullSettings, pull: NonNullable<Source['pull']>): PullPart {
  return settings === false ? {} : { pull, pullEverySeconds: settings.everySeconds };
}
