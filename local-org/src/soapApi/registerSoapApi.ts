import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { SalesforceError } from '../errors.ts';
import type { Doors } from '../oauth/doors.ts';
import { originOf } from '../oauth/loginHistory.ts';
import { answerEnvelope, envelope, readEnvelope } from './envelope.ts';
import { operations, type ApiCall } from './operations.ts';
import { SoapFault } from './soapFault.ts';

/** Bytes of a call: these carry names and passwords, no records. */
const largestCall = 64 * 1024;

const namespaces = { c: 'urn:enterprise.soap.sforce.com', u: 'urn:partner.soap.sforce.com' } as const;

/** Counts API calls; throws when there are too many. */
export interface CallCounter {
  count(): void;
}

interface Address {
  readonly version: string;
  /** 15 characters of the org's id, as in the address that `login` gives. */
  readonly organization?: string;
}

/** The SOAP API's calls about logging in, at `/services/Soap/u/{version}` (partner) and `/c/` (enterprise). */
export function registerSoapApi(app: FastifyInstance, doors: Doors, usage: CallCounter): void {
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'string', bodyLimit: largestCall }, (_request, body, done) => done(null, body));
    for (const api of ['c', 'u'] as const) {
      scope.post<{ Params: Address }>(`/services/Soap/${api}/:version/:organization?`, (request, reply) =>
        answer(doors, usage, api, request, reply),
      );
    }
  });
}

async function answer(
  doors: Doors,
  usage: CallCounter,
  api: ApiCall['api'],
  request: FastifyRequest<{ Params: Address }>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const namespace = namespaces[api];
  void reply.type('text/xml; charset=utf-8').header('cache-control', 'no-store');
  try {
    const call = readEnvelope(typeof request.body === 'string' ? request.body : '');
    return await reply.send(
      await perform(doors, usage, { ...call, api, version: checkedVersion(request.params.version), origin: originOf(request) }, namespace),
    );
  } catch (error) {
    const fault = asFault(error);
    if (fault === undefined) throw error;
    return reply.code(500).send(envelope(namespace, fault.toXml()));
  }
}

async function perform(doors: Doors, usage: CallCounter, call: ApiCall, namespace: string): Promise<string> {
  const operation = Object.hasOwn(operations, call.operation) ? operations[call.operation] : undefined;
  if (operation === undefined) {
    throw new SoapFault(
      'soapenv:Client',
      `No operation available for request {${namespace}}${call.operation}: of the SOAP API local-org runs ${Object.keys(operations).join(', ')}`,
    );
  }
  // Logging in is free.
  if (call.operation !== 'login') usage.count();
  return answerEnvelope(namespace, call.operation, await operation(doors, call));
}

/** Retired and unknown versions are refused as the platform does (SOAP API Developer Guide, "SOAP API End-of-Life Policy"). */
function checkedVersion(version: string): string {
  const [, major = ''] = /^(\d{1,3})(?:\.0)?$/u.exec(version) ?? [];
  if (major === '' || Number(major) < 31 || Number(major) > 66) {
    throw SoapFault.of('UNSUPPORTED_API_VERSION', `Invalid Api version specified on URL: ${version}`);
  }
  return `${major}.0`;
}

function asFault(error: unknown): SoapFault | undefined {
  if (error instanceof SoapFault) return error;
  return error instanceof SalesforceError ? SoapFault.of(error.errorCode, error.message) : undefined;
}
