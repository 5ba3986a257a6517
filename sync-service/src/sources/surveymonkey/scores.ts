import type { Choice, Question } from './payloads.ts';

const scores = Array.from({ length: 11 }, (_, score) => score);

/**
 * The score 0 to 10 of each choice of a question that has exactly eleven of them, by choice id: by the numbers in their texts, else
 * by their weights, else, on a rating scale, by their places. The weights of a Net Promoter question may be -100, 0 and 100: then they
 * are no scores. Eleven departments or products to choose from are none either.
 */
export function scoresOf({ family, answers }: Question): ReadonlyMap<string, number> | undefined {
  const choices = answers?.choices ?? [];
  if (choices.length !== scores.length || (family !== 'matrix' && family !== 'single_choice')) return undefined;
  return (
    byNumber(choices, numberInText) ??
    byNumber(choices, ({ weight }) => weight ?? undefined) ??
    (family === 'matrix' ? byPlace(choices) : undefined)
  );
}

function byNumber(choices: readonly Choice[], number: (choice: Choice) => number | undefined): ReadonlyMap<string, number> | undefined {
  const found = new Map(choices.map((choice) => [choice.id, number(choice)]));
  const complete = new Set(found.values());
  if (!scores.every((score) => complete.has(score))) return undefined;
  return new Map([...found].flatMap(([id, score]): [string, number][] => (score === undefined ? [] : [[id, score]])));
}

/** The one number in a text such as "10 - Extremely likely". */
function numberInText({ text }: Choice): number | undefined {
  const numbers = (text ?? '').match(/\d+/g) ?? [];
  return numbers.length === 1 ? Number(numbers[0]) : undefined;
}

function byPlace(choices: readonly Choice[]): ReadonlyMap<string, number> {
  const inOrder = [...choices].sort((one, other) => (one.position ?? 0) - (other.position ?? 0));
  return new Map(inOrder.map(({ id }, place) => [id, place]));
}
