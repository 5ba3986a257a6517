/** Who a request runs as. */
export interface RequestUser {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly email: string;
  /** IANA zone, e.g. `Europe/Copenhagen`. */
  readonly timeZone: string;
  readonly locale: string;
  readonly language: string;
}
