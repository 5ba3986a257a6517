// Generated from lwc-ts-src/askForm/askQuery.ts by `npm run build:lwc`. Change the source, not this file.
import INVITATION_CONTACT from '@salesforce/schema/PulseInvitation__c.Contact__c';
import INVITATION_STATUS from '@salesforce/schema/PulseInvitation__c.Status__c';
import INVITATION_SURVEY from '@salesforce/schema/PulseInvitation__c.Survey__c';
import REQUESTED_AT from '@salesforce/schema/PulseInvitation__c.RequestedAt__c';
import REASON from '@salesforce/schema/PulseInvitation__c.SuppressionReason__c';
import SURVEY_STATUS from '@salesforce/schema/PulseSurvey__c.Status__c';
import QUESTION from '@salesforce/schema/PulseSurvey__c.Question__c';
import DELAY from '@salesforce/schema/PulseSurvey__c.SendDelayHours__c';
import { relationshipOf } from 'c/pulseSchema';
/** More surveys than anybody offers at once. */
const MOST_SURVEYS = 200;
/** The field whose values name the reasons why nobody is asked. */
export const REASON_FIELD = `${REASON.objectApiName}.${REASON.fieldApiName}`;
/** Who is to be asked, with what, and when that person was last asked. Its variables are `$contactId` and `$userId`. */
export const ASK_DOCUMENT = `query askForFeedback($contactId: ID, $userId: ID) {
  uiapi {
    query {
      contacts: Contact(first: 1, where: { Id: { eq: $contactId } }) { edges { node { Id Name @optional { value } } } }
      me: User(first: 1, where: { Id: { eq: $userId } }) { edges { node { Id Name @optional { value } } } }
      surveys: ${SURVEY_STATUS.objectApiName}(
        first: ${MOST_SURVEYS}
        where: { ${SURVEY_STATUS.fieldApiName}: { eq: "Active" } }
        orderBy: { Name: { order: ASC } }
      ) @optional {
        edges {
          node {
            Id
            Name { value }
            question: ${QUESTION.fieldApiName} @optional { value }
            delayHours: ${DELAY.fieldApiName} @optional { value }
          }
        }
      }
      lastAsked: ${INVITATION_STATUS.objectApiName}(
        first: 1
        where: { ${INVITATION_CONTACT.fieldApiName}: { eq: $contactId }, ${INVITATION_STATUS.fieldApiName}: { nin: ["Suppressed", "Failed"] } }
        orderBy: { ${REQUESTED_AT.fieldApiName}: { order: DESC, nulls: LAST } }
      ) @optional {
        edges {
          node {
            Id
            requestedAt: ${REQUESTED_AT.fieldApiName} @optional { value }
            survey: ${relationshipOf(INVITATION_SURVEY.fieldApiName)} @optional { Name @optional { value } }
          }
        }
      }
    }
  }
}`;
