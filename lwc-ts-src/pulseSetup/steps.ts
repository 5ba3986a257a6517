import type { PageReference } from 'lightning/navigation';
import type { Step } from 'c/setupStep';
import { named } from 'c/setupChecks';
import { LABELS } from './labels';
import { LABELS as PLACES } from './placeLabels';
import { LABELS as TEXTS } from './stepLabels';

/** Steps that belong together, in the order in which they are best done. */
export interface StepGroup {
  readonly key: string;
  readonly heading: string;
  readonly steps: readonly Step[];
}

type StepKey = keyof typeof TEXTS extends infer Name ? (Name extends `${infer Key}Title` ? Key : never) : never;

/** Every step of the setup. */
export const GROUPS: readonly StepGroup[] = [
  {
    key: 'ready',
    heading: LABELS.groupReady,
    steps: [
      step('permissionSets', setupPage(PLACES.permissionSets, 'PermSets')),
      step('recordPages', setupPage(PLACES.appBuilder, 'FlexiPageList')),
      step('flowsActive', setupPage(PLACES.flows, 'Flows')),
      step('notifications', setupPage(PLACES.notificationTypes, 'CustomNotifications')),
      step('serviceConnected', undefined),
    ],
  },
  {
    key: 'ask',
    heading: LABELS.groupAsk,
    steps: [
      step('surveys', listOf(PLACES.surveys, named('PulseSurvey__c'), 'All')),
      step('fallbackOwners', listOf(PLACES.surveys, named('PulseSurvey__c'), 'ActiveSurveys')),
      step('touchpoints', listOf(PLACES.touchpoints, named('PulseTouchpoint__c'), 'All')),
      step('policy', setupPage(PLACES.metadataTypes, 'CustomMetadata')),
      step('templatesChosen', setupPage(PLACES.flows, 'Flows')),
    ],
  },
  {
    key: 'pulse',
    heading: LABELS.groupPulse,
    steps: [
      step('settings', setupPage(PLACES.metadataTypes, 'CustomMetadata')),
      step('segments', listOf(PLACES.accounts, 'Account', undefined)),
      step('retention', setupPage(PLACES.metadataTypes, 'CustomMetadata')),
    ],
  },
  {
    key: 'run',
    heading: LABELS.groupRun,
    steps: [
      step('invitations', listOf(PLACES.invitations, named('PulseInvitation__c'), 'Waiting')),
      step('faults', listOf(PLACES.logs, named('PulseLog__c'), 'All')),
      step('quarantine', listOf(PLACES.responses, named('PulseResponse__c'), 'Quarantined')),
      step('unlinked', listOf(PLACES.responses, named('PulseResponse__c'), 'UnlinkedDetractors')),
      step('verification', listOf(PLACES.checks, named('PulseCheck__c'), 'All')),
    ],
  },
];

/** Every step in its order. */
export const STEPS: readonly Step[] = GROUPS.flatMap(({ steps }) => steps);

function step(key: StepKey, place: Step['place']): Step {
  return { key, title: TEXTS[`${key}Title`], why: TEXTS[`${key}Why`], how: TEXTS[`${key}How`], place };
}

/** A page of Salesforce's own Setup, by the last part of its address. */
function setupPage(label: string, name: string): Step['place'] {
  return { label, page: { type: 'standard__webPage', attributes: { url: `/lightning/setup/${name}/home` } } };
}

/** @param filterName developer name of a list view of the package; undefined: the list that the user saw last */
function listOf(label: string, objectApiName: string, filterName: string | undefined): Step['place'] {
  const state = filterName === undefined ? {} : { state: { filterName } };
  const page: PageReference = { type: 'standard__objectPage', attributes: { objectApiName, actionName: 'list' }, ...state };
  return { label, page };
}
