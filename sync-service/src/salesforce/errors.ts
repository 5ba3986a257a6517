import { PulseError } from '../errors.ts';
import { shown } from '../mapping/shown.ts';

/** What keeps the org from taking anything, where it is known to be one of these. */
export type OrgTrouble = 'not reached' | 'no calls left';

/** Nothing more can be sent now; every stored answer waits. The message ends with what to do. */
export class OrgUnavailable extends PulseError {
  override readonly name = 'OrgUnavailable';
  readonly trouble: OrgTrouble | undefined;

  constructor(message: string, options: ErrorOptions & { readonly trouble?: OrgTrouble } = {}) {
    super(message, options);
    this.trouble = options.trouble;
  }
}

/** The org refused a whole request. `code` is Salesforce's, or ERROR_HTTP_nnn. */
export class RequestRefused extends PulseError {
  override readonly name = 'RequestRefused';
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(`${code}: ${withoutAddresses(message)}`);
    this.status = status;
    this.code = code;
  }
}

/** Where Salesforce repeats a refused value, which may be what a customer wrote. */
const repeated = [
  /(?<=data value too large: ).*(?= \(max length=\d+\))/gs,
  /(?<=bad value for restricted picklist field: ).*$/gs,
  /(?<=invalid (?:email address|phone number|url|number|date): ).*$/gis,
  /(?<=from VALUE_STRING value ).*?(?= or request may be missing|$)/gs,
];

/** The same text without refused values and with e-mail addresses masked. */
export function withoutAddresses(text: string): string {
  const kept = repeated.reduce((rest, value) => rest.replace(value, (given) => shown(given)), text);
  return kept.replace(/[^\s"'<>():,;=]+@[^\s"'<>():,;]+/g, '(e-mail address)').slice(0, 500);
}
