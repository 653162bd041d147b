import { setFlagsFromString } from 'node:v8';
import { Command, CommanderError, Option } from 'commander';
import { serveStdio } from '../lsp/stdio.js';
import { check, checkFormats, type CheckOptions } from './check.js';
import { explain, explainPair } from './explain.js';
import { EXIT_FINDINGS, EXIT_USAGE } from './exitCode.js';
import { exportFolder, type ExportCommandOptions } from './export.js';
import { exportFormats } from '../features/export/exportFormats.js';
import { failLevels } from './failLevel.js';
import { mcp } from './mcp.js';
import { buildId, packageVersion, rulePageUri } from './packageFiles.js';
import { read } from './read.js';
import { report, reportFormats, type ReportOptions } from './report.js';
import { printSchema } from './schema.js';

// What is new has room enough in what loading the program took: by itself Node takes four times that, which is a sixth
// of all memory at a thousand articles, and saves a thirtieth of the time. After a key it saves more, so the language
// server lets Node have it once the folders are read (`lsp/heapRoom.ts`, docs/performance.md).
setFlagsFromString('--semi-space-growth-factor=1');

const program = new Command('policy-facts')
  .description(
    'Checks facts kept beside articles: what contradicts what, and what the text really says.',
  )
  .version(packageVersion())
  .showHelpAfterError()
  .exitOverride();

const format = (formats: readonly string[] = ['pretty', 'json']): Option =>
  new Option('--format <format>', 'how to print it').choices([...formats]).default('pretty');

program
  .command('check')
  .description('check a folder of articles and sidecars')
  .argument('[folder]', 'the folder', '.')
  .addOption(format(checkFormats))
  .addOption(
    new Option(
      '--fail-on <severity>',
      'exit with 1 if there is a finding of this severity or worse',
    )
      .choices([...failLevels])
      .default('warning'),
  )
  .option('--cache', 'keep what was read, so that the next check of the folder is quicker')
  .action(async (folder: string, options: CheckOptions) => {
    process.exitCode = await check(folder, options);
  });

program
  .command('report')
  .description('write a report that can be read, printed and mailed')
  .argument('[folder]', 'the folder', '.')
  .addOption(
    new Option(
      '--format <format>',
      'a page of HTML or Markdown (default: as FILE ends, or html)',
    ).choices([...reportFormats]),
  )
  .option('--output <file>', 'where to write it; to the standard output when left out')
  .action(async (folder: string, options: ReportOptions) => {
    process.exitCode = await report(folder, options);
  });

program
  .command('read')
  .description('print what is read in articles: figures, dates, mentions')
  .argument('<path...>', 'articles or folders')
  .addOption(format())
  .action(async (paths: string[], options: { format: 'pretty' | 'json' }) => {
    process.exitCode = await read(paths, options.format);
  });

program
  .command('export')
  .description('write the facts, or the organisations and people, for other programs')
  .argument('[folder]', 'the folder', '.')
  .addOption(
    new Option('--format <format>', 'csv, jsonld and ndjson: facts; popolo: organisations, people')
      .choices([...exportFormats])
      .makeOptionMandatory(),
  )
  .option('--output <file>', 'the file to write, instead of standard output')
  .option('--bom', 'start a CSV file with a byte order mark, by which Excel knows UTF-8')
  .action(async (folder: string, options: ExportCommandOptions) => {
    process.exitCode = await exportFolder(folder, options);
  });

program
  .command('explain')
  .description('print the page of a rule, or what two facts are to each other')
  .argument('<code>', 'the rule, for example value-conflict; or a fact, written ARTICLE#FACT')
  .argument('[fact]', 'the other fact')
  .option('--folder <folder>', 'the folder the facts are in', '.')
  .action(async (code: string, fact: string | undefined, { folder }: { folder: string }) => {
    process.exitCode = fact === undefined ? explain(code) : await explainPair(code, fact, folder);
  });

program
  .command('schema')
  .description("print the sidecar's JSON Schema")
  .action(() => {
    printSchema();
  });

program
  .command('mcp')
  .description('serve a language model over the Model Context Protocol: read-only, on stdio')
  .argument('[folder]', 'the folder', '.')
  .action(async (folder: string) => {
    await mcp(folder);
  });

program
  .command('lsp')
  .description('serve an editor over the Language Server Protocol')
  .option('--stdio', 'over standard input and output (the only way)')
  .allowUnknownOption() // editors add --clientProcessId=N and the like
  .allowExcessArguments()
  .action(() => {
    serveStdio({ version: packageVersion(), build: buildId(), rulePage: rulePageUri });
  });

// Whoever reads the output may stop doing so: `policy-facts check | head`.
process.stdout.on('error', () => {
  process.exit(process.exitCode ?? EXIT_FINDINGS);
});

program.parseAsync().catch((error: unknown) => {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : EXIT_USAGE;
    return;
  }
  process.stderr.write(`policy-facts: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = EXIT_USAGE;
});
