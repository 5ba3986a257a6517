import type { StandardObjectDefinition } from '../definition.ts';

export const CAMPAIGN_MEMBER_STATUS: StandardObjectDefinition = {
  name: 'CampaignMemberStatus',
  label: 'Campaign Member Status',
  labelPlural: 'Campaign Member Status',
  keyPrefix: '01Y',
  sharingModel: 'ControlledByParent',
  fields: `
    CampaignId: Lookup(Campaign) children=CampaignMemberStatuses cascade required createonly
    Label: Text(765) required
    SortOrder: Int(9)
    IsDefault: Checkbox
    HasResponded: Checkbox "Responded"
  `,
};
