import { VERSION } from '../base/version.ts';
import { failureOf } from '../env/env.ts';
import { nodeEnv } from '../env/node.ts';
import { EXIT } from './exit.ts';
import { processIo } from './io.ts';

const collect = (pair: string, all: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> => {
  const at = pair.indexOf('=');
  return at < 0 ? { ...all, [pair]: '' } : { ...all, [pair.slice(0, at)]: pair.slice(at + 1) };
};

const main = async (argv: readonly string[]): Promise<number> => {
  if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
    process.stdout.write(`${VERSION}\n`);
    return EXIT.ok;
  }
  const { Command, CommanderError } = await import('commander');
  const io = processIo();
  const env = nodeEnv();
  let exit: number = EXIT.ok;
  const program = new Command('marketbrief')
    .description('Turns a market description into a PowerPoint deck, a Word report and a PDF briefing that carry the same figures.')
    .version(VERSION)
    .showHelpAfterError('(marketbrief --help shows what there is)')
    .exitOverride();

  program
    .command('build')
    .description('build the documents of market files')
    .argument('[files...]', 'market files (YAML or JSON); default: those in ./data')
    .option('--to <formats>', 'pptx, docx, pdf, deck.pdf, svg, json, joined by commas', 'pptx,docx,pdf')
    .option('--out <folder>', 'where to write; each market gets a folder of its own', 'output')
    .option('--lang <code>', 'language of the documents; default: that of the market file')
    .option('--template <name>', 'a shipped template, or a folder with briefing.md.hbs')
    .option('--brand <folder>', 'a folder with _brand.yml')
    .option('-P, --param <name=value>', 'client=…, date=YYYY-MM-DD, confidentiality=…, data-tables=no, handout=notes (repeatable)', collect)
    .option(
      '--length <length>',
      'slides of the deck: short (about 5), standard (about 12) or full (25 and more); the report holds everything',
    )
    .option('--aspect <shape>', 'shape of the slides: 16:9 or 4:3')
    .option('--cover <ground>', 'dark, or light for office printers')
    .option('--paper <name>', 'paper of report and PDF: a4 or letter (default: that of the language)')
    .option('--pdfa', 'make the PDF a PDF/A-3a, for archives (not validated by a checker)')
    .option('--draft', 'mark every page DRAFT')
    .option('--strict', 'treat warnings as errors: exit with 4 and write nothing')
    .option('--watch', 'build again whenever a file changes')
    .option('--json', 'print what was built, with all findings, as JSON')
    .option('--quiet', 'print errors only')
    .option('--verbose', 'print notes and progress')
    .addHelpText(
      'after',
      '\nExamples:\n  marketbrief build\n  marketbrief build data/my-market.yaml --to pptx -P client="Example Hospitals"\n',
    )
    .action(async (files: readonly string[], options) => {
      exit = options.watch
        ? await (await import('./watch.ts')).runWatch(files, options, env, io)
        : await (await import('./build.ts')).runBuild(files, options, env, io);
    });

  program
    .command('init')
    .description('make a project folder that builds at once')
    .argument('[folder]', 'where', '.')
    .action(async (folder: string) => {
      exit = await (await import('./init.ts')).runInit(folder, env, io);
    });

  program
    .command('validate')
    .description('check market files and show every problem, without building')
    .argument('[files...]', 'market files; default: those in ./data')
    .option('--lang <code>', 'language of the documents; default: that of the market file')
    .option('--template <name>', 'the template that will show them; default: market-briefing')
    .option('--length <length>', 'of the deck: short, standard or full')
    .option('--strict', 'exit with 4 on warnings')
    .option('--json', 'print findings as JSON')
    .action(async (files: readonly string[], options) => {
      exit = await (await import('./validate.ts')).runValidate(files, options, env, io);
    });

  program
    .command('outline')
    .description('print the action titles in order')
    .argument('[files...]', 'market files; default: those in ./data')
    .option('--lang <code>', 'language of the documents; default: that of the market file')
    .option('--template <name>', 'a shipped template, or a folder with briefing.md.hbs')
    .option('--length <length>', 'of the deck: short, standard or full')
    .option('--aspect <shape>', 'shape of the slides: 16:9 or 4:3')
    .option('--json', 'print titles with their sections as JSON')
    .action(async (files: readonly string[], options) => {
      exit = await (await import('./outline.ts')).runOutline(files, options, env, io);
    });

  program
    .command('explain')
    .description('tell where a figure comes from and where it is printed')
    .argument('<figure>', 'id of a figure, e.g. global.size.2029')
    .argument('[files...]', 'market files; default: those in ./data')
    .option('--json', 'print it as JSON')
    .action(async (figure: string, files: readonly string[], options) => {
      exit = await (await import('./explain.ts')).runExplain(figure, files, options, env, io);
    });

  program
    .command('schema')
    .description('print the JSON Schema of market files (draft-07)')
    .action(async () => {
      exit = (await import('./schema.ts')).runSchema(io);
    });

  try {
    await program.parseAsync([...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  }
  return exit;
};

// A reader such as "head" may close the pipe before all is written: that is its right, not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

main(process.argv.slice(2)).then(
  (exit) => {
    process.exitCode = exit;
  },
  (error: unknown) => {
    const why = failureOf(error);
    if (why !== undefined) {
      const path = (error as NodeJS.ErrnoException).path ?? '';
      process.stderr.write(`error cli/cannot-read: ${path === '' ? '' : `${path}: `}${why}\n`);
      process.exitCode = EXIT.output;
      return;
    }
    process.stderr.write(
      `marketbrief ran into a bug of its own.\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\nPlease report this text together with the command and, if you may, the market file.\n`,
    );
    process.exitCode = EXIT.bug;
  },
);
