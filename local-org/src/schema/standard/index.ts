import { ACCOUNT } from './account.ts';
import { EVENT, TASK } from './activities.ts';
import { CASE } from './case.ts';
import { CONTACT } from './contact.ts';
import type { StandardObject } from './definition.ts';
import { LEAD } from './lead.ts';
import { OPPORTUNITY } from './opportunity.ts';
import { ORGANIZATION, RECORD_TYPE } from './organization.ts';
import { GROUP, PERMISSION_SET, PERMISSION_SET_ASSIGNMENT, PROFILE, USER, USER_ROLE } from './users.ts';

/** The standard objects of the org. */
export const STANDARD_OBJECTS: readonly StandardObject[] = [
  ACCOUNT,
  CASE,
  CONTACT,
  EVENT,
  GROUP,
  LEAD,
  OPPORTUNITY,
  ORGANIZATION,
  PERMISSION_SET,
  PERMISSION_SET_ASSIGNMENT,
  PROFILE,
  RECORD_TYPE,
  TASK,
  USER,
  USER_ROLE,
];
