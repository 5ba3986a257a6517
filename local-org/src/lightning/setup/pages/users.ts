import { loginAsUrl } from '../../../oauth/loginAs.ts';
import { usersUrl, viewUrl } from '../addresses.ts';
import { badge, button, card, escapeHtml, link, momentText, postForm, searchForm, tableOr, textOr } from '../html.ts';
import { queryText, type SetupPage } from '../setupPage.ts';
import { usersNamed, type ListedUser } from './userList.ts';

/** Address of the form for a new user. */
export const newUserUrl = usersUrl.replace('/home', '/new');

/** The list of users, each with a button to see the org as they do. */
export const usersPage: SetupPage = {
  address: usersUrl,
  entry: usersUrl,
  show: (asked) => {
    const wanted = queryText(asked, 'q');
    const rows = usersNamed(asked.org, wanted).map((user) => [
      `${link(viewUrl(usersUrl, user.id), user.name)}<div class="slds-text-color_weak">${escapeHtml(user.username)}</div>`,
      textOr(user.role),
      textOr(user.profile),
      user.active ? badge('Active', 'good') : badge('Inactive'),
      user.lastLogin === undefined ? 'Never' : momentText(user.lastLogin, asked.user.timeZone),
      loginAs(user, asked.user.id),
    ]);
    const columns = ['Name', 'Role', 'Profile', 'Status', 'Last login', 'Action'];
    const said =
      '<p class="slds-m-bottom_small">“Log in as” shows the org as this user sees it, with their objects, fields and records. A bar on every page says so, and brings you back.</p>';
    const add = `<a class="slds-button slds-button_brand" href="${newUserUrl}">New user</a>`;
    const none = `Nobody is called “${wanted}”.`;
    return {
      title: 'Users',
      content: searchForm(usersUrl, 'Search users', wanted) + card('Users', said + tableOr(none, 'Users', columns, rows), add),
    };
  },
};

/** A button to see the org as this user does, or why there is none. */
export function loginAs(user: Pick<ListedUser, 'id' | 'name' | 'active'>, selfId: string): string {
  if (user.id === selfId) return 'You';
  if (!user.active) return textOr('');
  const name = `<span class="slds-assistive-text"> ${escapeHtml(user.name)}</span>`;
  return postForm(
    loginAsUrl,
    `<input type="hidden" name="userId" value="${escapeHtml(user.id)}">${button('Log in as').replace('</button>', `${name}</button>`)}`,
  );
}
