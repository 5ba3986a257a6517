import { fill, formatWhole } from 'c/pulseWording';
import { documentOf, flagOf, nodesOf, parentOf, textOf, type Check, type Finding, type Node, type QueryData } from './check';
import { named } from './names';
import { LABELS } from './labels';

/** Surveys and touchpoints that are looked at; nobody has more of them active. */
const MOST = 200;

/** As many as a finding names. */
const NAMED = 5;

/** One document for three steps: requests that are the same share one answer. */
const QUERY = documentOf(
  'pulseSetupSurveys',
  `surveys: ${named('PulseSurvey__c')}(first: ${MOST}, where: { ${named('Status__c')}: { eq: "Active" } }) {
      edges { node {
        name: Name { value }
        question: ${named('Question__c')} { value }
        program: ${named('Program__c')} { value }
        touchpoint: ${named('Touchpoint__c')} { value }
        fallback: ${named('FallbackOwner__r')} { active: IsActive { value } }
      } }
    }
    touchpoints: ${named('PulseTouchpoint__c')}(first: ${MOST}) {
      edges { node { key: ${named('Key__c')} { value } lead: ${named('Lead__r')} { active: IsActive { value } } } }
    }`,
);

export const surveys: Check = {
  query: QUERY,
  read(query) {
    const active = nodesOf(query['surveys']);
    const incomplete = active.filter((survey) => textOf(survey, 'question') === '' || textOf(survey, 'program') === '');
    if (active.length === 0) return missing(LABELS.noSurvey);
    if (incomplete.length > 0) return missing(LABELS.incompleteSurveys, names(incomplete));
    return done(LABELS.surveysFine, formatWhole(active.length));
  },
};

export const fallbackOwners: Check = {
  query: QUERY,
  read(query) {
    const active = nodesOf(query['surveys']);
    const without = active.filter((survey) => parentOf(survey, 'fallback') === undefined);
    const inactive = active.filter((survey) => isInactive(parentOf(survey, 'fallback')));
    if (active.length === 0) return missing(LABELS.noSurvey);
    if (without.length > 0) return missing(LABELS.noFallback, names(without));
    if (inactive.length > 0) return missing(LABELS.inactiveFallback, names(inactive));
    return done(LABELS.fallbackFine);
  },
};

export const touchpoints: Check = {
  query: QUERY,
  read(query) {
    const used = usedTouchpoints(query);
    const records = new Map(nodesOf(query['touchpoints']).map((record) => [textOf(record, 'key').toLowerCase(), record]));
    const recordOf = (key: string): Node | undefined => records.get(key.toLowerCase());
    const unknown = used.filter((key) => recordOf(key) === undefined);
    const without = used.filter((key) => recordOf(key) !== undefined && parentOf(recordOf(key), 'lead') === undefined);
    const inactive = used.filter((key) => isInactive(parentOf(recordOf(key), 'lead')));
    if (unknown.length > 0) return missing(LABELS.missingTouchpoints, listed(unknown));
    if (without.length > 0) return missing(LABELS.noLead, listed(without));
    if (inactive.length > 0) return missing(LABELS.inactiveLead, listed(inactive));
    return used.length === 0 ? done(LABELS.noTouchpoints) : done(LABELS.touchpointsFine, formatWhole(used.length));
  },
};

function usedTouchpoints(query: QueryData): readonly string[] {
  const keys = nodesOf(query['surveys']).map((survey) => textOf(survey, 'touchpoint'));
  return [...new Set(keys.filter((key) => key !== ''))].sort((one, other) => one.localeCompare(other));
}

function isInactive(user: Node | undefined): boolean {
  return user !== undefined && !flagOf(user, 'active');
}

function names(nodes: readonly Node[]): string {
  return listed(nodes.map((node) => textOf(node, 'name')));
}

/** The first of a list, and how many more there are: a finding is a line, not a page. */
function listed(all: readonly string[]): string {
  const first = all.slice(0, NAMED).join(', ');
  return all.length > NAMED ? `${first} ${fill(LABELS.more, formatWhole(all.length - NAMED))}` : first;
}

function missing(label: string, ...values: readonly string[]): Finding {
  return { state: 'missing', text: fill(label, ...values) };
}

function done(label: string, ...values: readonly string[]): Finding {
  return { state: 'done', text: fill(label, ...values) };
}
