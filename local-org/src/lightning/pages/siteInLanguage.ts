import type { CustomApplication } from '../../metadata/customApplication.ts';
import type { CustomTab } from '../../metadata/customTab.ts';
import type { Layout } from '../../metadata/layout.ts';
import type { QuickAction } from '../../metadata/quickAction.ts';
import type { LanguageTexts } from '../../metadata/translations/languageTexts.ts';
import type { Schema } from '../../schema/types.ts';
import type { SiteMetadata } from './siteMetadata.ts';

const known = new WeakMap<SiteMetadata, Map<string, SiteMetadata>>();

/** What the metadata says about pages, in the words of somebody with this language: apps, tabs, layouts, actions, labels. */
export function siteInLanguage(site: SiteMetadata, { setup }: Pick<Schema, 'setup'>, language: string): SiteMetadata {
  const texts = setup?.translations?.of(language);
  if (texts === undefined) return site;
  const perLanguage = known.get(site) ?? new Map<string, SiteMetadata>();
  known.set(site, perLanguage);
  const translated = perLanguage.get(texts.language) ?? translateSite(site, texts);
  perLanguage.set(texts.language, translated);
  return translated;
}

function translateSite(site: SiteMetadata, texts: LanguageTexts): SiteMetadata {
  return {
    ...site,
    labels: new Map([...site.labels].map(([name, text]) => [name, texts.labels.get(name.toLowerCase()) ?? text])),
    applications: site.applications.map((app) => translateApp(app, texts)),
    tabs: site.tabs.map((tab) => translateTab(tab, texts)),
    layouts: site.layouts.map((layout) => translateLayout(layout, texts)),
    quickActions: site.quickActions.map((action) => translateAction(action, texts)),
  };
}

function translateApp(app: CustomApplication, { apps }: LanguageTexts): CustomApplication {
  return { ...app, ...apps.get(app.name.toLowerCase()) };
}

function translateTab(tab: CustomTab, { tabs }: LanguageTexts): CustomTab {
  const label = tabs.get(tab.name.toLowerCase());
  return tab.opens === undefined || label === undefined ? tab : { ...tab, opens: { ...tab.opens, label } };
}

/** Translations name a layout without its object. */
function translateLayout(layout: Layout, { objects }: LanguageTexts): Layout {
  const name = layout.name.slice(layout.name.indexOf('-') + 1).toLowerCase();
  const sections = objects.get(layout.objectName.toLowerCase())?.sections.get(name);
  if (sections === undefined) return layout;
  return { ...layout, sections: layout.sections.map((section) => ({ ...section, label: sections.get(section.label) ?? section.label })) };
}

function translateAction(action: QuickAction, { actions, objects }: LanguageTexts): QuickAction {
  const own = (action.name.split('.').at(-1) ?? '').toLowerCase();
  const label = action.objectName === undefined ? actions.get(own) : objects.get(action.objectName.toLowerCase())?.actions.get(own);
  return label === undefined ? action : { ...action, label };
}
