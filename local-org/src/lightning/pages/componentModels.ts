import type { ComponentProperties, FlexiPageComponent, FlexiPage } from '../../metadata/flexiPage.ts';
import type { ComponentBundle, DesignProperty } from '../../metadata/lightningComponentBundle.ts';
import type { ComponentModel, RegionModel } from './pageSettings.ts';
import type { SiteMetadata } from './siteMetadata.ts';

/** Titles of the standard tabs, which pages name by a key. */
const standardTabs: Readonly<Record<string, string>> = {
  'Standard.Tab.activity': 'Activity',
  'Standard.Tab.collaborate': 'Collaborate',
  'Standard.Tab.detail': 'Details',
  'Standard.Tab.details': 'Details',
  'Standard.Tab.news': 'News',
  'Standard.Tab.relatedLists': 'Related',
  'Standard.Tab.related': 'Related',
};

/** The regions of a page with every setting in the type that its component expects. */
export function regionModels(page: FlexiPage, site: SiteMetadata): readonly RegionModel[] {
  return page.regions.map((region) => ({
    name: region.name,
    components: region.components.map((component, index) => componentModel(component, `${region.name}.${index}`, site)),
  }));
}

function componentModel(component: FlexiPageComponent, key: string, site: SiteMetadata): ComponentModel {
  const bundle = site.bundles.find((candidate) => `c:${candidate.name}` === component.name);
  return {
    key,
    name: component.name,
    properties:
      bundle === undefined ? standardProperties(component.properties, site) : bundleProperties(component.properties, bundle, site),
    children: component.children.map((child, index) => componentModel(child, `${key}.${index}`, site)),
  };
}

/** A bundle with every setting at its default. */
export function bundleComponent(bundle: ComponentBundle, key: string, site: SiteMetadata): ComponentModel {
  return { key, name: `c:${bundle.name}`, properties: bundleProperties({}, bundle, site), children: [] };
}

type Properties = ComponentModel['properties'];

function standardProperties(properties: ComponentProperties, site: SiteMetadata): Properties {
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => {
      const text = typeof value === 'string' ? value : value.join(',');
      if (name === 'title' || name === 'label') return [name, standardTabs[text] ?? withLabels(text, site)];
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
