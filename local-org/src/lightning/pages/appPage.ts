import type { CustomApplication } from '../../metadata/customApplication.ts';
import type { TabTarget } from '../../metadata/customTab.ts';
import type { FlexiPage } from '../../metadata/flexiPage.ts';
import { bundleComponent, type ComponentPlace, regionModels } from './componentModels.ts';
import type { AppPageModel } from './pageSettings.ts';
import type { SiteMetadata } from './siteMetadata.ts';

/** A page that stands in the navigation bar. */
interface AppPage {
  readonly title: string;
  readonly icon: string;
}

/** Icon of tabs that name none. */
const tabIcon = 'standard:lightning_component';

/** The page that a tab opens; undefined when there is no such tab, or its page cannot be drawn here. */
export function tabPageModel(tabName: string, place: ComponentPlace): AppPageModel | undefined {
  const { site } = place;
  const tab = site.tabs.find(({ name, opens }) => opens !== undefined && name.toLowerCase() === tabName.toLowerCase());
  return tab?.opens === undefined ? undefined : pageOf(tab.opens, { title: tab.opens.label, icon: tab.icon ?? tabIcon }, place);
}

/** The start page that the app names; undefined when it names none, or one that cannot be drawn here. */
export function homeFlexiPageModel(app: CustomApplication | undefined, place: ComponentPlace): AppPageModel | undefined {
  const target = app?.homePage;
  return target === undefined
    ? undefined
    : pageOf({ kind: 'FlexiPage', label: '', target }, { title: place.texts.home, icon: 'standard:home' }, place);
}

function pageOf({ kind, target }: TabTarget, page: AppPage, place: ComponentPlace): AppPageModel | undefined {
  const { site } = place;
  if (kind === 'LightningComponentBundle') return componentPage(target, page, site);
  const flexiPage = site.flexiPages.find(({ name, type }) => name === target && type !== 'RecordPage');
  return flexiPage === undefined ? undefined : flexiPageModel(flexiPage, page, place);
}

function flexiPageModel(flexiPage: FlexiPage, page: AppPage, place: ComponentPlace): AppPageModel {
  return { kind: 'app', ...page, template: flexiPage.template, regions: regionModels(flexiPage, place) };
}

/** A tab of a component alone: the component across the whole page. */
function componentPage(target: string, page: AppPage, site: SiteMetadata): AppPageModel | undefined {
  const bundle = site.bundles.find(({ name }) => name === target.replace(/^c:/u, ''));
  if (bundle === undefined) return undefined;
  const regions = [{ name: 'main', components: [bundleComponent(bundle, 'main.0', site)] }];
  return { kind: 'app', ...page, template: 'flexipage:defaultAppHomeTemplate', regions };
}
