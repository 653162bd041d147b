import { provideImplementation } from '../../features/implementation.js';
import { answersGoTo, knowsGoTo } from '../goTo.js';
import type { RequestKind } from '../requestHost.js';

export const implementation: RequestKind = {
  capabilities: (profile) =>
    knowsGoTo(profile, 'implementation') ? { implementationProvider: true } : {},
  register: (connection, host) => {
    connection.onImplementation(answersGoTo(host, 'implementation', provideImplementation));
  },
};
