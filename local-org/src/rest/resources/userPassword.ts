import { SalesforceError } from '../../errors.ts';
import { PasswordDesk } from '../../users/passwordDesk.ts';
import { ok } from '../apiMessages.ts';
import type { Route } from '../route.ts';
import { jsonBody } from './shared.ts';

/** `/sobjects/User/{Id}/password`: whether it is expired, a new one, or a random one (REST API Developer Guide, "sObject User Password"). */
export const userPasswordRoutes: readonly Route[] = [
  {
    pattern: 'sobjects/User/:id/password',
    methods: {
      GET: ({ org }, { user }, { id = '' }) => ok({ isExpired: new PasswordDesk(org.database, user).isExpired(id) }),
      POST: ({ org }, request, { id = '' }) => {
        const password = jsonBody(request)['NewPassword'];
        if (typeof password !== 'string')
          throw new SalesforceError('MISSING_ARGUMENT', 'NewPassword is required', { fields: ['NewPassword'] });
        new PasswordDesk(org.database, request.user).set(id, password);
        return { status: 204 };
      },
      DELETE: ({ org }, { user }, { id = '' }) => ok({ NewPassword: new PasswordDesk(org.database, user).reset(id) }),
    },
  },
];
