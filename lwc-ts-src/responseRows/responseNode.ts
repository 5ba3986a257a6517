/** A field as UI API GraphQL gives it; the whole object is missing where an `@optional` field is hidden from the user. */
interface Value<T> {
  readonly value: T | null;
  readonly displayValue?: string | null;
}

export interface Connection<Node> {
  readonly edges: readonly { readonly node: Node }[];
  readonly totalCount?: number;
  readonly pageInfo?: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

export interface ReasonNode {
  readonly Id: string;
  readonly reason?: Value<string> | null;
  readonly givenBy?: Value<string> | null;
  /** Put aside by a correction. */
  readonly overruled?: Value<boolean> | null;
}

export interface FollowUpNode {
  readonly Id: string;
  readonly Name: { readonly value: string };
  readonly status?: Value<string> | null;
  readonly dueAt?: Value<string> | null;
  readonly resolvedAt?: Value<string> | null;
  readonly owner?: { readonly Name?: Value<string> | null } | null;
}

/** One answer of the response history's query; custom fields under their aliases. */
export interface ResponseNode {
  readonly Id: string;
  readonly Name: { readonly value: string };
  readonly rating?: Value<number> | null;
  readonly touchpoint?: Value<string> | null;
  readonly program?: (Value<string> & { readonly label?: string | null }) | null;
  readonly respondedAt?: Value<string> | null;
  readonly comment?: Value<string> | null;
  readonly status?: Value<string> | null;
  readonly erasedOn?: Value<string> | null;
  readonly quarantineReason?: (Value<string> & { readonly label?: string | null }) | null;
  readonly lastOverride?: { readonly why?: Value<string> | null } | null;
  readonly contact?: { readonly Name?: Value<string> | null } | null;
  readonly reasons?: Connection<ReasonNode> | null;
  readonly followUps?: Connection<FollowUpNode> | null;
}
