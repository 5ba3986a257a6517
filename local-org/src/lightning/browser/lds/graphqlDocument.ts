/** A GraphQL document; components treat it as opaque. */
export interface GraphQLDocument {
  readonly source: string;
}

/** Tag for GraphQL texts; documents and fragments may be put into one another. */
export function gql(strings: TemplateStringsArray, ...values: readonly (string | GraphQLDocument)[]): GraphQLDocument {
  const source = strings.reduce((text, part, index) => text + part + textOf(values[index]), '');
  return Object.freeze({ source });
}

function textOf(value: string | GraphQLDocument | undefined): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : value.source;
}
