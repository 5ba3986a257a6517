import type { Config } from '../config/configSchema.ts';
import { SetupError } from '../errors.ts';
import { openSource } from '../sources/kinds.ts';
import type { Source } from '../sources/source.ts';

/** Every configured source, by its name. */
export function openSources({ sources }: Pick<Config, 'sources'>): ReadonlyMap<string, Source> {
  return new Map(sources.map((section) => [section.name, openSource(section)]));
}

/** A source that can be asked for its answers. */
export type PullSource = Source & Required<Pick<Source, 'pull'>>;

/** @throws SetupError naming the configured sources, when there is none of that name or it cannot be asked */
export function sourceToPull(config: Pick<Config, 'sources'>, name: string): PullSource {
  const section =
    config.sources.find((one) => one.name === name) ?? config.sources.find((one) => one.name.toLowerCase() === name.toLowerCase());
  if (section === undefined) {
    const names = config.sources.map((one) => one.name);
    throw new SetupError(
      `No source is called ${name}. ${names.length === 0 ? 'The configuration has no sources: add one, or run customer-pulse init.' : `Configured are: ${names.join(', ')}.`}`,
    );
  }
  const source = openSource(section);
  if (!canBeAsked(source)) {
    throw new SetupError(
      `The source ${section.name} (${section.kind}) only sends; it cannot be asked for its answers. It reaches the service by its webhook.`,
    );
  }
  return source;
}

export function canBeAsked(source: Source): source is PullSource {
  return source.pull !== undefined;
}
