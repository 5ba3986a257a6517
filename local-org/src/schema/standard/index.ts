import type { StandardObjectDefinition } from './definition.ts';
import { ACCOUNT } from './objects/account.ts';
import { ACCOUNT_CONTACT_ROLE } from './objects/accountContactRole.ts';
import { ASSET } from './objects/asset.ts';
import { ATTACHMENT } from './objects/attachment.ts';
import { BUSINESS_HOURS } from './objects/businessHours.ts';
import { BUSINESS_PROCESS } from './objects/businessProcess.ts';
import { CAMPAIGN } from './objects/campaign.ts';
import { CAMPAIGN_MEMBER } from './objects/campaignMember.ts';
import { CAMPAIGN_MEMBER_STATUS } from './objects/campaignMemberStatus.ts';
import { CASE } from './objects/case.ts';
import { CASE_COMMENT } from './objects/caseComment.ts';
import { CASE_CONTACT_ROLE } from './objects/caseContactRole.ts';
import { CASE_STATUS } from './objects/caseStatus.ts';
import { CONTACT } from './objects/contact.ts';
import { CONTENT_DOCUMENT } from './objects/contentDocument.ts';
import { CONTENT_DOCUMENT_LINK } from './objects/contentDocumentLink.ts';
import { CONTENT_VERSION } from './objects/contentVersion.ts';
import { CONTRACT } from './objects/contract.ts';
import { CONTRACT_CONTACT_ROLE } from './objects/contractContactRole.ts';
import { CONTRACT_STATUS } from './objects/contractStatus.ts';
import { CUSTOM_NOTIFICATION_TYPE } from './objects/customNotificationType.ts';
import { CUSTOM_PERMISSION } from './objects/customPermission.ts';
import { DASHBOARD } from './objects/dashboard.ts';
import { EMAIL_MESSAGE } from './objects/emailMessage.ts';
import { EMAIL_TEMPLATE } from './objects/emailTemplate.ts';
import { ENTITY_DEFINITION } from './objects/entityDefinition.ts';
import { EVENT } from './objects/event.ts';
import { FEED_COMMENT } from './objects/feedComment.ts';
import { FEED_ITEM } from './objects/feedItem.ts';
import { FIELD_DEFINITION } from './objects/fieldDefinition.ts';
import { FLOW_DEFINITION_VIEW } from './objects/flowDefinitionView.ts';
import { FOLDER } from './objects/folder.ts';
import { GROUP } from './objects/group.ts';
import { GROUP_MEMBER } from './objects/groupMember.ts';
import { HOLIDAY } from './objects/holiday.ts';
import { INDIVIDUAL } from './objects/individual.ts';
import { LEAD } from './objects/lead.ts';
import { LEAD_STATUS } from './objects/leadStatus.ts';
import { LIST_VIEW } from './objects/listView.ts';
import { LOGIN_HISTORY } from './objects/loginHistory.ts';
import { NOTE } from './objects/note.ts';
import { OPPORTUNITY } from './objects/opportunity.ts';
import { OPPORTUNITY_CONTACT_ROLE } from './objects/opportunityContactRole.ts';
import { OPPORTUNITY_LINE_ITEM } from './objects/opportunityLineItem.ts';
import { OPPORTUNITY_STAGE } from './objects/opportunityStage.ts';
import { ORDER } from './objects/order.ts';
import { ORDER_ITEM } from './objects/orderItem.ts';
import { ORG_WIDE_EMAIL_ADDRESS } from './objects/orgWideEmailAddress.ts';
import { ORGANIZATION } from './objects/organization.ts';
import { PERMISSION_SET } from './objects/permissionSet.ts';
import { PERMISSION_SET_ASSIGNMENT } from './objects/permissionSetAssignment.ts';
import { PRICEBOOK2 } from './objects/pricebook2.ts';
import { PRICEBOOK_ENTRY } from './objects/pricebookEntry.ts';
import { PRODUCT2 } from './objects/product2.ts';
import { PROFILE } from './objects/profile.ts';
import { QUEUE_SOBJECT } from './objects/queueSobject.ts';
import { RECORD_TYPE } from './objects/recordType.ts';
import { REPORT } from './objects/report.ts';
import { TASK } from './objects/task.ts';
import { TASK_PRIORITY } from './objects/taskPriority.ts';
import { TASK_STATUS } from './objects/taskStatus.ts';
import { TOPIC } from './objects/topic.ts';
import { TOPIC_ASSIGNMENT } from './objects/topicAssignment.ts';
import { FIELD_PERMISSIONS } from './objects/fieldPermissions.ts';
import { MUTING_PERMISSION_SET } from './objects/mutingPermissionSet.ts';
import { OBJECT_PERMISSIONS } from './objects/objectPermissions.ts';
import { PERMISSION_SET_GROUP } from './objects/permissionSetGroup.ts';
import { PERMISSION_SET_GROUP_COMPONENT } from './objects/permissionSetGroupComponent.ts';
import { PERMISSION_SET_TAB_SETTING } from './objects/permissionSetTabSetting.ts';
import { SETUP_ENTITY_ACCESS } from './objects/setupEntityAccess.ts';
import { USER } from './objects/user.ts';
import { USER_LICENSE } from './objects/userLicense.ts';
import { USER_RECORD_ACCESS } from './objects/userRecordAccess.ts';
import { USER_ROLE } from './objects/userRole.ts';

/** The standard objects of the org. */
export const STANDARD_OBJECTS: readonly StandardObjectDefinition[] = [
  ACCOUNT,
  ACCOUNT_CONTACT_ROLE,
  ASSET,
  ATTACHMENT,
  BUSINESS_HOURS,
  BUSINESS_PROCESS,
  CAMPAIGN,
  CAMPAIGN_MEMBER,
  CAMPAIGN_MEMBER_STATUS,
  CASE,
  CASE_COMMENT,
  CASE_CONTACT_ROLE,
  CASE_STATUS,
  CONTACT,
  CONTENT_DOCUMENT,
  CONTENT_DOCUMENT_LINK,
  CONTENT_VERSION,
  CONTRACT,
  CONTRACT_CONTACT_ROLE,
  CONTRACT_STATUS,
  CUSTOM_NOTIFICATION_TYPE,
  CUSTOM_PERMISSION,
  DASHBOARD,
  EMAIL_MESSAGE,
  EMAIL_TEMPLATE,
  ENTITY_DEFINITION,
  EVENT,
  FEED_COMMENT,
  FEED_ITEM,
  FIELD_DEFINITION,
  FLOW_DEFINITION_VIEW,
  FOLDER,
  GROUP,
  GROUP_MEMBER,
  HOLIDAY,
  INDIVIDUAL,
  LEAD,
  LEAD_STATUS,
  LIST_VIEW,
  LOGIN_HISTORY,
  NOTE,
  OPPORTUNITY,
  OPPORTUNITY_CONTACT_ROLE,
  OPPORTUNITY_LINE_ITEM,
  OPPORTUNITY_STAGE,
  ORDER,
  ORDER_ITEM,
  ORG_WIDE_EMAIL_ADDRESS,
  ORGANIZATION,
  PERMISSION_SET,
  PERMISSION_SET_ASSIGNMENT,
  PRICEBOOK2,
  PRICEBOOK_ENTRY,
  PRODUCT2,
  PROFILE,
  QUEUE_SOBJECT,
  RECORD_TYPE,
  REPORT,
  TASK,
  TASK_PRIORITY,
  TASK_STATUS,
  TOPIC,
  TOPIC_ASSIGNMENT,
  FIELD_PERMISSIONS,
  MUTING_PERMISSION_SET,
  OBJECT_PERMISSIONS,
  PERMISSION_SET_GROUP,
  PERMISSION_SET_GROUP_COMPONENT,
  PERMISSION_SET_TAB_SETTING,
  SETUP_ENTITY_ACCESS,
  USER,
  USER_LICENSE,
  USER_RECORD_ACCESS,
  USER_ROLE,
];
