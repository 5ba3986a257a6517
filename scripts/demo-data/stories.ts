/** How the customers of one company feel over the time of the demo. */
export type Story = 'steadyHigh' | 'steadyMid' | 'steadyLow' | 'improving' | 'falling' | 'new' | 'giant' | 'single' | 'silent';

/** Days that the demo looks back: 18 months. */
export const DEMO_DAYS = 548;

/** Days since a new customer came. */
const NEW_DAYS = 80;

/** Average rating of a story at a moment, from 0 (18 months ago) to 1 (now). */
export function moodAt(story: Story, moment: number): number {
  switch (story) {
    case 'steadyHigh':
    case 'single':
      return 9;
    case 'improving':
      return 6 + 3.4 * moment;
    case 'falling':
      return 9.4 - 4 * moment;
    case 'steadyLow':
      return 6;
    case 'new':
      return 8.2;
    case 'steadyMid':
    case 'giant':
    case 'silent':
      return 7.9;
  }
}

/** How many answers a story brings, where the story fixes it. */
export function fixedAnswers(story: Story): number | undefined {
  return { single: 1, silent: 0, giant: 500, new: 14 }[story as string];
}

/** How many contacts a story needs, where the story fixes it. */
export function fixedContacts(story: Story): number | undefined {
  return { single: 2, silent: 4, giant: 34, new: 5 }[story as string];
}

/** The oldest day, counted back from now, on which an answer of the story was given. */
export function oldestDay(story: Story): number {
  return story === 'new' ? NEW_DAYS : DEMO_DAYS;
}
