import { escapeXml } from './escapeXml.ts';

const faultNamespace = 'urn:fault.partner.soap.sforce.com';

/** Which of the WSDL's fault types carries a code, where it is not the general one. */
const faultTypes: Readonly<Record<string, string>> = { INVALID_LOGIN: 'LoginFault', INVALID_ID_FIELD: 'InvalidIdFault' };

/** A refusal of the SOAP API: becomes a fault with HTTP 500. */
export class SoapFault extends Error {
  /** `sf:INVALID_LOGIN` for the platform's own codes, `soapenv:Client` for what is no call at all. */
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'SoapFault';
    this.code = code;
  }

  /** A fault with one of the platform's exception codes, e.g. `INVALID_LOGIN`. */
  static of(exceptionCode: string, message: string): SoapFault {
    return new SoapFault(`sf:${exceptionCode}`, message);
  }

  toXml(): string {
    const [prefix, exceptionCode = ''] = this.code.split(':');
    const text = prefix === 'sf' ? `${exceptionCode}: ${this.message}` : this.message;
    const type = faultTypes[exceptionCode] ?? 'UnexpectedErrorFault';
    const detail =
      prefix === 'sf'
        ? `<detail><sf:${type} xmlns:sf="${faultNamespace}"><sf:exceptionCode>${exceptionCode}</sf:exceptionCode>` +
          `<sf:exceptionMessage>${escapeXml(this.message)}</sf:exceptionMessage></sf:${type}></detail>`
        : '';
    return (
      `<soapenv:Fault><faultcode xmlns:sf="${faultNamespace}">${escapeXml(this.code)}</faultcode>` +
      `<faultstring>${escapeXml(text)}</faultstring>${detail}</soapenv:Fault>`
    );
  }
}
