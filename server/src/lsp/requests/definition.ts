import { provideDefinition } from '../../features/definition.js';
import { answersGoTo } from '../goTo.js';
import type { RequestKind } from '../requestHost.js';

export const definition: RequestKind = {
  capabilities: () => ({ definitionProvider: true }),
  register: (connection, host) => {
    connection.onDefinition(answersGoTo(host, 'definition', provideDefinition));
  },
};
