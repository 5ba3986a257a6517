import type { StandardObjectDefinition } from '../definition.ts';

export const ORGANIZATION: StandardObjectDefinition = {
  name: 'Organization',
  label: 'Organization',
  labelPlural: 'Organizations',
  keyPrefix: '00D',
  nameField: 'Name',
  kind: 'setup',
  recycled: false,
  deletable: false,
  fields: `
    Name: Text(80) required
    Division: Text(80)
    _: Address
    Phone: Phone
    Fax: Phone
    PrimaryContact: Text(80)
    DefaultLocaleSidKey: Picklist(en_US) "Locale"
    TimeZoneSidKey: Picklist(Europe/London) "Time Zone"
    LanguageLocaleKey: Picklist(en_US) "Language"
    ReceivesInfoEmails: Checkbox "Info Emails"
    ReceivesAdminInfoEmails: Checkbox "Info Emails Admin"
    PreferencesRequireOpportunityProducts: Checkbox ro
    PreferencesLightningLoginEnabled: Checkbox ro
    FiscalYearStartMonth: Int(9) "Fiscal Year Starts In"
    UsesStartDateAsFiscalYearName: Checkbox "Fiscal Year Name by Start"
    DefaultAccountAccess: Picklist(None|Read|*Edit|ControlledByParent) ro
    DefaultContactAccess: Picklist(None|Read|Edit|*ControlledByParent) ro
    DefaultOpportunityAccess: Picklist(None|Read|*Edit) ro
    DefaultLeadAccess: Picklist(None|Read|Edit|*ReadEditTransfer) ro
    DefaultCaseAccess: Picklist(None|Read|Edit|*ReadEditTransfer) ro
    DefaultCalendarAccess: Picklist(HideDetails|*HideDetailsInsert|ShowDetails|ShowDetailsInsert|AllowEdits) ro
    DefaultPricebookAccess: Picklist(None|Read|*ReadSelect) ro "Default Price Book Access"
    DefaultCampaignAccess: Picklist(None|Read|Edit|*All) ro
    ComplianceBccEmail: Email ro "Compliance BCC Email"
    UiSkin: Picklist(*Theme3) ro "UI Skin"
    SignupCountryIsoCode: Text(2) ro "Signup Country"
    TrialExpirationDate: DateTime ro
    OrganizationType: Picklist(Developer Edition|Enterprise Edition) ro "Edition"
    NamespacePrefix: Text(15) ro
    InstanceName: Text(5) ro
    IsSandbox: Checkbox ro
    WebToCaseDefaultOrigin: Text(40) "Web to Cases Default Origin"
    MonthlyPageViewsUsed: Int(9) ro
    MonthlyPageViewsEntitlement: Int(9) ro "Monthly Page Views Allowed"
    IsReadOnly: Checkbox ro
  `,
};
