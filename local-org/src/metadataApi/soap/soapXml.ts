import type { XmlElement } from '../../metadata/xmlTree.ts';
import { escapeXml } from '../../soapApi/escapeXml.ts';

/** What an answer holds: undefined is left out, null is `xsi:nil`, lists repeat their element, metadata stands as it is. */
export type SoapContent =
  string | number | boolean | null | undefined | readonly SoapContent[] | MetadataContent | { readonly [name: string]: SoapContent };

/** An element of metadata in an answer, which may have attributes and repeats names in an order of its own. */
export class MetadataContent {
  readonly element: XmlElement;

  constructor(element: XmlElement) {
    this.element = element;
  }
}

const metadataNamespace = 'http://soap.sforce.com/2006/04/metadata';

/** A result of the service as an answer holds it: members of any interface, whose values are checked by their kind. */
export function soapMembers(members: object): SoapContent {
  return Object.fromEntries(Object.entries(members).map(([name, value]) => [name, soapContent(value)]));
}

function soapContent(value: unknown): SoapContent {
  if (value === undefined || value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  if (Array.isArray(value)) return value.map(soapContent);
  return typeof value === 'object' ? soapMembers(value) : undefined;
}

/** The answer of an operation, each of whose results is in an element `result`. */
export function answer(operation: string, result: SoapContent): string {
  return envelope(`<${operation}Response>${elementXml('result', result)}</${operation}Response>`);
}

/** A refusal. @param code with its prefix, `sf:INVALID_SESSION_ID` */
export function fault(code: string, message: string): string {
  return envelope(
    `<soapenv:Fault><faultcode>${escapeXml(code)}</faultcode><faultstring>${escapeXml(message)}</faultstring></soapenv:Fault>`,
  );
}

function envelope(body: string): string {
  return (
    '<?xml version="1.0" encoding="UTF-8"?>' +
    `<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns="${metadataNamespace}" xmlns:sf="${metadataNamespace}" ` +
    'xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`
  );
}

function elementXml(name: string, content: SoapContent): string {
  if (content === undefined) return '';
  if (content === null) return `<${name} xsi:nil="true"/>`;
  if (content instanceof MetadataContent) return treeXml({ ...content.element, name });
  if (isList(content)) return content.map((one) => elementXml(name, one)).join('');
  if (typeof content !== 'object') return `<${name}>${escapeXml(String(content))}</${name}>`;
  const members = Object.entries(content).map(([member, value]) => elementXml(member, value));
  return `<${name}>${members.join('')}</${name}>`;
}

function isList(content: object | string | number | boolean): content is readonly SoapContent[] {
  return Array.isArray(content);
}

function treeXml({ name, attributes, children, text }: XmlElement): string {
  const written = Object.entries(attributes).map(([attribute, value]) => ` ${attribute}="${escapeXml(value)}"`);
  const inside = children.length > 0 ? children.map(treeXml).join('') : escapeXml(text);
  return `<${name}${written.join('')}>${inside}</${name}>`;
}
