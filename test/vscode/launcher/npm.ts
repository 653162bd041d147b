import { spawn } from 'node:child_process';

/**
 * Installs packages into a folder with the npm that runs us, or the one on the PATH. No script of
 * any package is executed.
 */
export async function npmInstall(folder: string, ...packages: string[]): Promise<void> {
  const own = process.env['npm_execpath'];
  const useOwn = own !== undefined && /npm-cli\.c?js$/u.test(own);
  const command = useOwn ? process.execPath : 'npm';
  const args = [
    ...(useOwn ? [own] : []),
    'install',
    '--prefix',
    folder,
    '--ignore-scripts',
    '--omit=dev',
    '--no-audit',
    '--no-fund',
    '--no-save',
    '--loglevel=error',
    ...packages,
  ];
  await new Promise<void>((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: folder,
      env: withoutLifecycle(process.env),
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: !useOwn && process.platform === 'win32',
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`npm install ended with code ${String(code)}; is the registry there?`));
    });
  });
}

/** What `npm run` tells its scripts about *this* project must not steer an install elsewhere. */
function withoutLifecycle(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const own = /^npm_(lifecycle|package|command|config_(local_prefix|prefix|omit|include))/iu;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !own.test(name)));
}
