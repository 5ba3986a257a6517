import { accepted, all, ANSWER, ANSWER_FIELDS, countsOf, FOLLOW_UP, FOLLOW_UP_FIELDS, nodesOf, TOUCHPOINT } from 'c/answerFigures';

describe('figures of many customers', () => {
  it('ask by the names of the package', () => {
    expect([ANSWER, FOLLOW_UP, TOUCHPOINT]).toEqual(['PulseResponse__c', 'PulseFollowUp__c', 'PulseTouchpoint__c']);
    expect(ANSWER_FIELDS).toMatchObject({ rating: 'Rating__c', rated: 'Rated__c', program: 'Program__c', detractor: 'Detractor__c' });
    expect(FOLLOW_UP_FIELDS).toMatchObject({ status: 'Status__c', dueAt: 'DueAt__c', onTime: 'OnTime__c', rating: 'Rating__c' });
  });

  it('join filters, and leave out what asks nothing', () => {
    expect(all(accepted(), undefined)).toEqual({ and: [{ Status__c: { eq: 'Accepted' } }] });
  });

  it('read nothing as none: no groups, and sums over no rows', () => {
    expect([nodesOf(undefined), nodesOf(null), nodesOf({ edges: [] })]).toEqual([[], [], []]);
    const nothing = { sum: { value: null } };
    expect(countsOf({ promoters: nothing, detractors: nothing, rated: nothing })).toEqual({ promoters: 0, detractors: 0, rated: 0 });
  });
});
