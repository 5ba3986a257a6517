import { shareFieldsOf, shareNameOf } from '../../schema/shareObjects.ts';
import type { Schema, SObjectType } from '../../schema/types.ts';
import type { AccountChild } from './orgStructure.ts';

/** Children of an account on which its owner's role, its shares and its rules say a word. */
export const accountChildren: readonly AccountChild[] = ['Case', 'Contact', 'Opportunity'];

/** A child through which the account above can be read. */
export interface ImplicitParentSource {
  readonly object: SObjectType;
  readonly field: string;
}

/** Who reaches one of these by more than the default may read its account (Help, "Sharing Considerations"). */
export function implicitParents(schema: Schema): readonly ImplicitParentSource[] {
  return accountChildren.flatMap((name) => {
    const object = schema.object(name);
    return object === undefined ? [] : [{ object, field: 'AccountId' }];
  });
}

/** Where what the account gives on a child is found. */
export interface ChildSource {
  readonly account: SObjectType | undefined;
  readonly share: { readonly table: string; readonly parent: string } | undefined;
  /** Field of the account's share that tells the level on this child. */
  readonly levelField: string;
  /** The child's field that points at the account. */
  readonly field: string;
}

export function childSource(schema: Schema, child: AccountChild): ChildSource {
  const account = schema.object('Account');
  const share = account === undefined ? undefined : schema.object(shareNameOf(account));
  return {
    account,
    share: share === undefined ? undefined : { table: share.name, parent: shareFieldsOf('Account', false).parent },
    levelField: `${child}AccessLevel`,
    field: 'AccountId',
  };
}
