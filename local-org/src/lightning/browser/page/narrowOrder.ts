import type { ComponentModel, RegionModel } from '../../pages/pageSettings.ts';

/** Phones: what the platform calls the small form factor. */
export const phoneScreen = '(max-width: 767px)';

/** Width below which a record page is one column. */
export const oneColumn = '(max-width: 1023px)';

/**
 * Regions in the order in which one column shows them: those in which the package's own components stand in
 * front of those with nothing but standard ones. Whoever made the page put them there to be seen, and on
 * a phone or tablet they would otherwise come after all of the details.
 */
export function narrowOrder(regions: readonly RegionModel[]): readonly RegionModel[] {
  return [...regions.filter(hasOwnComponents), ...regions.filter((region) => !hasOwnComponents(region))];
}

function hasOwnComponents({ components }: RegionModel): boolean {
  return components.some(isOwn);
}

/** What stands in a tab is seen at first only when the tab is the first one. */
function isOwn({ name, children }: ComponentModel): boolean {
  if (name.startsWith('c:')) return true;
  const first = name === 'flexipage:tabset' ? children.slice(0, 1) : children;
  return first.some(isOwn);
}
