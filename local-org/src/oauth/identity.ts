import type { Org } from '../org.ts';
import type { RequestUser } from '../requestUser.ts';

/** Addresses of the org's interfaces, as identity and userinfo tell them; `{version}` is for the client to fill in. */
function urls(org: Org): Record<string, string> {
  const base = org.instanceUrl();
  return {
    rest: `${base}/services/data/v{version}/`,
    sobjects: `${base}/services/data/v{version}/sobjects/`,
    query: `${base}/services/data/v{version}/query/`,
    profile: `${base}/${org.id}`,
    custom_domain: base,
  };
}

/** `/services/oauth2/userinfo`, in OpenID's words. */
export function userInfo(org: Org, user: RequestUser): Record<string, unknown> {
  const names = user.name.split(' ');
  return {
    sub: `${org.instanceUrl()}/id/${org.id}/${user.id}`,
    user_id: user.id,
    organization_id: org.id,
    preferred_username: user.username,
    nickname: user.username.split('@')[0],
    name: user.name,
    email: user.email,
    email_verified: true,
    given_name: names.slice(0, -1).join(' '),
    family_name: names.at(-1),
    zoneinfo: user.timeZone,
    active: true,
    user_type: 'STANDARD',
    language: user.language,
    locale: user.locale,
    urls: urls(org),
  };
}

/** `/id/{org}/{user}`, in Salesforce's words. */
export function identity(org: Org, user: RequestUser): Record<string, unknown> {
  const names = user.name.split(' ');
  return {
    id: `${org.instanceUrl()}/id/${org.id}/${user.id}`,
    asserted_user: true,
    user_id: user.id,
    organization_id: org.id,
    username: user.username,
    nick_name: user.username.split('@')[0],
    display_name: user.name,
    email: user.email,
    email_verified: true,
    first_name: names.slice(0, -1).join(' '),
    last_name: names.at(-1),
    timezone: user.timeZone,
    active: true,
    user_type: 'STANDARD',
    language: user.language,
    locale: user.locale,
    urls: urls(org),
  };
}
