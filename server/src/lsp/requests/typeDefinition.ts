import { provideTypeDefinition } from '../../features/typeDefinition.js';
import { answersGoTo, knowsGoTo } from '../goTo.js';
import type { RequestKind } from '../requestHost.js';

export const typeDefinition: RequestKind = {
  capabilities: (profile) =>
    knowsGoTo(profile, 'typeDefinition') ? { typeDefinitionProvider: true } : {},
  register: (connection, host) => {
    connection.onTypeDefinition(answersGoTo(host, 'typeDefinition', provideTypeDefinition));
  },
};
