import type { Org } from '../org.ts';
import type { RequestUser } from '../requestUser.ts';
import { identityUrl } from './tokenAnswer.ts';

/** Addresses of the org's interfaces, as identity and userinfo tell them; `{version}` is for the client to fill in. */
function urls(org: Org, user: RequestUser): Record<string, string> {
  const base = org.instanceUrl();
  const rest = `${base}/services/data/v{version}/`;
  const organization = org.id.slice(0, 15);
  return {
    enterprise: `${base}/services/Soap/c/{version}/${organization}`,
    metadata: `${base}/services/Soap/m/{version}/${organization}`,
    partner: `${base}/services/Soap/u/{version}/${organization}`,
    rest,
    sobjects: `${rest}sobjects/`,
    search: `${rest}search/`,
    query: `${rest}query/`,
    tooling_rest: `${rest}tooling/`,
    profile: `${base}/${user.id}`,
    custom_domain: base,
  };
}

/** `/services/oauth2/userinfo`, in OpenID's words. */
export function userInfo(org: Org, user: RequestUser): Record<string, unknown> {
  const { firstName, lastName } = namesOf(user);
  return {
    sub: identityUrl(org.instanceUrl(), org.id, user.id),
    user_id: user.id,
    organization_id: org.id,
    preferred_username: user.username,
    nickname: user.username.split('@')[0],
    name: user.name,
    email: user.email,
    email_verified: true,
    given_name: firstName,
    family_name: lastName,
    zoneinfo: user.timeZone,
    active: true,
    user_type: 'STANDARD',
    language: user.language,
    locale: user.locale,
    utcOffset: utcOffset(user.timeZone, org.clock.now()),
    is_app_installed: true,
    urls: urls(org, user),
  };
}

/** `/id/{org}/{user}`, in Salesforce's words. */
export function identity(org: Org, user: RequestUser): Record<string, unknown> {
  const { firstName, lastName } = namesOf(user);
  return {
    id: identityUrl(org.instanceUrl(), org.id, user.id),
    asserted_user: true,
    user_id: user.id,
    organization_id: org.id,
    username: user.username,
    nick_name: user.username.split('@')[0],
    display_name: user.name,
    email: user.email,
    email_verified: true,
    first_name: firstName,
    last_name: lastName,
    timezone: user.timeZone,
    active: true,
    user_type: 'STANDARD',
    language: user.language,
    locale: user.locale,
    utcOffset: utcOffset(user.timeZone, org.clock.now()),
    is_app_installed: true,
    urls: urls(org, user),
  };
}

function namesOf(user: RequestUser): { readonly firstName: string | null; readonly lastName: string } {
  const names = user.name.split(' ');
  const firstName = names.slice(0, -1).join(' ');
  return { firstName: firstName === '' ? null : firstName, lastName: names.at(-1) ?? '' };
}

/** Milliseconds that the zone is ahead of UTC outside daylight saving time, as the platform tells it. */
function utcOffset(timeZone: string, now: number): number {
  const year = new Date(now).getUTCFullYear();
  return Math.min(...[Date.UTC(year, 0, 1), Date.UTC(year, 6, 1)].map((moment) => offsetAt(timeZone, moment)));
}

function offsetAt(timeZone: string, moment: number): number {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' }).formatToParts(moment);
  const text = parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
  const [, sign, hours = '0', minutes = '0'] = /^GMT([+-])(\d\d):(\d\d)$/u.exec(text) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
