import type { StandardObjectDefinition } from '../definition.ts';

export const EMAIL_TEMPLATE: StandardObjectDefinition = {
  name: 'EmailTemplate',
  label: 'Email Template',
  labelPlural: 'Email Templates',
  keyPrefix: '00X',
  nameField: 'Name',
  kind: 'setup',
  recycled: false,
  viewed: true,
  fields: `
    Name: Text(80) required "Email Template Name"
    DeveloperName: Text(80) required "Template Unique Name"
    NamespacePrefix: Text(15) ro
    OwnerId: Lookup(User) restrict notnull
    FolderId: Lookup(Folder|Organization|User) rel=Folder notnull
    FolderName: Text(255) ro
    BrandTemplateId: Lookup() "Letterhead ID"
    TemplateStyle: Picklist(*none|freeForm|formalLetter|promotionRight|promotionLeft|newsletter|products) restricted "Style"
    IsActive: Checkbox "Available For Use"
    TemplateType: Picklist(*text|html|custom|visualforce) restricted
    Encoding: Picklist(*UTF-8|ISO-8859-1|Shift_JIS|ISO-2022-JP|EUC-JP|ks_c_5601-1987|Big5|GB2312) restricted
    Description: Text(255)
    Subject: Text(255)
    HtmlValue: LongText(384000) "HTML Value"
    Body: LongText(384000) "Email Body"
    TimesUsed: Int(9) ro
    LastUsedDate: DateTime ro
    ApiVersion: Number(18,1)
    Markup: LongText(1048576)
    UiType: Picklist(Aloha|SFX|SFX_Sample) createonly restricted
    RelatedEntityType: Text(255)
  `,
};
