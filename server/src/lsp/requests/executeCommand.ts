import { commands, refusal } from '../commands.js';
import { cancelled, type RequestKind } from '../requestHost.js';

export const executeCommand: RequestKind = {
  capabilities: () => ({
    executeCommandProvider: { commands: commands.map(({ name }) => name) },
  }),
  register: (connection, host) => {
    connection.onExecuteCommand(async ({ command, arguments: args = [] }, token) => {
      const known = commands.find(({ name }) => name === command);
      if (known === undefined) {
        return refusal(`There is no command \`${command}\`.`);
      }
      await host.settled(token);
      return token.isCancellationRequested
        ? cancelled()
        : host.answer<unknown>(token, null, (context) =>
            known.run(context, args as unknown[], host),
          );
    });
  },
};
