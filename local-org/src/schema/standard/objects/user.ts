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
    TimeZoneSidKey: Picklist(Pacific/Kiritimati|Pacific/Enderbury|Pacific/Tongatapu|Pacific/Chatham|Asia/Kamchatka|Pacific/Auckland|Pacific/Fiji|Pacific/Norfolk|Pacific/Guadalcanal|Australia/Lord_Howe|Australia/Brisbane|Australia/Sydney|Australia/Hobart|Australia/Adelaide|Australia/Darwin|Asia/Seoul|Asia/Tokyo|Asia/Hong_Kong|Asia/Kuala_Lumpur|Asia/Manila|Asia/Shanghai|Asia/Singapore|Asia/Taipei|Australia/Perth|Asia/Bangkok|Asia/Ho_Chi_Minh|Asia/Jakarta|Asia/Yangon|Asia/Rangoon|Asia/Dhaka|Asia/Kathmandu|Asia/Colombo|Asia/Kolkata|Asia/Karachi|Asia/Tashkent|Asia/Yekaterinburg|Asia/Kabul|Asia/Baku|Asia/Dubai|Asia/Tbilisi|Asia/Yerevan|Asia/Tehran|Africa/Nairobi|Asia/Baghdad|Asia/Kuwait|Asia/Riyadh|Europe/Istanbul|Europe/Minsk|Europe/Moscow|Africa/Cairo|Africa/Johannesburg|Asia/Beirut|Asia/Jerusalem|Europe/Athens|Europe/Bucharest|Europe/Helsinki|Europe/Kiev|Europe/Sofia|Europe/Vilnius|Africa/Algiers|Africa/Lagos|Europe/Amsterdam|Europe/Belgrade|Europe/Berlin|Europe/Brussels|Europe/Budapest|Europe/Copenhagen|Europe/Madrid|Europe/Oslo|Europe/Paris|Europe/Prague|Europe/Rome|Europe/Stockholm|Europe/Vienna|Europe/Warsaw|Europe/Zurich|Africa/Casablanca|Europe/Dublin|Europe/Lisbon|Europe/London|GMT|America/Scoresbysund|Atlantic/Azores|Atlantic/Cape_Verde|Atlantic/South_Georgia|America/Argentina/Buenos_Aires|America/Sao_Paulo|Atlantic/Bermuda|America/Halifax|America/St_Johns|America/Caracas|America/Puerto_Rico|America/Santiago|America/Indiana/Indianapolis|America/New_York|America/Toronto|America/Bogota|America/Lima|America/Panama|America/Chicago|America/El_Salvador|America/Mexico_City|America/Denver|America/Mazatlan|America/Phoenix|America/Los_Angeles|America/Tijuana|America/Anchorage|America/Adak|Pacific/Gambier|Pacific/Honolulu|Pacific/Marquesas|Pacific/Niue|Pacific/Pago_Pago|Pacific/Pitcairn) required restricted "Time Zone"
    UserRoleId: Lookup(UserRole) children=Users "Role ID"
    LocaleSidKey: Picklist(en_US|en_GB|en_AU|en_CA|en_IE|en_IN|en_NZ|en_SG|en_ZA|bg_BG|cs_CZ|da_DK|de_AT|de_CH|de_DE|el_GR|es_AR|es_CL|es_CO|es_ES|es_MX|es_PE|es_US|et_EE|fi_FI|fr_BE|fr_CA|fr_CH|fr_FR|fr_LU|he_IL|hi_IN|hr_HR|hu_HU|in_ID|is_IS|it_CH|it_IT|iw_IL|ja_JP|ko_KR|lt_LT|lv_LV|nl_BE|nl_NL|no_NO|pl_PL|pt_BR|pt_PT|ro_RO|ru_RU|sk_SK|sl_SI|sv_SE|th_TH|tr_TR|uk_UA|vi_VN|zh_CN|zh_HK|zh_TW) required restricted "Locale"
    ReceivesInfoEmails: Checkbox default=true "Info Emails"
    ReceivesAdminInfoEmails: Checkbox default=true "Admin Info Emails"
    EmailEncodingKey: Picklist(*UTF-8|ISO-8859-1|Shift_JIS|ISO-2022-JP|EUC-JP|ks_c_5601-1987|Big5|GB2312) required restricted "Email Encoding"
    ProfileId: Lookup(Profile) children=Users restrict required
    UserType: Picklist(*Standard|PowerPartner|PowerCustomerSuccess|CustomerSuccess|CspLitePortal|CsnOnly|SelfService|AutomatedProcess|CloudIntegrationUser|Guest) ro
    LanguageLocaleKey: Picklist(en_US|de|es|fr|it|ja|sv|ko|zh_TW|zh_CN|pt_BR|nl_NL|da|th|fi|ru|es_MX|no|hu|pl|cs|tr|in|ro|vi|uk|iw|el|bg|en_GB|ar|sk|pt_PT|hr|sl|fr_CA) required restricted "Language"
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
