/** What the platform's own compact layouts of standard objects show. */
export const standardHighlights: Readonly<Record<string, readonly string[]>> = {
  Account: ['Type', 'Phone', 'Website', 'OwnerId', 'Industry'],
  Contact: ['Title', 'AccountId', 'Phone', 'Email', 'OwnerId'],
  Case: ['Priority', 'Status', 'CaseNumber'],
  Lead: ['Title', 'Company', 'Phone', 'Email'],
  Opportunity: ['AccountId', 'CloseDate', 'Amount', 'StageName', 'OwnerId'],
  Task: ['Status', 'ActivityDate', 'Priority', 'WhoId', 'WhatId', 'OwnerId'],
};
