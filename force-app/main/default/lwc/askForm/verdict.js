// Generated from lwc-ts-src/askForm/verdict.ts by `npm run build:lwc`. Change the source, not this file.
import { namespacePrefix, RESPONSE_OBJECT } from 'c/pulseSchema';
/** The one flow that knows the rules of asking; everybody who must know calls it. */
const FLOW = `${namespacePrefix(RESPONSE_OBJECT)}RequestSurvey`;
/** Length of the field that keeps who asked. */
const MOST_CHARACTERS = 80;
export function flowRun({ contactId, surveyId, delayHours, requestedBy, checkOnly }) {
    return {
        flowName: FLOW,
        inputs: [
            { name: 'contactId', type: 'String', value: contactId },
            { name: 'surveyId', type: 'String', value: surveyId },
            { name: 'requestedBy', type: 'String', value: requestedBy.slice(0, MOST_CHARACTERS) },
            { name: 'checkOnly', type: 'Boolean', value: checkOnly },
            ...(delayHours === undefined ? [] : [{ name: 'delayHours', type: 'Number', value: delayHours }]),
        ],
    };
}
/** Reads a run that is over; undefined while it goes on. */
export function verdictOf({ status, outputVariables = [] }) {
    if (status === 'ERROR')
        return { outcome: 'NotStarted', reason: '', detail: '', nextPossibleAt: '', invitationId: '' };
    if (!status.startsWith('FINISHED'))
        return undefined;
    const output = (name) => {
        const value = outputVariables.find((variable) => variable.name === name)?.value;
        return typeof value === 'string' ? value : '';
    };
    const outcome = output('outcome');
    return {
        outcome: outcome === 'Requested' || outcome === 'Suppressed' ? outcome : 'Failed',
        reason: output('reason'),
        detail: output('detail'),
        nextPossibleAt: output('nextPossibleAt'),
        invitationId: output('invitationId'),
    };
}
