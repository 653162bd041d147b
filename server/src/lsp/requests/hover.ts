import { provideHover } from '../../features/hover.js';
import type { RequestKind } from '../requestHost.js';

export const hover: RequestKind = {
  capabilities: () => ({ hoverProvider: true }),
  register: (connection, host) => {
    connection.onHover((params, token) => host.answerAt(params, token, null, provideHover));
  },
};
