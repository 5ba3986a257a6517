import { asValue } from '../data.ts';
import { FlowProblem } from '../problems.ts';
import { fieldOf } from '../recordPaths.ts';
import { errorKey } from '../../metadata/translations/readFlowTexts.ts';
import { wordsOf } from '../flowWords.ts';
import { allNeeds, type CompileElement } from './context.ts';

/** Refuses the record that started the flow, with messages of the flow's author. */
export const compileCustomError: CompileElement<'customErrors'> = (element, context) => {
  const { start } = context.scope.definition;
  if (start.object === undefined) throw new FlowProblem('A Custom Error element is available only in flows that a record starts.');
  const object = context.scope.recordType(start.object).object;
  const messages = element.messages.map((message) => ({
    text: wordsOf(context.scope, message.text, ({ errors }) => errors.get(errorKey(element.name, message.field))),
    field: message.field === undefined ? undefined : fieldOf(object, message.field).name,
  }));
  const exit = context.exit(element.connector);
  return {
    name: element.name,
    needs: allNeeds(messages.map((message) => message.text)),
    rank: 0,
    step: (interview) => {
      for (const { text, field } of messages) {
        interview.customErrors.push({ message: String(asValue(text.evaluate(interview)) ?? ''), field });
      }
      return exit.target;
    },
  };
};
