/** What happens next with what was put into the store. */
export function whatNext(running: readonly string[]): string {
  return running.length === 0
    ? 'Nothing is running: bring them into Salesforce with customer-pulse push, or start customer-pulse serve.'
    : `The running service (${running.join('; ')}) goes on with them.`;
}
