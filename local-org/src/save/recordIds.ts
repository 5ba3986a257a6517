/** Record ids in their two spellings: 15 case-sensitive characters, or 18 with a check sum of the case. */

const form = /^[A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?$/u;
const suffixAlphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** The 18-character spelling of an id; undefined when the text is no id at all. */
export function fullId(text: string): string | undefined {
  if (!form.test(text)) return undefined;
  return text.length === 18 ? text : text + caseSuffix(text);
}

/** Three characters, one for every five: which of them are capitals. */
function caseSuffix(id: string): string {
  let suffix = '';
  for (let block = 0; block < 15; block += 5) {
    let bits = 0;
    for (let place = 0; place < 5; place += 1) {
      const letter = id.charAt(block + place);
      if (letter >= 'A' && letter <= 'Z') bits += 2 ** place;
    }
    suffix += suffixAlphabet.charAt(bits);
  }
  return suffix;
}
