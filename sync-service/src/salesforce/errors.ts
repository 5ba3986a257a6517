import { PulseError } from '../errors.ts';

/** Nothing more can be sent now; every stored answer waits. The message ends with what to do. */
export class OrgUnavailable extends PulseError {
  override readonly name = 'OrgUnavailable';
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

/** The same text with e-mail addresses masked: Salesforce repeats a refused value in its message. */
export function withoutAddresses(text: string): string {
  return text.replace(/[^\s"'<>():,;=]+@[^\s"'<>():,;]+/g, '(e-mail address)').slice(0, 500);
}
