import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { directionOf } from './direction.ts';
import { en } from './en.ts';
import { countText, fillText } from './fillText.ts';
import { languagesOffered, textsFor } from './texts.ts';

describe('the words of the shell', () => {
  it('given values, fills them in wherever the language has them', () => {
    assert.equal(fillText('{1} of {0}, {0}', ['a', 'b']), 'b of a, a');
    assert.equal(fillText('{0} {2}', ['a']), 'a {2}');
  });

  it('given a number, takes the form that the language has for it, and writes it as the locale does', () => {
    const texts = textsFor('en_US');
    assert.equal(countText(texts, 'recordCount', 1, { language: 'en-US', locale: 'en-US' }), '1 record');
    assert.equal(countText(texts, 'recordCount', 1200, { language: 'en-US', locale: 'de-DE' }), '1.200 records');
    assert.equal(countText(texts, 'recordCount', 2, { language: 'nonsense_', locale: 'x' }), '2 records');
  });

  it('given a language that nobody translated, are English', () => {
    assert.deepEqual(textsFor('tlh'), { ...en });
    assert.deepEqual(textsFor('../../secret'), { ...en });
  });

  it('given every translation, each text keeps its places for values', () => {
    const places = (text: string): string => (text.match(/\{\d\}/gu) ?? []).sort().join();
    for (const language of languagesOffered('en_US')) {
      const texts = textsFor(language);
      for (const [name, text] of Object.entries(en)) {
        // A singular may say "one" in words.
        if (!name.endsWith('_one')) assert.equal(places(texts[name] ?? ''), places(text), `${language} ${name}`);
      }
    }
  });

  it('given a language that is written from the right, says so', () => {
    assert.deepEqual(['ar', 'he_IL', 'en_US', 'da'].map(directionOf), ['rtl', 'rtl', 'ltr', 'ltr']);
  });
});
