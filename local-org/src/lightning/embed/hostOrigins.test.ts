import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { originOf, readHosts } from './hostOrigins.ts';

describe('hosts that may show components', () => {
  test('given origins in many forms, then each is read once in its canonical form', () => {
    const { origins, wrong } = readHosts(
      'https://Mail.Example.com\nhttps://mail.example.com:443/ , https://desk.example.com:8443\nhttp://localhost:3000',
    );
    assert.deepEqual(origins, ['https://mail.example.com', 'https://desk.example.com:8443', 'http://localhost:3000']);
    assert.deepEqual(wrong, []);
  });

  test('given what is no origin, or one that would widen the policy, then it is refused', () => {
    const texts = [
      'mail.example.com',
      'https://mail.example.com/inbox',
      'https://mail.example.com?x=1',
      'https://user@mail.example.com',
      'http://mail.example.com',
      'https://*.example.com',
      '*',
      "'self'",
      'data:text/html,x',
      'null',
      'https://a;script-src',
      'ftp://files.example.com',
    ];
    for (const text of texts) assert.equal(originOf(text), undefined, text);
    assert.deepEqual(readHosts(texts.join('\n')).origins, []);
  });
});
