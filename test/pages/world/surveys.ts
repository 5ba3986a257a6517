import type { RunningOrg } from '../../support/runningOrg';
import { create } from './records';

const TOUCHPOINTS = ['Sales', 'Delivery', 'Service', 'Invoicing'] as const;

/** The survey of the whole relationship, and one for each touchpoint of the journey, in its order. */
export async function makeSurveys(org: RunningOrg, lead: string): Promise<void> {
  const common = { Status__c: 'Active', FallbackOwner__c: lead };
  await create(org, 'PulseSurvey__c', {
    Name: 'Relationship survey',
    Key__c: 'relationship',
    Program__c: 'Relational',
    Question__c: 'How likely are you to recommend us?',
    ...common,
  });
  for (const [index, name] of TOUCHPOINTS.entries()) {
    await create(org, 'PulseTouchpoint__c', { Name: name, Key__c: name, Lead__c: lead, Position__c: index + 1 });
    await create(org, 'PulseSurvey__c', {
      Name: `After ${name.toLowerCase()}`,
      Key__c: `after-${name.toLowerCase()}`,
      Program__c: 'Transactional',
      Touchpoint__c: name,
      Question__c: 'How satisfied are you?',
      ...common,
    });
  }
}
