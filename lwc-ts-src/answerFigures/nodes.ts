/** A field as UI API GraphQL gives it. */
export interface FieldValue<T> {
  readonly value: T | null;
  /** The word of a picklist value in the user's language. */
  readonly label?: string | null;
  /** In the user's locale. */
  readonly displayValue?: string | null;
}

/** A field that is asked for as `@optional`: the whole object is missing where it is hidden from the user. */
export type Optional<T> = FieldValue<T> | null | undefined;

/** A parent of which its name is asked. */
export interface Named {
  readonly Name?: Optional<string>;
}
