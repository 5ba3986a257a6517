import { child, childText, parseXml, XmlSyntaxError, type XmlElement } from '../metadata/xmlTree.ts';
import { escapeXml } from './escapeXml.ts';
import { SoapFault } from './soapFault.ts';

/** A call as its envelope carries it. */
export interface SoapCall {
  /** Local name of the operation, e.g. `login`. */
  readonly operation: string;
  readonly body: XmlElement;
  /** Of the SessionHeader; absent when there is none. */
  readonly sessionId: string | undefined;
}

/** Texts of an answer: what is undefined becomes `xsi:nil`, lists repeat their element. */
export type SoapValue = string | number | boolean | undefined | readonly SoapValue[] | { readonly [name: string]: SoapValue };

/** Reads an envelope; prefixes are the client's own affair. @throws SoapFault when it is none */
export function readEnvelope(text: string): SoapCall {
  const envelope = parsed(text);
  const body = child(envelope, 'Body');
  const operation = body?.children[0];
  if (operation === undefined) throw new SoapFault('soapenv:Client', 'The SOAP envelope has no operation in its body');
  const header = child(envelope, 'Header');
  const session = header === undefined ? undefined : child(header, 'SessionHeader');
  return {
    operation: operation.name,
    body: operation,
    sessionId: session === undefined ? undefined : childText(session, 'sessionId'),
  };
}

/** The trimmed text of an operation's parameter; empty when it is not there. */
export function parameter(body: XmlElement, name: string): string {
  return childText(body, name) ?? '';
}

/** The envelope of an answer. @param namespace of the API, e.g. `urn:partner.soap.sforce.com` */
export function answerEnvelope(namespace: string, operation: string, result: SoapValue): string {
  const content = result === undefined ? '' : element('result', result);
  return envelope(namespace, `<${operation}Response>${content}</${operation}Response>`);
}

export function envelope(namespace: string, body: string): string {
  return (
    '<?xml version="1.0" encoding="UTF-8"?>' +
    `<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns="${namespace}" ` +
    `xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`
  );
}

function element(name: string, value: SoapValue): string {
  if (value === undefined) return `<${name} xsi:nil="true"/>`;
  if (isList(value)) return value.map((one) => element(name, one)).join('');
  if (typeof value !== 'object') return `<${name}>${escapeXml(String(value))}</${name}>`;
  const members = Object.entries(value).map(([member, content]) => element(member, content));
  return `<${name}>${members.join('')}</${name}>`;
}

function isList(value: SoapValue): value is readonly SoapValue[] {
  return Array.isArray(value);
}

function parsed(text: string): XmlElement {
  try {
    const root = withLocalNames(parseXml(text));
    if (root.name === 'Envelope') return root;
  } catch (error) {
    if (!(error instanceof XmlSyntaxError)) throw error;
    throw new SoapFault('soapenv:Client', `The SOAP envelope cannot be read: ${error.message}`);
  }
  throw new SoapFault('soapenv:Client', 'The request holds no SOAP envelope');
}

/** Calls nest far less; this keeps a hostile one from using up the stack. */
const deepest = 50;

/** `urn:login` -> `login`. */
function withLocalNames(element: XmlElement, depth = 0): XmlElement {
  if (depth > deepest) throw new SoapFault('soapenv:Client', 'The SOAP envelope nests too deeply');
  const children = element.children.map((one) => withLocalNames(one, depth + 1));
  return { ...element, name: element.name.replace(/^.*:/u, ''), children };
}
