import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { anyPart, data, numRuns, startFuzzOrg, type FuzzOrg } from '../testing/fuzzOrg.ts';
import { rawCall } from '../testing/rawCall.ts';

let org: FuzzOrg;

before(async () => {
  org = await startFuzzOrg();
});

after(async () => {
  await org.stop();
});

const methods = fc.constantFrom('GET', 'PATCH', 'DELETE', 'POST', 'HEAD', 'PUT');

/** Addresses with two parts that can be anything. */
const forms = fc.constantFrom(
  (a: string) => `/sobjects/Account/${a}`,
  (a: string, b: string) => `/sobjects/${a}/${b}`,
  (a: string, b: string) => `/sobjects/AccountPulse__c/${a}/${b}`,
  (a: string) => `/sobjects/AccountPulse__c/Key__c/x${a}`,
  (a: string, b: string) => `/sobjects/Account/deleted?start=${a}&end=${b}`,
  (a: string) => `/query?q=${a}`,
  (a: string) => `/query?q=SELECT%20Id%20FROM%20Account%20WHERE%20Name%20=%20%27${a}`,
  (a: string) => `/query?explain=${a}`,
  (a: string, b: string) => `/query/${a}-${b}`,
  (a: string) => `/search?q=FIND%20%7B${a}%7D`,
  (a: string, b: string) => `/parameterizedSearch?q=${a}&sobject=Account&Account.fields=${b}`,
  (a: string, b: string) => `/composite/sobjects/Account?ids=${a}&fields=${b}`,
  (a: string) => `/composite/sobjects?ids=${a}`,
  (a: string, b: string) => `/jobs/query/${a}/results?locator=${b}`,
  (a: string) => `/jobs/ingest?queryLocator=${a}`,
  (a: string) => `/${a}`,
);

describe('an address', () => {
  it('with anything in it is answered, and writes nothing that it does not name', async () => {
    await fc.assert(
      fc.asyncProperty(forms, anyPart, anyPart, methods, async (form, a, b, method) => {
        const body = ['GET', 'HEAD', 'DELETE'].includes(method) ? {} : { body: '{}' };
        await org.harmless(method, data + form(a, b), body);
      }),
      { numRuns: numRuns * 5 },
    );
    org.assertUntouched();
  });

  it('of any characters is answered', async () => {
    const anyPath = fc.string({ unit: fc.constantFrom(...Array.from('aA0/.%?&=+-_:;@\'"#<>[]{}|^~')), maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(anyPath, async (path) => {
        await org.harmless('GET', `${data}/${path}`);
        await org.harmless('GET', `/${path}`);
      }),
      { numRuns: numRuns * 2 },
    );
    org.assertUntouched();
  });

  it('that is too long, or badly encoded, is told so', async () => {
    assert.equal((await rawCall(org, 'GET', `${data}/sobjects/Account/%FF`)).status, 400);
    assert.equal((await rawCall(org, 'GET', `${data}/sobjects/Account/%`)).status, 400);
    assert.equal((await rawCall(org, 'GET', `${data}/query?q=${'x'.repeat(100_000)}`)).status, 414);
    assert.equal((await rawCall(org, 'GET', '//services//data//v66.0//sobjects//Account//describe')).status, 200);
  });
});

const headerNames = fc.constantFrom(
  ...['if-modified-since', 'if-none-match', 'if-match', 'if-unmodified-since', 'authorization', 'accept', 'accept-encoding'],
  ...['content-type', 'content-encoding', 'sforce-query-options', 'sforce-call-options', 'sforce-duplicate-rule-header', 'x-prettyprint'],
);

describe('headers', () => {
  it('with anything in them are answered', async () => {
    const text = fc.string({ unit: fc.constantFrom(...Array.from('aZ09 ,;=/*"-gzip:')), maxLength: 30 });
    const { body } = await rawCall(org, 'GET', `${data}/query?q=SELECT+Id+FROM+Account+LIMIT+1`);
    const [account] = (JSON.parse(body) as { records: { Id: string }[] }).records;
    await fc.assert(
      fc.asyncProperty(headerNames, text, async (name, value) => {
        await org.harmless('GET', `${data}/sobjects/Account/${account?.Id ?? ''}`, { headers: { [name]: value } });
        await org.harmless('POST', `${data}/sobjects/Account`, { body: '{"Name": 5', headers: { [name]: value } });
      }),
      { numRuns },
    );
    org.assertUntouched();
  });
});
