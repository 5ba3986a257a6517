import type { FlexiPage, FlexiPageComponent } from '../../metadata/flexiPage.ts';
import type { Layout } from '../../metadata/layout.ts';
import type { QuickAction } from '../../metadata/quickAction.ts';
import type { ActionModel } from './pageSettings.ts';
import type { SiteMetadata } from './siteMetadata.ts';

/** What decides which actions a record page has. */
export interface ActionPlace {
  readonly objectName: string;
  readonly page: FlexiPage;
  readonly layout: Layout | undefined;
  /** Whether a screen flow of that name can be started by this user. */
  readonly canStart: (flow: string) => boolean;
}

/**
 * The actions of a record page: those that its highlights panel names (dynamic actions), else those
 * of the page layout, else, where nobody has said, every quick action of the object. (In a real org
 * an admin has to put them on the layout.)
 */
export function recordActions(site: SiteMetadata, place: ActionPlace): readonly ActionModel[] {
  const known = new Map(site.quickActions.map((action) => [action.name.toLowerCase(), action]));
  const own = site.quickActions.filter((action) => action.objectName === place.objectName);
  const named = dynamicActions(place.page) ?? place.layout?.actions;
  const wanted = named === undefined ? own : named.flatMap((name) => known.get(name.toLowerCase()) ?? []);
  return wanted.flatMap((action) => actionModel(action, site, place));
}

function dynamicActions(page: FlexiPage): readonly string[] | undefined {
  const panels = page.regions.flatMap((region) => region.components).flatMap(withChildren);
  const panel = panels.find(({ name }) => name === 'force:highlightsPanel');
  if (panel?.properties['enableActionsConfiguration'] !== 'true') return undefined;
  const names = panel.properties['actionNames'] ?? [];
  return typeof names === 'string' ? [names] : names;
}

function withChildren(component: FlexiPageComponent): readonly FlexiPageComponent[] {
  return [component, ...component.children.flatMap(withChildren)];
}

function actionModel({ name, label, target }: QuickAction, site: SiteMetadata, { canStart }: ActionPlace): readonly ActionModel[] {
  if (target.kind === 'flow') return canStart(target.flow) ? [{ name, label, kind: 'flow', flow: target.flow }] : [];
  const runs = site.bundles.some((bundle) => bundle.name === target.bundle && bundle.targets.includes('lightning__RecordAction'));
  return runs ? [{ name, label, kind: 'component', component: `c:${target.bundle}`, headless: target.headless }] : [];
}
