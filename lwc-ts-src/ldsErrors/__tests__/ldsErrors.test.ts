import { errorMessages, errorText, fieldErrors, isNoAccess, recordErrors } from 'c/ldsErrors';

describe('errors of Lightning Data Service', () => {
  it.each<[string, unknown, string[]]>([
    ['an Error', new Error('Broken'), ['Broken']],
    ['a text', 'Broken', ['Broken']],
    ['one body', { body: { message: 'No such field' }, status: 400 }, ['No such field']],
    ['a list as body', { body: [{ message: 'One' }, { message: 'Two' }] }, ['One', 'Two']],
    ['errors of GraphQL', [{ message: 'One' }, { message: 'Two' }, { message: 'One' }], ['One', 'Two']],
    ['a bare status', { status: 500, statusText: 'Server Error' }, ['Server Error']],
    [
      'a failed save',
      { body: { message: 'See below', output: { errors: [{ message: 'Record' }], fieldErrors: { Rating__c: [{ message: 'Field' }] } } } },
      ['Record', 'Field'],
    ],
    ['nothing at all', undefined, []],
    ['a number', 42, []],
    ['an empty message', { message: '' }, []],
  ])('reads %s', (_shape, error, messages) => {
    expect(errorMessages(error)).toEqual(messages);
  });

  it('tells the errors of fields from those of the record', () => {
    const fieldsAndRecord = { errors: [{ message: 'Record' }], fieldErrors: { Rating__c: [{ message: 'Too' }, { message: 'high' }] } };
    const error = { body: { message: 'See below', output: fieldsAndRecord } };
    expect(fieldErrors(error)).toEqual({ Rating__c: 'Too high' });
    expect(recordErrors({ body: { output: { errors: [{ message: 'Record' }], fieldErrors: { A__c: [{ message: 'Field' }] } } } })).toEqual([
      'Record',
    ]);
    expect([fieldErrors(undefined), fieldErrors({ body: [{ message: 'One' }] }), recordErrors('Broken')]).toEqual([{}, {}, ['Broken']]);
  });

  it('knows an object that is hidden from the user by the refusal of the document', () => {
    const refusal = { message: 'Cannot query field "PulseResponse__c" on type "RecordQuery".' };
    expect(isNoAccess([refusal])).toBe(true);
    expect(isNoAccess([{ message: "Field 'PulseResponse__c' in type 'RecordQuery' is undefined" }])).toBe(true);
    expect([isNoAccess([refusal, { message: 'The org is busy.' }]), isNoAccess([])]).toEqual([false, false]);
  });

  it('joins the messages', () => {
    expect(errorText([{ message: 'One.' }, { message: 'Two.' }])).toBe('One. Two.');
  });

  it.each([
    [{ status: 403, body: [] }, true],
    [{ status: 404, body: [] }, true],
    [{ status: 400, body: [{ errorCode: 'INSUFFICIENT_ACCESS', message: 'No' }] }, true],
    [{ status: 500, body: [] }, false],
    [undefined, false],
  ])('tells from %j whether it means no access', (error, expected) => {
    expect(isNoAccess(error)).toBe(expected);
  });
});
