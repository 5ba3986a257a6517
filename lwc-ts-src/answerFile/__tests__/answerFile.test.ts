import { answerText, offerAnswers } from 'c/answerFile';
import { answerRow } from 'jest-mocks/answers';

const FOLLOW_UP = { id: 'f', name: 'FU-000001', state: 'open', stateText: 'Due Oct 5', ownerName: 'Anna Holm' } as const;

describe('the file of answers', () => {
  it('has a column for everything that somebody said', () => {
    const row = answerRow(1, {
      contactName: 'Mia Berg',
      programLabel: 'Transactional',
      reasons: [
        { key: 'a', text: 'Price', isFromAi: false },
        { key: 'b', text: 'Waiting', isFromAi: true },
      ],
      setAside: 'Excluded: a test',
      followUp: FOLLOW_UP,
    });
    expect(answerText([row], ';')).toBe(
      '\uFEFF"Answer";"Answered";"Rating";"Touchpoint";"Program";"Person";"Comment";"Reasons";"Status";"Follow-up";"Follow-up owner"\r\n' +
        '"PR-00000001";"Oct 3, 2026";9;"Delivery";"Transactional";"Mia Berg";"Quick and friendly.";"Price; Waiting";"Excluded: a test";' +
        '"Due Oct 5";"Anna Holm"\r\n',
    );
  });

  it('leaves out columns in which nobody has anything, and tells no rating from 0', () => {
    const rows = [answerRow(1, { rating: 0, comment: '' }), answerRow(2, { rating: null, comment: '' })];
    expect(answerText(rows, ',').split('\r\n')).toEqual([
      '\uFEFF"Answer","Answered","Rating","Touchpoint"',
      '"PR-00000001","Oct 3, 2026",0,"Delivery"',
      '"PR-00000002","Oct 3, 2026",,"Delivery"',
      '',
    ]);
  });

  it('is handed over under the name of the card and the day', () => {
    Object.assign(URL, { createObjectURL: () => 'blob:1', revokeObjectURL: jest.fn() });
    const link = document.createElement('a');
    jest.spyOn(link, 'click').mockImplementation();
    offerAnswers(link, 'Response History', [answerRow(1)]);
    expect(link.download).toMatch(/^Response-History-\d{4}-\d\d-\d\d\.csv$/u);
  });
});
