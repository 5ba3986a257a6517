import type { PeopledOrg } from './testOrg.ts';

/** One record of every object of the package, made by the administrator: object -> id. */
export async function seedOneOfEach({ admin, idle }: PeopledOrg): Promise<ReadonlyMap<string, string>> {
  const account = await admin.create('Account', { Name: 'Fjordline Logistics' });
  const contact = await admin.create('Contact', { LastName: 'Berg', AccountId: account, Email: 'berg@example.com' });
  const lead = await admin.create('Lead', { LastName: 'Holm', Company: 'Holm A/S' });
  const accountPulse = await admin.create('AccountPulse__c', { Key__c: `A:${account}`, Account__c: account });
  const contactPulse = await admin.create('ContactPulse__c', {
    Key__c: `C:${contact}:${account}`,
    AccountPulse__c: accountPulse,
    Contact__c: contact,
  });
  const survey = await admin.create('PulseSurvey__c', { Name: 'After delivery', Key__c: 'delivery', Question__c: 'How likely...?' });
  const response = await admin.create('PulseResponse__c', {
    ContactPulse__c: contactPulse,
    ExternalId__c: 'web:1',
    Rating__c: 8,
    RespondedAt__c: new Date(Date.now() - 3_600_000).toISOString(),
    Contact__c: contact,
    Account__c: account,
    Survey__c: survey,
    Comment__c: 'Purple elephants',
  });
  const records: Record<string, string> = {
    Account: account,
    Contact: contact,
    Lead: lead,
    AccountPulse__c: accountPulse,
    ContactPulse__c: contactPulse,
    PulseSurvey__c: survey,
    PulseResponse__c: response,
    PulseReason__c: await admin.create('PulseReason__c', { Response__c: response, Reason__c: 'Price', Key__c: 'web:1:Customer:Price' }),
    PulseFollowUp__c: await admin.create('PulseFollowUp__c', { Response__c: response, Contact__c: contact, CauseKey__c: 'T:1' }),
    PulseInvitation__c: await admin.create('PulseInvitation__c', { Survey__c: survey, Contact__c: contact, Email__c: 'berg@example.com' }),
    PulseTouchpoint__c: await admin.create('PulseTouchpoint__c', { Name: 'Delivery', Key__c: 'Delivery' }),
    PulseDoNotAsk__c: await admin.create('PulseDoNotAsk__c', { Key__c: 'holm@example.com', Program__c: 'All' }),
    PulseOverride__c: await admin.create('PulseOverride__c', {
      Response__c: response,
      Kind__c: 'CorrectReasons',
      NewReason__c: 'Service',
      Why__c: 'A test',
    }),
    PulseErasure__c: await admin.create('PulseErasure__c', { Kind__c: 'Retention', Status__c: 'Running', Why__c: 'A test' }),
    PulseTombstone__c: await admin.create('PulseTombstone__c', { Key__c: 'web:0' }),
    PulseLog__c: await admin.create('PulseLog__c', { Flow__c: 'A_Flow' }),
    PulseCheck__c: await admin.create('PulseCheck__c', {}),
    PulseRebaseline__c: await admin.create('PulseRebaseline__c', {
      Scope__c: 'AccountPulse',
      AccountPulse__c: accountPulse,
      EffectiveOn__c: new Date().toISOString().slice(0, 10),
      Note__c: 'A test',
      NewTarget__c: 9,
    }),
    PulseSetupStep__c: await admin.create('PulseSetupStep__c', { Key__c: 'recordPages' }),
    PulseSnapshot__c: await admin.create('PulseSnapshot__c', { AccountPulse__c: accountPulse, Key__c: 'snapshot' }),
  };
  await idle();
  records['PulseSurveyVersion__c'] = await admin.find('SELECT Id FROM PulseSurveyVersion__c');
  return new Map(Object.entries(records));
}
