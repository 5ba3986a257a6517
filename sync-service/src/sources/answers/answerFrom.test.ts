import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { z } from 'zod';
import type { Answer } from '../../answer.ts';
import { answerFrom, clean } from './answerFrom.ts';
import { answerRules } from './answerRules.ts';
import type { Said } from './said.ts';

const said: Said = {
  responseId: '1',
  respondedAt: '2025-11-22T10:00:00Z',
  score: 9,
  text: { comment: null, survey: 'own' },
  properties: { pulse_survey: 'asked', Pulse_Invitation: 'a0B', plan: ' gold ', empty: '' },
  questions: new Map([
    ['Q1', []],
    ['Q2', ['one', 'two']],
  ]),
};

const schema = z.strictObject(answerRules);

function composed(rules: z.input<typeof schema> = {}, change: Partial<Said> = {}): Answer {
  const result = answerFrom('src', { ...said, ...change }, schema.parse(rules));
  assert.ok('answer' in result, JSON.stringify(result));
  return result.answer;
}

function problem(change: Partial<Said>, rules: z.input<typeof schema> = {}): string {
  const result = answerFrom('src', { ...said, ...change }, schema.parse(rules));
  return 'problem' in result ? result.problem : '';
}

test('a rule goes before a property by convention, and that before what the platform says', () => {
  assert.equal(composed().text.survey, 'asked');
  assert.equal(composed({ fields: { survey: { constant: 'fixed' } } }).text.survey, 'fixed');
  assert.equal(composed({ fields: { survey: 'empty' } }).text.survey, 'asked', 'a blank place says nothing');
  assert.equal(composed({}, { properties: {} }).text.survey, 'own');
  assert.equal(composed().text.invitation, 'a0B', 'whatever the platform did to the case of the name');
});

test('what the platform does not offer is absent, what is blank is null', () => {
  const { text } = composed({ fields: { answer1: { question: 'Q1' }, answer2: { question: 'Q9' }, answer3: { question: ['Q1', 'q2'] } } });
  assert.deepEqual([text.answer1, 'answer2' in text, text.answer3, text.comment], [null, false, 'one; two', null]);
});

test('values that are mapped become others, any other stays, whatever it is called', () => {
  const touchpoint = { property: 'stage', values: { buy: 'Sales', none: null } };
  const of = (stage: string): unknown => composed({ fields: { touchpoint } }, { properties: { stage } }).text.touchpoint;
  assert.deepEqual(['buy', 'none', 'use', 'constructor', 'toString'].map(of), ['Sales', null, 'use', 'constructor', 'toString']);
});

test('extra values keep their kind; those that are not there are left out', () => {
  const answer = composed({ extra: { plan: 'plan', none: 'nothing', seats: 'seats' } }, { properties: { plan: ' gold ', seats: 12 } });
  assert.deepEqual(answer.extra, { plan: 'gold', seats: 12 });
});

test('another scale is converted, a score that does not fit is named', () => {
  assert.equal(composed({ rating: { scale: { from: [1, 5], to: [2, 10] } } }, { score: 4 }).rating, 8);
  assert.equal(composed({ rating: { question: 'Q5' } }).rating, undefined, 'the question was not asked');
  assert.equal(composed({}, { score: null }).rating, null);
  assert.equal(problem({ score: 11 }), 'rating "11" is not between 0 and 10');
  assert.equal(problem({ score: 'terrible service, call me@example.com' }), 'rating (a text of 37 characters) is not a number');
});

test('several problems are told at once', () => {
  const long = 'x'.repeat(300);
  assert.equal(
    problem({
      responseId: long,
      respondedAt: 'yesterday',
      updatedAt: '22/11/2025',
      properties: { pulse_touchpoint: long, pulse_program: 'Yearly' },
    }),
    'its response id has 300 characters, too many for a key; the time of the answer is no date and time (ISO 8601); ' +
      'the time of the last change is no date and time (ISO 8601); program is neither Relational nor Transactional; touchpoint has 300 characters; at most 80 fit',
  );
});

test('whatever a text holds, what is kept of it can be stored, and cleaning it again changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const kept = clean(text);
      assert.ok(kept.isWellFormed() && !/[^\P{Cc}\t\r\n\u0085]/u.test(kept), JSON.stringify(kept));
      assert.equal(clean(kept), kept);
    }),
  );
});
