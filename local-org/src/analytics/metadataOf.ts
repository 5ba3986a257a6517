import type { PackageSource } from '../metadata/packageSource.ts';
import { analyticsOf, type AnalyticsMetadata } from '../metadata/reports/analyticsMetadata.ts';

const known = new WeakMap<PackageSource, AnalyticsMetadata>();

/** The reports and dashboards of an org's metadata, read once for each deployment. */
export function metadataOf(source: PackageSource): AnalyticsMetadata {
  const read = known.get(source) ?? analyticsOf(source);
  known.set(source, read);
  return read;
}
