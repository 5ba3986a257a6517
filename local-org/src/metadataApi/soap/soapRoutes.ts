import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { SalesforceError } from '../../errors.ts';
import { bearerToken, sessionUser } from '../../oauth/authentication.ts';
import type { Org } from '../../org.ts';
import type { RequestUser } from '../../requestUser.ts';
import { apiVersions } from '../../rest/apiTarget.ts';
import { readEnvelope, type SoapCall } from '../../soapApi/envelope.ts';
import { SoapFault } from '../../soapApi/soapFault.ts';
import { requireMetadataApi } from '../metadataAccess.ts';
import * as crud from './crudOperations.ts';
import * as deploying from './deployOperations.ts';
import * as describing from './describeOperations.ts';
import type { MetadataApi, MetadataCall } from './metadataCall.ts';
import * as retrieving from './retrieveOperations.ts';
import { answer, fault, type SoapContent } from './soapXml.ts';

/** Bytes of a call: the platform's 50 MB for a message, and the envelope around it. */
const largestCall = 55 * 1024 * 1024;

type Operation = (api: MetadataApi, call: MetadataCall) => SoapContent | Promise<SoapContent>;

const operations: Readonly<Record<string, Operation>> = { ...deploying, ...retrieving, ...describing, ...crud };

interface Address {
  readonly version: string;
  /** The org's id, as in the address that `login` gives. */
  readonly organization?: string;
}

/** The SOAP Metadata API at `/services/Soap/m/{version}`. */
export function registerSoapRoutes(app: FastifyInstance, api: MetadataApi, countCall: () => void): void {
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'string', bodyLimit: largestCall }, (_request, body, done) => done(null, body));
    scope.setErrorHandler((error, _request, reply) => {
      const refusal = refusalOf(error);
      if (refusal === undefined) throw error;
      return sendFault(reply, refusal);
    });
    scope.post<{ Params: Address }>('/services/Soap/m/:version/:organization?', { bodyLimit: largestCall }, async (request, reply) => {
      const result = await perform(api, request, countCall);
      return reply.type('text/xml; charset=utf-8').header('cache-control', 'no-store').send(result);
    });
  });
}

async function perform(api: MetadataApi, request: FastifyRequest<{ Params: Address }>, countCall: () => void): Promise<string> {
  const { version } = request.params;
  if (!apiVersions.includes(version))
    throw new SalesforceError('UNSUPPORTED_API_VERSION', `Invalid Api version specified on URL: ${version}`);
  const call = readEnvelope(typeof request.body === 'string' ? request.body : '');
  const user = callingUser(api.org, request, call);
  requireMetadataApi(user);
  const operation = Object.hasOwn(operations, call.operation) ? operations[call.operation] : undefined;
  if (operation === undefined) {
    const name = `{http://soap.sforce.com/2006/04/metadata}${call.operation}`;
    throw new SoapFault('soapenv:Client', `No operation available for request ${name}, please check the WSDL for the service.`);
  }
  countCall();
  return answer(call.operation, await operation(api, { body: call.body, user, version }));
}

/** By the SessionHeader, as the WSDL has it, or else by the Authorization header. */
function callingUser(org: Org, request: FastifyRequest, { sessionId }: SoapCall): RequestUser {
  const token = sessionId ?? bearerToken(request.headers.authorization);
  const user = token === undefined ? undefined : sessionUser(org, token);
  if (user !== undefined) return user;
  const reason = 'Illegal Session. Session not found, missing session hash';
  throw new SalesforceError('INVALID_SESSION_ID', `Invalid Session ID found in SessionHeader: ${reason}`);
}

interface Refusal {
  readonly code: string;
  readonly message: string;
}

function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof SoapFault) return { code: error.code, message: error.message };
  if (error instanceof SalesforceError) return { code: `sf:${error.errorCode}`, message: `${error.errorCode}: ${error.message}` };
  const status: unknown = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
  if (status !== 413) return undefined;
  const limit = 50 * 1024 * 1024;
  return {
    code: 'sf:LIMIT_EXCEEDED',
    message: `LIMIT_EXCEEDED: Maximum size of request reached. Maximum size of request is ${limit} bytes.`,
  };
}

function sendFault(reply: FastifyReply, { code, message }: Refusal): FastifyReply {
  return reply.code(500).type('text/xml; charset=utf-8').send(fault(code, message));
}
