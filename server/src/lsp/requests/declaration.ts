import { provideDeclaration } from '../../features/definition.js';
import { answersGoTo, knowsGoTo } from '../goTo.js';
import type { RequestKind } from '../requestHost.js';

export const declaration: RequestKind = {
  capabilities: (profile) =>
    knowsGoTo(profile, 'declaration') ? { declarationProvider: true } : {},
  register: (connection, host) => {
    connection.onDeclaration(answersGoTo(host, 'declaration', provideDeclaration));
  },
};
