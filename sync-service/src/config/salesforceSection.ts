import { z } from 'zod';
import { readOrgSettings, type OrgSettings } from '../salesforce/orgSettings.ts';
import { secret } from '../secret.ts';

const text = z.string().min(1, 'must not be empty');
const address = text.refine(
  (value) => /^https?:\/\//.test(value) && URL.canParse(value),
  'must be an address such as https://example.my.salesforce.com',
);

/** The section `salesforce`: where the org is and how to log in. The variables SALESFORCE_... go before it. */
export const salesforceSection = z.strictObject({
  loginUrl: address.optional().describe('Address of the org, such as https://example.my.salesforce.com. Variable: SALESFORCE_LOGIN_URL.'),
  instanceUrl: address.optional().describe('Where requests go, if elsewhere than the log-in says. Variable: SALESFORCE_INSTANCE_URL.'),
  clientId: text.optional().describe('Consumer key of the External Client App. Variable: SALESFORCE_CLIENT_ID.'),
  clientSecret: secret().optional().describe('Its consumer secret. Variable: SALESFORCE_CLIENT_SECRET.'),
  accessToken: secret().optional().describe('A session to use as it is; it cannot be renewed. Variable: SALESFORCE_ACCESS_TOKEN.'),
  apiVersion: text.optional().describe('Version of the API, such as 66.0. Variable: SALESFORCE_API_VERSION.'),
});

export type SalesforceSection = z.output<typeof salesforceSection>;

/**
 * The org of a configuration.
 * @throws SetupError when nothing says where the org is, or something is wrong with it
 */
export function orgSettingsOf(section: SalesforceSection, environment: NodeJS.ProcessEnv): OrgSettings {
  return readOrgSettings(orgEnvironment(section, environment));
}

/** The environment with what the file says about the org where no variable does. */
export function orgEnvironment(section: SalesforceSection, environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const fromFile: Readonly<Record<string, string | undefined>> = {
    SALESFORCE_LOGIN_URL: section.loginUrl,
    SALESFORCE_INSTANCE_URL: section.instanceUrl,
    SALESFORCE_CLIENT_ID: section.clientId,
    SALESFORCE_CLIENT_SECRET: section.clientSecret?.reveal(),
    SALESFORCE_ACCESS_TOKEN: section.accessToken?.reveal(),
    SALESFORCE_API_VERSION: section.apiVersion,
  };
  const unset = Object.entries(fromFile).filter(([name]) => !environment[name]);
  return { ...environment, ...Object.fromEntries(unset) };
}

/** Whether anything says where the org is; without it a service takes answers in and keeps them. */
export function orgIsConfigured(section: SalesforceSection, environment: NodeJS.ProcessEnv): boolean {
  const known = orgEnvironment(section, environment);
  return ['SALESFORCE_LOGIN_URL', 'SALESFORCE_INSTANCE_URL', 'SALESFORCE_ACCESS_TOKEN', 'SALESFORCE_CLIENT_ID'].some((name) => known[name]);
}
