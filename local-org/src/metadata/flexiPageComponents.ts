import type { ComponentProperties, FlexiPageComponent, FlexiPageRegion } from './flexiPage.ts';
import { templateRegions } from './flexiPageTemplates.ts';
import type { ShapeReader } from './shapeReader.ts';

/** What a component accepts. */
export interface ComponentRules {
  /** Names of its settings. */
  readonly properties: readonly string[];
  /** Settings that must be there. */
  readonly required?: readonly string[];
  /** Setting that names the facet with what stands inside. */
  readonly facet?: string;
  /** Objects whose pages may show it; absent: any. */
  readonly objects?: readonly string[];
}

/** The standard components that the shell draws. `showActionBar` and the like are settings of buttons it does not have. */
const standardComponents: Readonly<Record<string, ComponentRules>> = {
  'force:highlightsPanel': {
    properties: ['collapsed', 'enableActionsConfiguration', 'enableActionsInNative', 'hideChatterActions', 'numVisibleActions'],
  },
  'force:detailPanel': { properties: [] },
  'force:relatedListContainer': { properties: [] },
  'force:relatedListSingleContainer': {
    properties: ['parentFieldApiName', 'relatedListApiName', 'relatedListComponentOverride', 'rowsToDisplay', 'showActionBar'],
    required: ['relatedListApiName'],
  },
  'flexipage:tabset': { properties: ['tabs', 'label'], required: ['tabs'], facet: 'tabs' },
  'flexipage:tab': { properties: ['active', 'body', 'title'], required: ['body', 'title'], facet: 'body' },
  'flexipage:richText': { properties: ['richTextValue', 'decorate'], required: ['richTextValue'] },
  'runtime_sales_activities:activityPanel': { properties: ['showLegacyActivityComposer'] },
};

export interface ComponentContext {
  readonly customComponents: ReadonlyMap<string, ComponentRules>;
  readonly template: string;
  readonly objectName?: string;
}

interface PlacedComponent {
  readonly name: string;
  readonly properties: ComponentProperties;
  readonly facet?: string;
  readonly reader: ShapeReader;
}

interface Place {
  readonly name: string;
  readonly isFacet: boolean;
  readonly placed: readonly PlacedComponent[];
  readonly reader: ShapeReader;
}

/** Reads all regions of a page and puts the facets inside the components that name them. */
export function flexiPageComponents(page: ShapeReader, context: ComponentContext): readonly FlexiPageRegion[] {
  const places = page.each('flexiPageRegions', (region) => readPlace(region, context));
  const facets = new Map(places.filter((place) => place.isFacet).map((place) => [place.name, place]));
  const regions = places.filter((place) => !place.isFacet);
  const known = templateRegions[context.template] ?? [];
  for (const region of regions) {
    if (known.length > 0 && !known.includes(region.name)) {
      region.reader.problem(`template ${context.template} has no region ${region.name}; it has ${known.join(', ')}`);
    }
  }
  const used = new Set<string>();
  const built = regions.map((region) => ({ name: region.name, components: withFacets(region, facets, used) }));
  for (const facet of facets.values()) {
    if (!used.has(facet.name)) facet.reader.problem(`facet ${facet.name} stands nowhere on the page`);
  }
  return built;
}

function withFacets(place: Place, facets: ReadonlyMap<string, Place>, used: Set<string>): readonly FlexiPageComponent[] {
  return place.placed.map(({ name, properties, facet, reader }) => {
    if (facet === undefined) return { name, properties, children: [] };
    const inside = facets.get(facet);
    if (inside === undefined) {
      reader.problem(`there is no facet ${facet}`);
      return { name, properties, children: [] };
    }
    if (used.has(facet)) {
      reader.problem(`facet ${facet} is used twice`);
      return { name, properties, children: [] };
    }
    used.add(facet);
    return { name, properties, children: withFacets(inside, facets, used) };
  });
}

function readPlace(region: ShapeReader, context: ComponentContext): Place {
  const name = region.requiredText('name');
  region.describeAs(`flexiPageRegions ${name}`);
  region.inert('mode', 'Replace');
  region.refuse('appendable', 'prependable', 'replaceable');
  const type = region.oneOf('type', ['Region', 'Facet'] as const);
  const items = [
    ...region.each('itemInstances', (item) => readItem(item, context)).flat(),
    // Older files put components directly into the region.
    ...region.each('componentInstances', (component) => readComponent(component, context)),
  ];
  return { name, isFacet: type === 'Facet', placed: items, reader: region };
}

function readItem(item: ShapeReader, context: ComponentContext): readonly PlacedComponent[] {
  item.refuse('fieldInstance');
  const component = item.one('componentInstance', (child) => readComponent(child, context));
  return component === undefined ? [] : [component];
}

function readComponent(component: ShapeReader, context: ComponentContext): PlacedComponent {
  const name = canonicalName(component.requiredText('componentName'));
  component.describeAs(`componentInstance ${name}`);
  component.harmless('identifier');
  component.refuse('visibilityRule');
  const properties = Object.fromEntries(component.each('componentInstanceProperties', readProperty));
  const rules = standardComponents[name] ?? context.customComponents.get(name);
  if (rules === undefined) {
    component.problem(`component ${name} is not known here`);
    return { name, properties, reader: component };
  }
  checkProperties(component, properties, rules);
  if (rules.objects !== undefined && context.objectName !== undefined && !rules.objects.includes(context.objectName)) {
    component.problem(`component ${name} may not stand on a page of ${context.objectName}; its bundle names ${rules.objects.join(', ')}`);
  }
  const facet = rules.facet === undefined ? undefined : properties[rules.facet];
  return { name, properties, reader: component, ...(typeof facet === 'string' ? { facet } : {}) };
}

/** A bundle of the package is written with or without the namespace `c:`. */
function canonicalName(name: string): string {
  return name === '' || name.includes(':') ? name : `c:${name}`;
}

function checkProperties(component: ShapeReader, properties: ComponentProperties, rules: ComponentRules): void {
  for (const name of Object.keys(properties)) {
    if (!rules.properties.includes(name)) component.problem(`there is no setting ${name}`);
  }
  for (const name of rules.required ?? []) {
    if (properties[name] === undefined) component.problem(`the setting ${name} is missing`);
  }
}

function readProperty(property: ShapeReader): [string, string | readonly string[]] {
  const name = property.requiredText('name');
  property.harmless('type');
  const list = property.one('valueList', (values) => values.each('valueListItems', (item) => item.text('value') ?? ''));
  return [name, list ?? property.text('value') ?? ''];
}
