import { textFields, type Answer, type ExtraValue, type TextField } from '../../answer.ts';
import { dateReader } from '../../mapping/dates.ts';
import { externalIdLimit, extraLimit, fieldLimits, mostExtras, mostReasons, reasonLimit } from '../../mapping/fieldLimits.ts';
import { ratingReader } from '../../mapping/rating.ts';
import { controlCharacters } from '../../mapping/rowMapper.ts';
import type { RatingRule } from '../../mapping/mappingSchema.ts';
import { withoutIdentity } from './anonymous.ts';
import type { AnswerRules, Place, RatingPlace } from './answerRules.ts';
import type { QuestionAnswer, Said } from './said.ts';

/** An answer, or why what was said is none; free of personal data. */
export type Composed = { readonly answer: Answer } | { readonly problem: string };

const readDate = dateReader(['ISO'], { zone: 'UTC' });

/** Puts an answer together from what the platform says and the source's rules. */
export function answerFrom(source: string, said: Said, rules: AnswerRules): Composed {
  const problems: string[] = [];
  const responseId = clean(said.responseId);
  if (responseId === '') problems.push('its response id is blank');
  if (source.length + 1 + responseId.length > externalIdLimit)
    problems.push(`its response id has ${responseId.length} characters, too many for a key`);
  const respondedAt = time('the time of the answer', said.respondedAt, problems);
  const updatedAt = said.updatedAt === undefined ? undefined : time('the time of the last change', said.updatedAt, problems);
  const find = finder(said);
  const text = texts(said, rules, find, problems);
  const rating = ratingOf(said, rules.rating, find, problems);
  const reasons = reasonsOf(said, rules, problems);
  const extra = extras(said, rules, find, problems);
  if (problems.length > 0) return { problem: problems.join('; ') };
  const answer: Answer = {
    source,
    responseId,
    respondedAt,
    ...(updatedAt === undefined ? {} : { updatedAt }),
    ...(rating === undefined ? {} : { rating }),
    ...(reasons === undefined ? {} : { reasons }),
    ...(said.doNotContact === undefined ? {} : { doNotContact: said.doNotContact }),
    ...(extra === undefined ? {} : { extra }),
    text,
  };
  return { answer: rules.anonymous ? withoutIdentity(answer) : answer };
}

/** A text as Salesforce and the store can keep it: no control characters, no halves of characters. */
export function clean(text: string): string {
  return text.toWellFormed().replace(controlCharacters, '').trim();
}

function time(what: string, text: string, problems: string[]): string {
  const read = readDate(text);
  if (read === undefined) problems.push(`${what} is no date and time (ISO 8601)`);
  return read ?? '';
}

/** What stands at a place: `undefined` where the platform does not have it in this answer, `null` where it is blank. */
type Find = (place: Place) => ExtraValue | undefined;

function finder(said: Said): Find {
  // Platforms differ in what they do to the case of names.
  const properties = new Map(Object.entries(said.properties).map(([name, value]) => [name.toLowerCase(), value]));
  const questions = byLowerCase(said.questions);
  return (place) => {
    if (typeof place === 'string') return properties.get(place.toLowerCase());
    if ('constant' in place) return place.constant;
    const value = 'property' in place ? properties.get(place.property.toLowerCase()) : joined(answered(questions, place.question));
    if (value === undefined || value === null || place.values === undefined) return value;
    // Only what the settings list: every object also has a `constructor`.
    return Object.hasOwn(place.values, String(value)) ? place.values[String(value)] : value;
  };
}

function byLowerCase(questions: Said['questions']): Said['questions'] {
  return new Map([...questions].map(([name, value]) => [name.toLowerCase(), value]));
}

/** Of several questions the first that was answered. */
function answered(questions: ReadonlyMap<string, QuestionAnswer>, wanted: string | readonly string[]): QuestionAnswer | undefined {
  const given = [wanted].flat().map((name) => questions.get(name.toLowerCase()));
  return given.find((answer) => answer !== undefined && answer.length > 0) ?? given.find((answer) => answer !== undefined);
}

function joined(answer: readonly string[] | undefined): string | null | undefined {
  if (answer === undefined) return undefined;
  return answer.length === 0 ? null : answer.join('; ');
}

function texts(said: Said, rules: AnswerRules, find: Find, problems: string[]): Answer['text'] {
  const result: Partial<Record<TextField, string | null>> = {};
  for (const field of textFields) {
    const value = textOf(field, said, rules, find);
    if (value === undefined) continue;
    const text = value === null ? '' : clean(String(value));
    const most = fieldLimits[field];
    if (text.length > most) problems.push(`${field} has ${text.length} characters; at most ${most} fit`);
    if (field === 'program' && text !== '' && text !== 'Relational' && text !== 'Transactional')
      problems.push('program is neither Relational nor Transactional');
    result[field] = text === '' ? null : text;
  }
  return result;
}

/** A rule of the configuration first, then a property by convention, then what the platform says itself. */
function textOf(field: TextField, said: Said, rules: AnswerRules, find: Find): ExtraValue | undefined {
  const rule = rules.fields[field];
  const candidates = [rule === undefined ? undefined : find(rule), find(`pulse_${field}`), said.text[field]];
  return candidates.find((value) => !isBlank(value)) ?? candidates.find((value) => value !== undefined);
}

function isBlank(value: ExtraValue | undefined): boolean {
  return value === undefined || value === null || (typeof value === 'string' && clean(value) === '');
}

function ratingOf(said: Said, rule: RatingPlace | undefined, find: Find, problems: string[]): number | null | undefined {
  const given = rule === undefined ? said.score : ratedAt(rule, said, find);
  if (given === undefined) return undefined;
  if (given === null || isBlank(given)) return null;
  const column = 'rating';
  const read = ratingReader(rule?.scale === undefined ? ({ column } satisfies RatingRule) : { column, scale: rule.scale });
  const result = read(String(given));
  if ('rating' in result) return result.rating;
  problems.push(result.problem);
  return null;
}

function ratedAt(rule: RatingPlace, said: Said, find: Find): ExtraValue | undefined {
  if ('question' in rule) return find({ question: rule.question });
  return 'property' in rule ? find({ property: rule.property }) : said.score;
}

function reasonsOf(said: Said, rules: AnswerRules, problems: string[]): readonly string[] | undefined {
  const chosen = rules.reasons === undefined ? undefined : answered(byLowerCase(said.questions), rules.reasons.question);
  const given = chosen ?? said.reasons;
  if (given === undefined) return undefined;
  const reasons = [...new Set(given.map(clean).filter((reason) => reason !== ''))];
  const tooLong = reasons.find((reason) => reason.length > reasonLimit);
  if (tooLong !== undefined) problems.push(`a reason has ${tooLong.length} characters; at most ${reasonLimit} fit`);
  if (reasons.length > mostReasons) problems.push(`it has ${reasons.length} reasons; at most ${mostReasons} fit`);
  return reasons;
}

/** What the sender gives as its own, and what the rules take from elsewhere. */
function extras(said: Said, rules: AnswerRules, find: Find, problems: string[]): Answer['extra'] {
  const ruled = Object.entries(rules.extra).map(([name, place]): [string, ExtraValue | undefined] => [name, find(place)]);
  const found = [...Object.entries(said.extra ?? {}), ...ruled].flatMap(([name, value]): [string, ExtraValue][] =>
    value === undefined ? [] : [[name, typeof value === 'string' ? clean(value) : value]],
  );
  const longest = Math.max(0, ...found.slice(0, mostExtras).map(([, value]) => (typeof value === 'string' ? value.length : 0)));
  if (longest > extraLimit) problems.push(`a value in extra has ${longest} characters; at most ${extraLimit} fit`);
  if (found.length > mostExtras) problems.push(`extra has ${found.length} values; at most ${mostExtras} fit`);
  return found.length === 0 ? undefined : Object.fromEntries(found);
}
