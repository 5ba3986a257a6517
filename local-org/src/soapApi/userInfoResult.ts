import type { Org } from '../org.ts';
import type { RequestUser } from '../requestUser.ts';
import { organizationOf } from '../users/organizationOf.ts';
import type { SoapValue } from './envelope.ts';

/** The WSDL's GetUserInfoResult, members in its order. */
export function userInfoResult(org: Org, user: RequestUser): Readonly<Record<string, SoapValue>> {
  return {
    accessibilityMode: false,
    chatterExternal: false,
    currencySymbol: '$',
    orgAttachmentFileSizeLimit: 26_214_400,
    orgDefaultCurrencyIsoCode: 'USD',
    orgDefaultCurrencyLocale: 'en_US',
    orgDisallowHtmlAttachments: false,
    orgHasPersonAccounts: false,
    organizationId: org.id,
    organizationMultiCurrency: false,
    organizationName: organizationOf(org.database).name,
    profileId: user.profileId,
    roleId: undefined,
    sessionSecondsValid: org.sessions.idleSeconds,
    userDefaultCurrencyIsoCode: undefined,
    userEmail: user.email,
    userFullName: user.name,
    userId: user.id,
    userLanguage: user.language,
    userLocale: user.locale,
    userName: user.username,
    userTimeZone: user.timeZone,
    userType: 'Standard',
    userUiSkin: 'Theme3',
  };
}
