import { confirm, input, select } from '@inquirer/prompts';
import type { Ask } from '../commands/world.ts';

/** Questions on a terminal. */
export const terminalAsk: Ask = {
  text: async (question, suggested) =>
    (await input({ message: question, ...(suggested === undefined ? { required: true } : { default: suggested }) })).trim(),
  yesNo: (question, suggested) => confirm({ message: question, default: suggested }),
  choose: (question, choices) => select({ message: question, choices }),
};
