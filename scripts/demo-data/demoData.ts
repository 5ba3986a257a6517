/** A record of the demo: its own key, keys of the records it belongs to, and Salesforce's fields. */
export interface DemoRecord {
  readonly key: string;
  /** Key of the user who owns it. */
  readonly owner?: string;
  /** Key of the account that a contact works for. */
  readonly account?: string;
  /** Key of the user who manages a user. */
  readonly manager?: string;
  /** Key of the user who leads a touchpoint. */
  readonly lead?: string;
  /** Key of the user who gets the follow-ups of a survey when the owner of the account is not active. */
  readonly fallbackOwner?: string;
  /** Of an account: nobody there is ever asked, so that it can be seen whom one overlooks. */
  readonly notAsked?: true;
  readonly fields: Readonly<Record<string, string | number | boolean>>;
}

/** An answer of the demo, in the columns of a canonical CSV file. */
export interface DemoAnswer {
  readonly response_id: string;
  readonly source: string;
  readonly email: string;
  readonly rating: string;
  readonly comment: string;
  /** ISO 8601 in UTC. */
  readonly responded_at: string;
  readonly updated_at: string;
  readonly survey: string;
  readonly touchpoint: string;
  readonly channel: string;
  readonly language: string;
  /** Separated by semicolons. */
  readonly reasons: string;
}

/** An invitation that was sent to a contact in the past year. */
export interface DemoInvitation {
  readonly key: string;
  /** Address of the contact. */
  readonly email: string;
  /** Key of the survey. */
  readonly survey: string;
  /** ISO 8601 in UTC. */
  readonly sent_at: string;
  /** `response_id` of the answer that it brought. */
  readonly answer?: string;
}

/** The whole demo. */
export interface DemoData {
  readonly users: readonly DemoRecord[];
  readonly accounts: readonly DemoRecord[];
  readonly contacts: readonly DemoRecord[];
  readonly surveys: readonly DemoRecord[];
  readonly touchpoints: readonly DemoRecord[];
  readonly responses: readonly DemoAnswer[];
  readonly invitations: readonly DemoInvitation[];
}
