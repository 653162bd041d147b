import { createRequire } from 'node:module';
import { join } from 'node:path';
import { runTool, tools } from '../features/tools/tools.js';
import type { ToolAnswer, ToolRefusal } from '../features/tools/tool.js';
import type { serveMcp } from '../mcp/serve.js';
import { openFolder } from './openFolder.js';
import { packageVersion } from './packageFiles.js';

/**
 * Serves the tools of a folder over the Model Context Protocol until standard input ends.
 * @throws an error with a message for people when it is not a folder
 */
export async function mcp(path: string): Promise<void> {
  const { workspace } = await openFolder(path);
  let last: Promise<unknown> = Promise.resolve();
  // One call after the other: what one reads again must not change under another.
  const run = (name: string, args: unknown): Promise<ToolAnswer | ToolRefusal> => {
    const answer = last.then(async () => {
      await workspace.refreshAll();
      return runTool(workspace, name, args);
    });
    last = answer.catch(() => undefined);
    return answer;
  };
  const load = createRequire(__filename);
  const bundle = load(join(__dirname, 'mcp.cjs')) as { readonly serveMcp: typeof serveMcp };
  await bundle.serveMcp({ version: packageVersion(), tools, run });
}
