import { nodeEnv } from '../env/node.ts';
import { EXIT } from './exit.ts';
import { processIo } from './io.ts';
import { VERSION } from './version.ts';

const collect = (pair: string, all: Readonly<Record<string, string>>): Readonly<Record<string, string>> => {
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
    .option('--to <formats>', 'pptx, docx, pdf, svg, json, joined by commas', 'pptx,docx,pdf')
    .option('--out <folder>', 'where to write; each market gets a folder of its own', 'output')
    .option('--template <name>', 'a shipped template, or a folder with briefing.md.hbs')
    .option('--brand <folder>', 'a folder with _brand.yml')
    .option('-P, --param <name=value>', 'client=…, date=YYYY-MM-DD, confidentiality=… (repeatable)', collect, {})
    .option('--draft', 'mark every page DRAFT')
    .option('--strict', 'treat warnings as errors')
    .option('--json', 'print what was built, with all findings, as JSON')
    .option('--quiet', 'print errors only')
    .option('--verbose', 'print notes and progress')
    .addHelpText('after', '\nExamples:\n  marketbrief build\n  marketbrief build data/my-market.yaml --to pptx -P client="Example Hospitals"\n')
    .action(async (files: readonly string[], options) => {
      exit = await (await import('./build.ts')).runBuild(files, options, env, io);
    });

  try {
    await program.parseAsync([...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  }
  return exit;
};

main(process.argv.slice(2)).then(
  (exit) => {
    process.exitCode = exit;
  },
  (error: unknown) => {
    process.stderr.write(`marketbrief ran into a bug of its own.\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\nPlease report this text together with the command and, if you may, the market file.\n`);
    process.exitCode = EXIT.bug;
  },
);
