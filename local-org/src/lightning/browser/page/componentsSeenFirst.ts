import type { ComponentModel, PageModel } from '../../pages/pageSettings.ts';

/** The package's components that a page shows at once: all but those in tabs that are not open. */
export function componentsSeenFirst(page: PageModel): readonly string[] {
  if (page.kind !== 'record' && page.kind !== 'app') return [];
  return [...new Set(page.regions.flatMap(({ components }) => seen(components)))];
}

function seen(components: readonly ComponentModel[]): readonly string[] {
  return components.flatMap((component) => {
    const { name, children } = component;
    return name.startsWith('c:') ? [name] : seen(name === 'flexipage:tabset' ? openTab(children) : children);
  });
}

/** The tab that is open first: the one that says so, else the first. */
export function openTab(tabs: readonly ComponentModel[]): readonly ComponentModel[] {
  const open = tabs.find(({ properties }) => properties['active'] === true) ?? tabs[0];
  return open === undefined ? [] : [open];
}
