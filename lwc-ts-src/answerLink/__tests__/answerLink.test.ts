import { askForAnswers, onAnswersAsked, type AnswersRequest } from 'c/answerLink';

describe('the link from a figure to its answers', () => {
  it('reaches the list of the same page, until it is gone', () => {
    const asked: AnswersRequest[] = [];
    const stop = onAnswersAsked('001A', (request) => asked.push(request));
    expect(askForAnswers({ recordId: '001A', touchpoint: 'Delivery' })).toBe(true);
    expect(askForAnswers({ recordId: '001B' })).toBe(false);
    expect(asked).toEqual([{ recordId: '001A', touchpoint: 'Delivery' }]);
    stop();
    expect(askForAnswers({ recordId: '001A' })).toBe(false);
  });

  it('reaches every list of the page', () => {
    const heard: string[] = [];
    const stops = ['one', 'other'].map((name) => onAnswersAsked('001A', () => heard.push(name)));
    askForAnswers({ recordId: '001A' });
    stops.forEach((stop) => stop());
    expect(heard).toEqual(['one', 'other']);
  });
});
