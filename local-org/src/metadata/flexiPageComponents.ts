import type { ComponentProperties, FlexiPageComponent, FlexiPageRegion } from './flexiPage.ts';
import { standardComponents } from './flexiPageStandard.ts';
import { readVisibility, type ComponentVisibility } from './flexiPageVisibility.ts';
import { templateRegions } from './flexiPageTemplates.ts';
import { child, children, childText, type XmlElement } from './xmlTree.ts';

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

export interface ComponentContext {
  /** The rules of a component of the org; `not run` for one that is stored and not run; undefined when there is none. */
  readonly componentNamed: (name: string) => ComponentRules | 'not run' | undefined;
  readonly template: string;
  readonly objectName?: string;
}

/** Takes what stands on a page and should or could not. */
export interface PageTeller {
  /** The platform would refuse it. */
  readonly error: (message: string, at: XmlElement) => void;
  /** Nothing here draws it. */
  readonly leaveOut: (what: string, at: XmlElement) => void;
}

interface PlacedComponent {
  readonly name: string;
  readonly properties: ComponentProperties;
  readonly facet?: string;
  readonly visibility?: ComponentVisibility;
  readonly element: XmlElement;
}

interface Place {
  readonly name: string;
  readonly isFacet: boolean;
  readonly placed: readonly PlacedComponent[];
  readonly element: XmlElement;
}

/** Reads all regions of a page and puts the facets inside the components that name them. */
export function flexiPageComponents(page: XmlElement, context: ComponentContext, tell: PageTeller): readonly FlexiPageRegion[] {
  const places = children(page, 'flexiPageRegions').map((region) => readPlace(region, context, tell));
  const facets = new Map(places.filter((place) => place.isFacet).map((place) => [place.name, place]));
  const regions = places.filter((place) => !place.isFacet);
  const known = templateRegions[context.template] ?? [];
  for (const region of regions) {
    if (known.length > 0 && !known.includes(region.name)) {
      tell.error(`The template ${context.template} has no region ${region.name}; it has ${known.join(', ')}`, region.element);
    }
  }
  const used = new Set<string>();
  return regions.map((region) => ({ name: region.name, components: withFacets(region, facets, used, tell) }));
}

function withFacets(place: Place, facets: ReadonlyMap<string, Place>, used: Set<string>, tell: PageTeller): readonly FlexiPageComponent[] {
  return place.placed.map(({ name, properties, facet, visibility, element }) => {
    const when = visibility === undefined ? {} : { visibility };
    const inside = facet === undefined ? undefined : facets.get(facet);
    if (facet === undefined || inside === undefined || used.has(facet)) {
      if (facet !== undefined)
        tell.error(inside === undefined ? `There is no facet ${facet}` : `The facet ${facet} is used twice`, element);
      return { name, properties, children: [], ...when };
    }
    used.add(facet);
    return { name, properties, children: withFacets(inside, facets, used, tell), ...when };
  });
}

function readPlace(region: XmlElement, context: ComponentContext, tell: PageTeller): Place {
  for (const name of ['appendable', 'prependable', 'replaceable']) {
    const found = child(region, name);
    if (found !== undefined) tell.leaveOut(`<${name}>`, found);
  }
  const items = children(region, 'itemInstances').flatMap((item) => readItem(item, context, tell));
  // Older files put components directly into the region.
  const direct = children(region, 'componentInstances').map((component) => readComponent(component, context, tell));
  return {
    name: childText(region, 'name') ?? '',
    isFacet: childText(region, 'type') === 'Facet',
    placed: [...items, ...direct],
    element: region,
  };
}

function readItem(item: XmlElement, context: ComponentContext, tell: PageTeller): readonly PlacedComponent[] {
  const field = child(item, 'fieldInstance');
  if (field !== undefined) tell.leaveOut('fields placed one by one', field);
  return children(item, 'componentInstance').map((component) => readComponent(component, context, tell));
}

function readComponent(element: XmlElement, context: ComponentContext, tell: PageTeller): PlacedComponent {
  const name = canonicalName(childText(element, 'componentName') ?? '');
  const rule = child(element, 'visibilityRule');
  const visibility = rule === undefined ? undefined : readVisibility(rule);
  if (rule !== undefined && typeof visibility === 'string') tell.leaveOut(visibility, rule);
  const when = visibility === undefined || typeof visibility === 'string' ? {} : { visibility };
  const properties = Object.fromEntries(children(element, 'componentInstanceProperties').map(readProperty));
  const rules = standardComponents[name] ?? componentOf(name, element, context, tell);
  if (rules === undefined) return { name, properties, element, ...when };
  checkProperties(element, name, properties, rules, tell);
  if (rules.objects !== undefined && context.objectName !== undefined && !rules.objects.includes(context.objectName)) {
    tell.error(`The component ${name} can't be on a page of ${context.objectName}; it is for ${rules.objects.join(', ')}`, element);
  }
  const facet = rules.facet === undefined ? undefined : properties[rules.facet];
  return { name, properties, element, ...when, ...(typeof facet === 'string' ? { facet } : {}) };
}

function componentOf(
  name: string,
  element: XmlElement,
  { componentNamed }: ComponentContext,
  tell: PageTeller,
): ComponentRules | undefined {
  const found = name.startsWith('c:') ? componentNamed(name) : 'not run';
  if (found === undefined) tell.error(`We couldn't retrieve the design time component information for component ${name}.`, element);
  if (found === 'not run') tell.leaveOut(`the component ${name}`, element);
  return found === 'not run' ? undefined : found;
}

/** A component of the org is written with or without the namespace `c:`. */
function canonicalName(name: string): string {
  return name === '' || name.includes(':') ? name : `c:${name}`;
}

function checkProperties(
  element: XmlElement,
  name: string,
  properties: ComponentProperties,
  rules: ComponentRules,
  tell: PageTeller,
): void {
  const isStandard = Object.hasOwn(standardComponents, name);
  for (const property of Object.keys(properties)) {
    if (rules.properties.includes(property)) continue;
    if (isStandard) tell.leaveOut(`the setting ${property} of ${name}`, element);
    else tell.error(`The component ${name} has no property ${property}`, element);
  }
  for (const property of rules.required ?? []) {
    if (properties[property] === undefined) tell.error(`The component ${name} needs the property ${property}`, element);
  }
}

function readProperty(property: XmlElement): [string, string | readonly string[]] {
  const list = child(property, 'valueList');
  const items = list === undefined ? undefined : children(list, 'valueListItems').map((item) => childText(item, 'value') ?? '');
  return [childText(property, 'name') ?? '', items ?? childText(property, 'value') ?? ''];
}
