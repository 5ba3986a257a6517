/** A field as UI API GraphQL gives it; missing where it is hidden from the user. */
type Text = { readonly value: string | null; readonly label?: string | null } | null | undefined;

/** One follow-up of the query; its fields under the names that the guide gives them. */
export interface FollowUpNode {
  readonly Id: string;
  readonly Name: { readonly value: string };
  readonly status?: Text;
  readonly kind?: Text;
  readonly cause?: Text;
  readonly dueAt?: Text;
  readonly remindedAt?: Text;
  readonly escalateAt?: Text;
  readonly escalatedAt?: Text;
  readonly secondEscalatedAt?: Text;
  readonly resolvedAt?: Text;
  readonly firstContactAt?: Text;
  readonly rootCause?: Text;
  readonly actionTaken?: Text;
  readonly outcome?: Text;
  readonly theme?: Text;
  readonly suggestedAction?: Text;
  readonly priority?: Text;
  readonly rating?: { readonly value: number | null } | null;
  readonly owner?: { readonly Name?: Text } | null;
  readonly contact?: { readonly Id: string; readonly Name?: Text } | null;
}

/** What the query answers with. The follow-ups are missing where the user may not see any. */
export interface FollowUpsData {
  readonly uiapi: {
    readonly query: {
      readonly openFollowUps?: {
        readonly edges: readonly { readonly node: FollowUpNode }[];
        readonly totalCount?: number;
      } | null;
    };
  };
}
