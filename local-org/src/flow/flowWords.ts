import type { FlowTexts } from '../metadata/translations/languageTexts.ts';
import type { Expression } from './compiledFlow.ts';
import type { Interview } from './interview.ts';
import { FlowProblem } from './problems.ts';
import type { FlowScope } from './scope.ts';
import { compileText } from './values.ts';

/**
 * A text of the flow as its running user reads it, with its merge fields: compiled in every language that has it.
 * @param translated finds the text among the translations of the flow
 * @throws FlowProblem when a merge field does not exist, in whatever language
 */
export function wordsOf(scope: FlowScope, english: string, translated: (texts: FlowTexts) => string | undefined): Expression {
  const original = compileText(english, scope.resolve);
  const { translations } = scope.world.schema.setup ?? {};
  const byLanguage = new Map<string, Expression>();
  for (const language of translations?.languages ?? []) {
    const flow = translations?.of(language)?.flows.get(scope.definition.name.toLowerCase());
    const text = flow === undefined ? undefined : translated(flow);
    if (text !== undefined) byLanguage.set(language, compiledIn(language, text, scope));
  }
  if (byLanguage.size === 0) return original;
  return {
    type: original.type,
    needs: [...original.needs, ...[...byLanguage.values()].flatMap(({ needs }) => needs)],
    evaluate: (interview) => (byLanguage.get(readLanguageOf(interview, scope)) ?? original).evaluate(interview),
  };
}

function compiledIn(language: string, text: string, scope: FlowScope): Expression {
  try {
    return compileText(text, scope.resolve);
  } catch (error) {
    throw error instanceof FlowProblem ? new FlowProblem(`Translation into ${language}: ${error.message}`) : error;
  }
}

/** The language whose translations the running user reads; theirs as it is where there are none. */
function readLanguageOf({ context }: Interview, { world }: FlowScope): string {
  const { language } = context.globals;
  return world.schema.setup?.translations?.of(language)?.language ?? language;
}
