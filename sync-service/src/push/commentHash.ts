import { createHash } from 'node:crypto';

/** Shorter comments are alike by chance: "very good", "all fine, thanks". */
const fewestWords = 5;

/**
 * What finds identical comments without reading them (`CommentHash__c`): SHA-256 of the words in small letters. `null` for comments of
 * a few words.
 */
export function commentHash(comment: string | null): string | null {
  const words =
    (comment ?? '')
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length < fewestWords ? null : createHash('sha256').update(words.join(' ')).digest('hex');
}
