import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { installOnce } from './installOnce.js';
import { cacheFolder, projectFolder } from './projectFolder.js';

/** A Chromium and what it takes to start it without a display. */
export interface Chromium {
  readonly executable: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** No sandbox for root, and no traffic of the browser's own. */
const quiet = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const usualPlaces: Readonly<Record<string, readonly string[]>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

/** Chromium browsers already on this machine, the likeliest first; `CHROME_PATH` before all others. */
export function installedChromiums(env: NodeJS.ProcessEnv = process.env): Chromium[] {
  const folders = (env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '');
  const candidates = [
    env['CHROME_PATH'] ?? '',
    ...names.flatMap((name) => folders.map((folder) => path.join(folder, name))),
    ...(usualPlaces[process.platform] ?? []),
  ];
  return candidates
    .filter(isExecutable)
    .map((executable) => ({ executable, args: quiet, env: {} }));
}

function isExecutable(file: string): boolean {
  if (file === '') return false;
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The Chromium that the npm package `@sparticuz/chromium` carries (Linux, x64), with the libraries
 * and fonts that a bare machine lacks. `scratch` is a folder for this run's font configuration.
 */
export async function packagedChromium(fonts: string, scratch: string): Promise<Chromium> {
  const version = await packageVersion();
  const folder = await installOnce(cacheFolder, {
    name: `chromium-${version}`,
    title: `headless Chromium (@sparticuz/chromium ${version})`,
    duration: 'a few seconds and 200 MB',
    stamp: { version, layout: 1 },
    fill: unpack,
  });
  const { default: carried } = await import('@sparticuz/chromium');
  return {
    executable: path.join(folder, 'chromium'),
    args: [...carried.args, ...quiet],
    env: {
      LD_LIBRARY_PATH: [path.join(folder, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']]
        .filter((part) => part !== undefined)
        .join(path.delimiter),
      FONTCONFIG_PATH: await fontConfiguration(scratch, fonts),
    },
  };
}

async function packageVersion(): Promise<string> {
  const manifest = path.join(projectFolder, 'node_modules/@sparticuz/chromium/package.json');
  return (JSON.parse(await readFile(manifest, 'utf8')) as { version: string }).version;
}

/**
 * The package unpacks into the temporary folder, and its libraries only where it sees AWS Lambda: a
 * process of its own is told that both are so.
 */
async function unpack(folder: string): Promise<void> {
  const carrier = JSON.stringify(import.meta.resolve('@sparticuz/chromium'));
  const program = `(await import(${carrier})).default.executablePath()`;
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program], {
    env: { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
  });
}

async function fontConfiguration(scratch: string, fonts: string): Promise<string> {
  const folder = path.join(scratch, 'fonts');
  await mkdir(folder, { recursive: true });
  const alias = (family: string, prefer: string): string =>
    `<alias binding="same"><family>${family}</family><prefer><family>${prefer}</family></prefer></alias>`;
  await writeFile(
    path.join(folder, 'fonts.conf'),
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${fonts}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${path.join(folder, 'cache')}</cachedir>
  ${alias('monospace', 'DejaVu Sans Mono')}
  ${['sans-serif', 'sans', 'system-ui', 'Ubuntu'].map((name) => alias(name, 'DejaVu Sans')).join('\n  ')}
</fontconfig>
`,
  );
  return folder;
}
