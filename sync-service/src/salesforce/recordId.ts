/** Characters that encode which letters of an id's five are capitals. */
const checkAlphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/**
 * A Salesforce id in its 18-character form; `undefined` when the text is no id (of the object whose ids begin with `prefix`).
 * The three added characters tell capitals apart for systems that do not.
 */
export function recordId(text: string | null | undefined, prefix: string): string | undefined {
  const id = text?.trim() ?? '';
  if (!/^([A-Za-z0-9]{15}|[A-Za-z0-9]{18})$/.test(id) || !id.startsWith(prefix)) return undefined;
  return id.length === 18 ? id : id + checkCharacters(id);
}

function checkCharacters(id: string): string {
  return [0, 5, 10]
    .map((start) => {
      const bits = [...id.slice(start, start + 5)].reduce((sum, letter, place) => sum + (/[A-Z]/.test(letter) ? 1 << place : 0), 0);
      return checkAlphabet.charAt(bits);
    })
    .join('');
}
