import type { StandardObjectDefinition } from '../definition.ts';

export const USER: StandardObjectDefinition = {
  name: 'User',
  label: 'User',
  labelPlural: 'Users',
  keyPrefix: '005',
  nameField: 'Name',
  kind: 'setup',
  recycled: false,
  deletable: false,
  viewed: true,
  feeds: true,
  fields: `
    Username: Text(80) required unique idlookup
    LastName: Text(80) required part=Name
    FirstName: Text(40) part=Name
    Name: Text(121) ro notnull "Full Name"
    CompanyName: Text(80)
    Division: Text(80)
    Department: Text(80)
    Title: Text(80)
    _: Address
    Email: Email(128) required idlookup
    EmailPreferencesAutoBcc: Checkbox default=true
    EmailPreferencesAutoBccStayInTouch: Checkbox
    EmailPreferencesStayInTouchReminder: Checkbox default=true
    SenderEmail: Email "Email Sender Address"
    SenderName: Text(80) "Email Sender Name"
    Signature: LongText(1333) "Email Signature"
    StayInTouchSubject: Text(80)
    StayInTouchSignature: LongText(512)
    StayInTouchNote: LongText(512)
    Phone: Phone
    Fax: Phone
    MobilePhone: Phone
    Alias: Text(8) required
    CommunityNickname: Text(40) notnull "Nickname"
    BadgeText: Text(80) ro "User Photo badge text overlay"
    IsActive: Checkbox default=true "Active"
    TimeZoneSidKey: Picklist(GMT|Europe/London|Europe/Dublin|Europe/Lisbon|Europe/Paris|Europe/Berlin|Europe/Amsterdam|Europe/Brussels|Europe/Copenhagen|Europe/Madrid|Europe/Rome|Europe/Prague|Europe/Athens|Europe/Helsinki|Europe/Istanbul|Europe/Moscow|Africa/Cairo|Africa/Johannesburg|Africa/Nairobi|Asia/Dubai|Asia/Karachi|Asia/Kolkata|Asia/Dhaka|Asia/Bangkok|Asia/Singapore|Asia/Hong_Kong|Asia/Shanghai|Asia/Seoul|Asia/Tokyo|Australia/Perth|Australia/Adelaide|Australia/Brisbane|Australia/Sydney|Pacific/Auckland|Pacific/Honolulu|America/Anchorage|America/Los_Angeles|America/Phoenix|America/Denver|America/Chicago|America/New_York|America/Toronto|America/Halifax|America/St_Johns|America/Sao_Paulo|America/Argentina/Buenos_Aires|America/Bogota|America/Mexico_City|Atlantic/Azores) required "Time Zone"
    UserRoleId: Lookup(UserRole) children=Users "Role ID"
    LocaleSidKey: Picklist(en_US|en_GB|en_AU|en_CA|en_IE|da_DK|de_DE|de_AT|de_CH|fr_FR|fr_CA|es_ES|es_MX|it_IT|nl_NL|nl_BE|sv_SE|no_NO|fi_FI|pl_PL|pt_BR|pt_PT|ja_JP|ko_KR|zh_CN) required "Locale"
    ReceivesInfoEmails: Checkbox default=true "Info Emails"
    ReceivesAdminInfoEmails: Checkbox default=true "Admin Info Emails"
    EmailEncodingKey: Picklist(*UTF-8|ISO-8859-1|Shift_JIS|ISO-2022-JP|EUC-JP|ks_c_5601-1987|Big5|GB2312) required "Email Encoding"
    ProfileId: Lookup(Profile) children=Users restrict required
    UserType: Picklist(*Standard|PowerPartner|PowerCustomerSuccess|CustomerSuccess|CspLitePortal|CsnOnly|SelfService|AutomatedProcess|CloudIntegrationUser|Guest) ro
    LanguageLocaleKey: Picklist(en_US|de|es|es_MX|fr|it|ja|sv|ko|zh_TW|zh_CN|pt_BR|nl_NL|da|th|fi|ru|no|en_GB|pl) required "Language"
    EmployeeNumber: Text(20)
    DelegatedApproverId: Lookup(Group|User) rel=DelegatedApprover
    ManagerId: Lookup(User) children=ManagedUsers
    LastLoginDate: DateTime ro "Last Login"
    LastPasswordChangeDate: DateTime ro
    UserPermissionsMarketingUser: Checkbox "Marketing User"
    UserPermissionsOfflineUser: Checkbox "Offline User"
    UserPermissionsKnowledgeUser: Checkbox "Knowledge User"
    UserPermissionsInteractionUser: Checkbox "Flow User"
    UserPermissionsSupportUser: Checkbox "Service Cloud User"
    UserPermissionsSFContentUser: Checkbox "Salesforce CRM Content User"
    ForecastEnabled: Checkbox "Allow Forecasting"
    UserPreferencesActivityRemindersPopup: Checkbox default=true
    UserPreferencesEventRemindersCheckboxDefault: Checkbox default=true
    UserPreferencesTaskRemindersCheckboxDefault: Checkbox default=true
    UserPreferencesDisableAllFeedsEmail: Checkbox
    UserPreferencesApexPagesDeveloperMode: Checkbox
    UserPreferencesLightningExperiencePreferred: Checkbox default=true
    UserPreferencesUserDebugModePref: Checkbox
    ContactId: Lookup(Contact) createonly children=Users
    AccountId: Lookup(Account) ro children=Users
    Extension: Phone
    FederationIdentifier: Text(512) "SAML Federation ID"
    AboutMe: TextArea nofilter nosort nogroup "About Me"
    FullPhotoUrl: Url(1024) ro "Url for full-sized Photo"
    SmallPhotoUrl: Url(1024) ro "Photo"
    MediumPhotoUrl: Url(1024) ro "Url for medium profile photo"
    DigestFrequency: Picklist(*D|W|N) notnull "Chatter Email Highlights Frequency"
    DefaultGroupNotificationFrequency: Picklist(P|D|W|*N) notnull
    IsProfilePhotoActive: Checkbox ro "Has Profile Photo"
    IndividualId: Lookup(Individual) children=Users
  `,
};
