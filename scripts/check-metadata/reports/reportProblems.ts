import type { Problem } from '../problem';
import type { XmlFile } from '../xmlFile';
import { filterLines, guardsOf, plain, summaryFormulas, textOf, type SummaryFormula } from './reportFile';

/** Fields that only relational, accepted, rated answers fill: an NPS of them is right whatever the filters are. */
const RELATIONAL_FIELD = /\.(?:Prior)?(?:Nps(?:Rated|Promoter|Detractor|ByRevenue)|Relational(?:Promoter|Detractor)?Count)__c:/u;

/** Fields that every answer fills, of whatever program and status. */
const ANY_ANSWER_FIELD = /\.(?:Rating|Rated|Promoter|Detractor)__c:/u;

/** How many answers are few; texts say it in this figure. */
export const FEW = /\b30\b/u;

/**
 * What keeps a report from being trusted: a formula that nobody explains, a quotient without the number it rests on,
 * an NPS that could take in other answers than relational, accepted, rated ones.
 */
export function reportProblems(file: XmlFile): readonly Problem[] {
  if (file.root.name !== 'Report') return [];
  const formulas = summaryFormulas(file);
  return [
    ...formulas.flatMap((formula) => formulaProblems(formula, formulas).map((message) => at(file, formula, message))),
    ...fewProblems(file, formulas),
    ...answerProblems(file, formulas),
  ];
}

/** Whether a figure is a share, a mean or an NPS, which few answers make uncertain. */
export function isQuotient({ formula }: SummaryFormula): boolean {
  return formula.includes('/') || formula.includes(':AVG');
}

function formulaProblems({ label, formula, description }: SummaryFormula, all: readonly SummaryFormula[]): readonly string[] {
  const problems: string[] = [];
  if (description === '') problems.push(`the formula ${label} has no description`);
  const guards = guardsOf(formula);
  if (formula.includes('/') && guards.length === 0 && !isNeverZero(formula)) {
    problems.push(`the formula ${label} divides without asking whether there is anything to divide by`);
  }
  for (const guard of guards) {
    if (guard !== 'RowCount' && !all.some((other) => plain(other.formula) === guard))
      problems.push(`${guard}, on which ${label} rests, is no column`);
  }
  const mentions = /\bNPS\b/u.test(label) && !label.startsWith('Touchpoint NPS');
  if (mentions && !RELATIONAL_FIELD.test(formula)) problems.push(`${label} is not made of fields that only relational answers fill`);
  return problems;
}

/** What stands above a group has at least its rows; a cell of a matrix, or an empty report, may have none. */
function isNeverZero(formula: string): boolean {
  return formula
    .split('/')
    .slice(1)
    .every((part) => part.trim().startsWith('PARENTGROUPVAL('));
}

function fewProblems(file: XmlFile, formulas: readonly SummaryFormula[]): readonly Problem[] {
  const says = FEW.test(textOf(file.root, 'description'));
  const rests = formulas.some((formula) => guardsOf(formula.formula).length > 0);
  return rests && !says ? [at(file, file.root, 'the description does not say that under 30 answers are few')] : [];
}

/** Figures over the answers themselves need filters that nobody can turn. */
function answerProblems(file: XmlFile, formulas: readonly SummaryFormula[]): readonly Problem[] {
  const locked = filterLines(file).filter((line) => line.locked && line.operator === 'equals');
  const has = (field: string, value: string): boolean => locked.some((line) => line.field === field && line.value === value);
  const quotients = formulas.filter((formula) => isQuotient(formula) && ANY_ANSWER_FIELD.test(formula.formula));
  // A share of rows is one of all rows.
  const wanted = quotients.filter(({ formula }) => guardsOf(formula).some((guard) => guard !== 'RowCount'));
  const problems: Problem[] = [];
  if (wanted.length > 0 && isOfAnswers(wanted) && !has('Status__c', 'Accepted')) {
    problems.push(at(file, file.root, 'figures over answers need the locked filter Status = Accepted'));
  }
  if (wantsRelational(formulas) && !(has('Program__c', 'Relational') && has('Status__c', 'Accepted'))) {
    problems.push(
      at(file, file.root, 'NPS needs the locked filters Program = Relational and Status = Accepted: other rows would only confuse'),
    );
  }
  if (formulas.some(({ label }) => label.startsWith('Touchpoint NPS')) && !has('Program__c', 'Transactional')) {
    problems.push(at(file, file.root, 'touchpoint NPS needs the locked filter Program = Transactional'));
  }
  return problems;
}

/** Whether a report is about NPS alone, over the answers themselves. */
function wantsRelational(formulas: readonly SummaryFormula[]): boolean {
  const quotients = formulas.filter(isQuotient);
  return (
    quotients.length > 0 &&
    quotients.every(({ formula }) => formula.includes('PulseResponse__c.NpsRated__c:SUM') && !formula.includes('OnTime'))
  );
}

/** Ratings of follow-ups are those of their answers. */
function isOfAnswers(formulas: readonly SummaryFormula[]): boolean {
  return formulas.some(({ formula }) => formula.includes('PulseResponse__c.'));
}

function at(file: XmlFile, { line }: { readonly line: number }, message: string): Problem {
  return { file: file.path, line, message };
}
