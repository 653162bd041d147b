import {
  createConnection,
  ProposedFeatures,
  StreamMessageReader,
} from 'vscode-languageserver/node';
import { keepAlive } from './keepAlive.js';
import { LifecycleReader, LifecycleWriter } from './lifecycle.js';
import { MessageHeaders } from './messageHeaders.js';
import { LanguageServer, type ServerOptions } from './server.js';
import { WholeMessageWriter } from './wholeMessageWriter.js';

/**
 * Serves one client over standard input and output until it says `exit`, or goes away. Ends the
 * process with 0 after a `shutdown` and with 1 otherwise.
 */
export function serveStdio(options: ServerOptions): void {
  const writer = new LifecycleWriter(new WholeMessageWriter(process.stdout));
  const messages = process.stdin.pipe(new MessageHeaders());
  const reader = new LifecycleReader(new StreamMessageReader(messages), writer);
  const end = (): void => {
    void reader.farewell().then(() => process.exit(reader.wasShutDown ? 0 : 1));
  };
  reader.onError((error) => {
    // After a header that cannot be read nothing that follows can be trusted.
    process.stderr.write(`policy-facts: ${error.message}\n`);
    process.exit(1);
  });
  reader.onClose(end);
  messages.on('end', end);
  const connection = createConnection(ProposedFeatures.all, reader, writer);
  keepAlive(new LanguageServer(connection, options).faults.report);
  connection.listen();
}
