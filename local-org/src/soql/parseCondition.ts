import type { ComparisonOperator, Condition, FieldPath, FunctionCall, Literal, SelectStatement } from './ast.ts';
import { isDateLiteral } from './dateLiterals.ts';
import { isCall, parsePathOrCall } from './parseExpression.ts';
import type { TokenReader } from './tokenReader.ts';

const OPERATORS: Readonly<Record<string, ComparisonOperator>> = {
  '=': '=',
  '!=': '!=',
  '<>': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
};

/** Reads the select of a semi-join; given by the statement parser. */
export type ParseSelect = (reader: TokenReader) => SelectStatement;

/**
 * The condition after WHERE or HAVING. As in Salesforce's own grammar, AND and OR
 * side by side need parentheses, and so does NOT beside either of them.
 */
export function parseCondition(reader: TokenReader, parseSelect: ParseSelect): Condition {
  return reader.nested(() => parseJoined(reader, parseSelect));
}

function parseJoined(reader: TokenReader, parseSelect: ParseSelect): Condition {
  if (reader.takeWords('NOT')) return { kind: 'not', condition: parseSimple(reader, parseSelect) };
  const first = parseSimple(reader, parseSelect);
  const kind = reader.atWords('AND') ? 'and' : reader.atWords('OR') ? 'or' : undefined;
  if (kind === undefined) return first;
  const conditions = [first];
  while (reader.takeWords(kind.toUpperCase())) conditions.push(parseSimple(reader, parseSelect));
  if (reader.atWords('AND') || reader.atWords('OR')) throw reader.unexpected();
  return { kind, conditions };
}

function parseSimple(reader: TokenReader, parseSelect: ParseSelect): Condition {
  if (!reader.takeSymbol('(')) return parseComparison(reader, parseSelect);
  const condition = parseCondition(reader, parseSelect);
  reader.expectSymbol(')');
  return condition;
}

function parseComparison(reader: TokenReader, parseSelect: ParseSelect): Condition {
  const { position } = reader.current;
  const left = parsePathOrCall(reader);
  const operator = reader.current.kind === 'symbol' ? OPERATORS[reader.current.text] : undefined;
  if (operator !== undefined) {
    reader.advance();
    return reader.mark({ kind: 'compare', left, operator, right: parseLiteral(reader) }, position);
  }
  if (reader.takeWords('LIKE')) return reader.mark({ kind: 'compare', left, operator: 'LIKE', right: parseLiteral(reader) }, position);
  if (reader.takeWords('IN')) return reader.mark(parseIn(reader, left, false, parseSelect), position);
  if (reader.takeWords('NOT', 'IN')) return reader.mark(parseIn(reader, left, true, parseSelect), position);
  if (reader.atWords('INCLUDES') || reader.atWords('EXCLUDES')) return reader.mark(parseIncludes(reader, left), position);
  throw reader.unexpected();
}

function parseIn(reader: TokenReader, left: FieldPath | FunctionCall, negated: boolean, parseSelect: ParseSelect): Condition {
  if (reader.atSymbol(':')) throw bindVariable(reader);
  reader.expectSymbol('(');
  if (reader.atWords('SELECT')) {
    const values = parseSelect(reader);
    reader.expectSymbol(')');
    return { kind: 'in', left, negated, values };
  }
  const values = [parseLiteral(reader)];
  while (reader.takeSymbol(',')) values.push(parseLiteral(reader));
  reader.expectSymbol(')');
  return { kind: 'in', left, negated, values };
}

function parseIncludes(reader: TokenReader, left: FieldPath | FunctionCall): Condition {
  if (isCall(left)) throw reader.unexpected();
  const negated = reader.advance().text.toUpperCase() === 'EXCLUDES';
  reader.expectSymbol('(');
  const values: string[] = [];
  do {
    const literal = parseLiteral(reader);
    if (literal.kind !== 'string') throw reader.malformed('INCLUDES and EXCLUDES take quoted values');
    values.push(literal.value);
  } while (reader.takeSymbol(','));
  reader.expectSymbol(')');
  return { kind: 'includes', left, negated, values };
}

function parseLiteral(reader: TokenReader): Literal {
  const token = reader.current;
  if (token.kind === 'literal') {
    reader.advance();
    return reader.mark({ ...token.literal }, token.position);
  }
  if (reader.atSymbol(':')) throw bindVariable(reader);
  if (token.kind !== 'word') throw reader.unexpected();
  const literal = wordLiteral(reader, token.text.toUpperCase()) ?? currencyLiteral(reader, token.text);
  if (literal === undefined) throw reader.unexpected(token);
  return reader.mark(literal, token.position);
}

function wordLiteral(reader: TokenReader, word: string): Literal | undefined {
  if (word === 'NULL' || word === 'TRUE' || word === 'FALSE') {
    reader.advance();
    return word === 'NULL' ? { kind: 'null' } : { kind: 'boolean', value: word === 'TRUE' };
  }
  const kind = isDateLiteral(word);
  if (kind === undefined) return undefined;
  reader.advance();
  if (kind === 'plain') return { kind: 'dateLiteral', name: word };
  if (!reader.takeSymbol(':')) throw reader.malformed(`expecting a colon, found '${reader.current.text}'`);
  return { kind: 'dateLiteral', name: word, n: reader.expectCount() };
}

/** `USD5000` or `USD5000.5`: the code of a currency right before the amount. */
function currencyLiteral(reader: TokenReader, word: string): Literal | undefined {
  const [, code, whole] = /^([A-Za-z]{3})(\d+)$/u.exec(word) ?? [];
  if (code === undefined || whole === undefined) return undefined;
  reader.advance();
  const fraction = reader.current;
  const joined = fraction.kind === 'literal' && fraction.literal.kind === 'number' && fraction.text.startsWith('.');
  if (joined) reader.advance();
  return { kind: 'currency', code: code.toUpperCase(), value: Number(joined ? `${whole}${fraction.text}` : whole) };
}

function bindVariable(reader: TokenReader): Error {
  return reader.malformed('Bind variables only allowed in Apex code');
}
