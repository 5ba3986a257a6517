import type { ComponentProperties, FlexiPageComponent, FlexiPage } from '../../metadata/flexiPage.ts';
import type { ComponentBundle, DesignProperty } from '../../metadata/lightningComponentBundle.ts';
import type { ComponentModel, RegionModel } from './pageSettings.ts';
import type { TextName } from '../texts/en.ts';
import type { Texts } from '../texts/fillText.ts';
import type { SiteMetadata } from './siteMetadata.ts';
import { type ViewerFacts, visibilityModel } from './visibility.ts';

/** Titles of the standard tabs, which pages name by a key. */
const standardTabs: Readonly<Record<string, TextName>> = {
  'Standard.Tab.activity': 'tabActivity',
  'Standard.Tab.collaborate': 'tabCollaborate',
  'Standard.Tab.detail': 'tabDetails',
  'Standard.Tab.details': 'tabDetails',
  'Standard.Tab.news': 'tabNews',
  'Standard.Tab.relatedLists': 'tabRelated',
  'Standard.Tab.related': 'tabRelated',
};

/** What components are made for. */
export interface ComponentPlace {
  readonly site: SiteMetadata;
  readonly texts: Texts;
  /** Absent: conditions on the user do not hold. */
  readonly facts?: ViewerFacts | undefined;
}

/** The regions of a page with every setting in the type that its component expects. */
export function regionModels(page: FlexiPage, place: ComponentPlace): readonly RegionModel[] {
  return page.regions.map((region) => ({
    name: region.name,
    components: region.components.map((component, index) => componentModel(component, `${region.name}.${index}`, place)),
  }));
}

function componentModel(component: FlexiPageComponent, key: string, place: ComponentPlace): ComponentModel {
  const { site, texts, facts } = place;
  const bundle = site.bundles.find((candidate) => `c:${candidate.name}` === component.name);
  return {
    key,
    name: component.name,
    properties:
      bundle === undefined ? standardProperties(component.properties, site, texts) : bundleProperties(component.properties, bundle, site),
    children: component.children.map((child, index) => componentModel(child, `${key}.${index}`, place)),
    ...(component.visibility === undefined ? {} : { visibility: visibilityModel(component.visibility, facts) }),
  };
}

/** A bundle with every setting at its default. */
export function bundleComponent(bundle: ComponentBundle, key: string, site: SiteMetadata): ComponentModel {
  return { key, name: `c:${bundle.name}`, properties: bundleProperties({}, bundle, site), children: [] };
}

type Properties = ComponentModel['properties'];

function standardProperties(properties: ComponentProperties, site: SiteMetadata, texts: Texts): Properties {
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => {
      const text = typeof value === 'string' ? value : value.join(',');
      const standard = standardTabs[text];
      if (name === 'title' || name === 'label') return [name, standard === undefined ? withLabels(text, site) : texts[standard]];
      return [name, text === 'true' ? true : text === 'false' ? false : text];
    }),
  );
}

function bundleProperties(properties: ComponentProperties, bundle: ComponentBundle, site: SiteMetadata): Properties {
  return Object.fromEntries(
    bundle.designProperties.flatMap((property) => {
      const written = properties[property.name];
      const text = typeof written === 'string' ? written : (written?.join(',') ?? property.default);
      return text === undefined ? [] : [[property.name, typedValue(property, withLabels(text, site))]];
    }),
  );
}

function typedValue(property: DesignProperty, text: string): string | number | boolean {
  if (property.type === 'Boolean') return text === 'true';
  return property.type === 'Integer' ? Number(text) : text;
}

/** `{!$Label.c.Title}` in a setting stands for the custom label. */
function withLabels(text: string, site: SiteMetadata): string {
  return text.replaceAll(/\{!\$Label\.(?:c\.)?(\w+)\}/gu, (whole, name: string) => site.labels.get(name) ?? whole);
}
