import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { typedProperties } from './typedProperties.ts';

describe('attributes of an element for a component', () => {
  test('given a component, then each attribute has the type of its property', () => {
    const component = { opensNewTab: false, rows: 5, email: undefined };
    const attributes = { opensNewTab: '', rows: '7', email: '' };
    assert.deepEqual(typedProperties(attributes, component), { opensNewTab: true, rows: 7, email: '' });
    assert.deepEqual(typedProperties({ opensNewTab: 'false', email: 'true' }, component), { opensNewTab: false, email: 'true' });
  });

  test('given none yet, then what its type decides waits', () => {
    assert.deepEqual(typedProperties({ opensNewTab: '', wide: 'true', email: 'a@b.example' }, undefined), { email: 'a@b.example' });
  });
});
