import { SalesforceError } from '../../../errors.ts';
import type { Org } from '../../../org.ts';
import type { RequestUser } from '../../../requestUser.ts';
import type { SaveResult } from '../../../save/types.ts';
import type { FieldValues } from '../../../schema/types.ts';
import { PasswordDesk } from '../../../users/passwordDesk.ts';
import { permissionSetsUrl, usersUrl, viewUrl } from '../addresses.ts';
import { button, card, escapeHtml, facts, link, momentText, notice, postForm, select, tableOr } from '../html.ts';
import { momentOf, rowsOf, textOf, type Row } from '../rows.ts';
import type { SetupAsked, SetupDone, SetupPage, SetupView } from '../setupPage.ts';
import { formOfUser, recordOfForm, userFields, type UserForm } from './userForm.ts';
import { loginAs, newUserUrl } from './users.ts';

const above = [{ label: 'Users', url: usersUrl }];

const gone: SetupView = { title: 'User', content: '<p>There is no such user any more.</p>', status: 404 };

/** The form for a new user. */
export const newUserPage: SetupPage = {
  address: newUserUrl,
  entry: usersUrl,
  show: (asked) => newUser(asked, startingForm(asked.org, asked.user), ''),
  act: (asked, form): SetupDone => {
    const [result] = asked.org.records.insert('User', [recordOfForm(form)], { user: asked.user, allOrNone: true });
    if (result?.success === true) return { goTo: `${viewUrl(usersUrl, result.id)}?done=created` };
    return { ...newUser(asked, form, refusal(result)), status: 400 };
  },
};

/** One user: details, permission sets, password. */
export const userPage: SetupPage = {
  address: '/lightning/setup/ManageUsers/:id/view',
  entry: usersUrl,
  show: (asked) => shownUser(asked, ''),
  act: (asked, form): SetupDone => {
    const id = asked.params['id'] ?? '';
    const back = viewUrl(usersUrl, id);
    switch (form['act']) {
      case 'assign':
        return saved(asked, `${back}?done=assigned`, assign(asked, id, form['permissionSet'] ?? ''));
      case 'remove':
        return saved(asked, `${back}?done=removed`, remove(asked, form['assignment'] ?? ''));
      case 'password':
        return newPassword(asked, id);
      default:
        return saved(asked, `${back}?done=saved`, update(asked, { Id: id, ...recordOfForm(form) }), form);
    }
  },
};

function newUser({ org }: SetupAsked, form: UserForm, refused: string): SetupView {
  const buttons = `<div class="setup-buttons slds-m-top_small">${button('Create user', 'brand')}<a class="slds-button slds-button_neutral" href="${usersUrl}">Cancel</a></div>`;
  const said = '<p class="slds-m-bottom_small">No e-mail is sent: give the user a password on their page, or log in as them.</p>';
  return {
    title: 'New user',
    above,
    content:
      (refused === '' ? '' : notice('refused', refused)) + card('User', said + postForm(newUserUrl, userFields(org, form) + buttons)),
  };
}

/** A new user begins with the settings of the administrator who makes them. */
function startingForm(org: Org, user: RequestUser): UserForm {
  const [profile] = rowsOf(org.database, 'Profile', `SELECT "Id" AS id FROM "Profile" WHERE "Name" = 'Standard User'`);
  return {
    active: 'true',
    language: user.language,
    locale: user.locale,
    timeZone: user.timeZone,
    profile: profile === undefined ? '' : textOf(profile, 'id'),
  };
}

/** @param form what was written and refused; absent: what is stored is shown */
function shownUser(asked: SetupAsked, said: string, form?: UserForm): SetupView | undefined {
  const { org, params, user } = asked;
  const values = storedUser(org, params['id'] ?? '');
  if (values === undefined) return undefined;
  const id = String(values['Id']);
  const name = String(values['Name'] ?? values['LastName'] ?? '');
  const self = { id, name, active: values['IsActive'] === true };
  const edit = userFields(org, form ?? formOfUser(values)) + `<div class="setup-buttons slds-m-top_small">${button('Save', 'brand')}</div>`;
  const lastLogin = momentOf(values, 'LastLoginDate');
  const about = facts([
    ['Username', escapeHtml(String(values['Username'] ?? ''))],
    ['Id', escapeHtml(id)],
    ['Last login', lastLogin === undefined ? 'Never' : momentText(lastLogin, user.timeZone)],
  ]);
  return {
    title: name,
    above,
    content:
      said +
      card('User', about, loginAs(self, user.id)) +
      card('Details', postForm(viewUrl(usersUrl, id), edit)) +
      permissionSets(asked, id) +
      password(id),
  };
}

function storedUser({ schema, store }: Org, id: string): FieldValues | undefined {
  const object = schema.object('User');
  return object === undefined || !/^005\w{15}$/u.test(id) ? undefined : store.read(object, [id]).get(id);
}

function permissionSets({ org }: SetupAsked, userId: string): string {
  const assigned = assignedSets(org, userId);
  const rows = assigned.map((row) => [
    link(viewUrl(permissionSetsUrl, textOf(row, 'name')), textOf(row, 'label')),
    escapeHtml(textOf(row, 'name')),
    postForm(
      viewUrl(usersUrl, userId),
      `<input type="hidden" name="act" value="remove"><input type="hidden" name="assignment" value="${escapeHtml(textOf(row, 'assignment'))}">${button('Take away').replace('</button>', `<span class="slds-assistive-text"> ${escapeHtml(textOf(row, 'label'))}</span></button>`)}`,
    ),
  ]);
  const has = new Set(assigned.map((row) => textOf(row, 'id')));
  const others = allSets(org).filter((row) => !has.has(textOf(row, 'id')));
  const choices = others.map((row): readonly [string, string] => [textOf(row, 'id'), textOf(row, 'label')]);
  const form = postForm(
    viewUrl(usersUrl, userId),
    `<input type="hidden" name="act" value="assign"><div class="setup-search slds-m-top_small"><label class="slds-assistive-text" for="permissionSet">Permission set</label>${select('permissionSet', choices, '')}${button('Assign')}</div>`,
  );
  const table = tableOr('No permission set is assigned.', 'Permission sets', ['Permission set', 'API name', 'Action'], rows);
  return card('Permission sets', table + (choices.length === 0 ? '' : form));
}

function assignedSets({ database }: Org, userId: string): readonly Row[] {
  return rowsOf(
    database,
    'PermissionSetAssignment',
    `SELECT a."Id" AS assignment, p."Id" AS id, p."Name" AS name, p."Label" AS label FROM "PermissionSetAssignment" a
     JOIN "PermissionSet" p ON p."Id" = a."PermissionSetId" WHERE a."AssigneeId" = ? AND p."IsOwnedByProfile" = 0 AND a."IsDeleted" = 0
     ORDER BY p."Label"`,
    userId,
  );
}

function allSets({ database }: Org): readonly Row[] {
  const sql = `SELECT "Id" AS id, "Label" AS label FROM "PermissionSet" WHERE "IsOwnedByProfile" = 0 AND "IsDeleted" = 0 ORDER BY "Label"`;
  return rowsOf(database, 'PermissionSet', sql);
}

function password(userId: string): string {
  const text =
    '<p class="slds-m-bottom_small">A new password is shown once, here, and must be changed at the next log-in. E-mail is never sent.</p>';
  return card(
    'Password',
    text + postForm(viewUrl(usersUrl, userId), `<input type="hidden" name="act" value="password">${button('Make a new password')}`),
  );
}

function update({ org, user }: SetupAsked, record: FieldValues): SaveResult | undefined {
  return org.records.update('User', [record], { user, allOrNone: true })[0];
}

function assign({ org, user }: SetupAsked, userId: string, permissionSetId: string): SaveResult | undefined {
  const record = { AssigneeId: userId, PermissionSetId: permissionSetId };
  return org.records.insert('PermissionSetAssignment', [record], { user, allOrNone: true })[0];
}

function remove({ org, user }: SetupAsked, assignmentId: string): SaveResult | undefined {
  return org.records.delete('PermissionSetAssignment', [assignmentId], { user, allOrNone: true })[0];
}

function saved(asked: SetupAsked, goTo: string, result: SaveResult | undefined, form?: UserForm): SetupDone {
  if (result?.success === true) return { goTo };
  const view = shownUser(asked, notice('refused', refusal(result)), form);
  return { ...(view ?? gone), status: 400 };
}

function newPassword(asked: SetupAsked, userId: string): SetupDone {
  try {
    const made = new PasswordDesk(asked.org.database, asked.user).reset(userId);
    return shownUser(asked, notice('done', `The new password is ${made}`)) ?? gone;
  } catch (error) {
    if (!(error instanceof SalesforceError)) throw error;
    return { title: 'User', content: notice('refused', error.message), status: error.status };
  }
}

/** The org's own words. */
function refusal(result: SaveResult | undefined): string {
  return result?.success === false ? result.errors.map(({ message }) => message).join(' ') : 'Nothing was saved.';
}
