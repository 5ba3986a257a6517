import type { StandardObjectDefinition } from '../definition.ts';

export const LOGIN_HISTORY: StandardObjectDefinition = {
  name: 'LoginHistory',
  label: 'Login History',
  labelPlural: 'Login History',
  keyPrefix: '0Ya',
  kind: 'setup',
  writable: false,
  recycled: false,
  audit: 'none',
  fields: `
    UserId: Lookup(User) ro "User ID"
    LoginTime: DateTime ro notnull "Login Time"
    LoginType: Picklist(Application|Remote Access 2.0|Remote Access Client|Other Apex API|AppExchange) ro "Login Type"
    SourceIp: Text(39) ro "Source IP"
    LoginUrl: Text(120) ro "Login URL"
    Browser: Text(64) ro
    Platform: Text(64) ro
    Status: Text(128) ro
    Application: Text(64) ro
    ClientVersion: Text(64) ro "Client Version"
    ApiType: Text(64) ro "API Type"
    ApiVersion: Text(32) ro "API Version"
    CountryIso: Text(3) ro "Country Code"
    AuthenticationServiceId: Text(18) ro "Authentication Service ID"
    LoginSubType: Text(64) ro "Login Subtype"
    TlsProtocol: Text(64) ro "TLS Protocol"
    CipherSuite: Text(64) ro "TLS Cipher Suite"
  `,
};
