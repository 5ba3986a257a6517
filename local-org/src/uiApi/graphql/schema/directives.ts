import { DirectiveLocation, GraphQLDirective, GraphQLNonNull, GraphQLString, specifiedDirectives } from 'graphql';

/** A field that may be left out of the answer when the org does not have it or the user may not see it. */
const optional = new GraphQLDirective({
  name: 'optional',
  locations: [DirectiveLocation.FIELD, DirectiveLocation.FRAGMENT_SPREAD, DirectiveLocation.INLINE_FRAGMENT],
});

/** What Lightning Data Service notes on a selection for its cache; without effect here. */
const category = new GraphQLDirective({
  name: 'category',
  locations: [DirectiveLocation.FIELD],
  args: { name: { type: new GraphQLNonNull(GraphQLString) } },
});

export const directives: readonly GraphQLDirective[] = [...specifiedDirectives, optional, category];
