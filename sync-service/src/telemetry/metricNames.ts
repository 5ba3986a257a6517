/** What a metric is about, as Prometheus shows it, and what it is told apart by. */
interface MetricDefinition {
  readonly help: string;
  readonly labels?: readonly string[];
}

/** Counters: they only grow, until the process ends. */
export const counters = {
  customer_pulse_deliveries_total: {
    help: 'Deliveries taken in, by source, way (webhook, pull, file) and what became of them (new, repeated).',
    labels: ['source', 'via', 'outcome'],
  },
  customer_pulse_platform_calls_total: {
    help: 'Calls to survey platforms, by source and status (none: no answer came).',
    labels: ['source', 'status'],
  },
  customer_pulse_webhook_refusals_total: {
    help: 'Webhook requests that were not taken in, by source and why (no signature, wrong signature, too old, too large, busy, store).',
    labels: ['source', 'reason'],
  },
  customer_pulse_readings_total: {
    help: 'Deliveries that were read, by source and outcome (read, ignored, dead, later).',
    labels: ['source', 'outcome'],
  },
  customer_pulse_answers_accepted_total: {
    help: 'Answers accepted, by source and what became of them (new, changed, unchanged, pending, outdated, forgotten).',
    labels: ['source', 'outcome'],
  },
  customer_pulse_answers_pushed_total: {
    help: 'Answers that reached their end, by outcome (created, updated, kept, parked, dead).',
    labels: ['outcome'],
  },
  customer_pulse_api_calls_total: { help: 'Calls to Salesforce, by kind and outcome.', labels: ['kind', 'outcome'] },
  customer_pulse_api_retries_total: { help: 'Repeated calls and records, by status code.', labels: ['code'] },
  customer_pulse_invitations_total: { help: 'Invitations handled, by survey and outcome.', labels: ['survey', 'outcome'] },
  customer_pulse_matches_total: { help: 'Answers matched, by the rule that decided.', labels: ['rule'] },
  customer_pulse_rematches_total: { help: 'Answers linked after the fact, because somebody appeared.' },
  customer_pulse_job_runs_total: { help: 'Runs of recurring jobs, by job and outcome (done, failed).', labels: ['job', 'outcome'] },
  customer_pulse_loop_failures_total: { help: 'How often a loop of the service failed and began anew.', labels: ['loop'] },
} as const satisfies Readonly<Record<string, MetricDefinition>>;

/** Gauges: how something is now. */
export const gauges = {
  customer_pulse_answers: { help: 'Answers in the store, by state (waiting, pushed, parked, dead).', labels: ['state'] },
  customer_pulse_deliveries: { help: 'Deliveries in the store that are not read, by state (waiting, dead).', labels: ['state'] },
  customer_pulse_oldest_waiting_seconds: { help: 'Age of the oldest delivery or answer that still waits; 0 when nothing waits.' },
  customer_pulse_inbox_queue: { help: 'Webhook deliveries received that wait for the disk.' },
  customer_pulse_api_calls_left: { help: 'Calls to Salesforce left in the rolling 24 hours, as the org says.' },
  customer_pulse_api_calls_limit: { help: 'Calls to Salesforce allowed in 24 hours, as the org says.' },
  customer_pulse_partitions: { help: 'Partitions of the store that this worker holds.' },
  customer_pulse_condition: { help: '1 when a part works, 0 when it has a problem (the status page says which).', labels: ['part'] },
} as const satisfies Readonly<Record<string, MetricDefinition>>;

/** Histograms of durations, in seconds. */
export const histograms = {
  customer_pulse_webhook_seconds: { help: 'From the first byte of a webhook request to its acknowledgement.', labels: ['source'] },
  customer_pulse_store_commit_seconds: { help: 'Time of one commit of received deliveries.' },
  customer_pulse_api_seconds: { help: 'Time of a call to Salesforce, by kind.', labels: ['kind'] },
  customer_pulse_answer_seconds: { help: 'From the arrival of an answer to its record in Salesforce.' },
} as const satisfies Readonly<Record<string, MetricDefinition>>;

export type CounterName = keyof typeof counters;
export type GaugeName = keyof typeof gauges;
export type HistogramName = keyof typeof histograms;

type Definitions = typeof counters & typeof gauges & typeof histograms;

/** The labels of a metric, each with a value. */
export type MetricLabels<Name extends keyof Definitions> = Definitions[Name] extends {
  readonly labels: readonly (infer Label extends string)[];
}
  ? Readonly<Record<Label, string>>
  : Readonly<Record<string, never>>;
