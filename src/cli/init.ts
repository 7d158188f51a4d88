import { type Env, failureOf } from '../env/env.ts';
import { EXIT } from './exit.ts';
import type { Io } from './io.ts';

const MARKET = `# A market to start from: change what is here, add what you know. "marketbrief schema" prints the format for editors.
marketbrief: 1
id: my-market
language: en
title: My market
subtitle: A first briefing
shortTitle: My market briefing
name: my market
asOf: 2025-01-01

areas:
  - { id: world, label: World }

sources:
  - { id: report, type: report, title: Title of the report, publisher: Its publisher, short: "Publisher, title of the report" }

headline: [world.size]

series:
  - id: world.size
    label: Size of my market
    short: World market
    phrase: the world market
    scope: { measure: market-size, area: world }
    unit: { kind: money, currency: USD, scale: 9 }      # scale 9: billions
    source: { id: report, locator: page 1 }
    points:                                             # decimals in quotes keep their zeros
      - { period: 2023, value: "1.00", status: actual }
      - { period: 2024, value: "1.10", status: estimate }
      - { period: 2029, value: "1.77", status: forecast }
      # a figure the source withholds: { period: 2030, missing: undisclosed, status: forecast }

growth:
  - { of: world.size, from: 2024, to: 2029, value: "10.0", source: { id: report, locator: page 1 } }

narratives:
  drivers:
    headline: Two forces push the market
    points:
      - { label: First force, text: "One sentence on it" }
      - { label: Second force, text: "One sentence on it" }
    body: |
      A paragraph for the report. Figures are named, never typed: the market was [@fig:world.size.2024] in [@fig:world.size.2024|year].
    source: { id: report }
  restraints:
    headline: One force holds it back
    points:
      - { label: The obstacle, text: "One sentence on it" }
    body: |
      A paragraph for the report.
    source: { id: report }
`;

const README = `# Briefings

    npx marketbrief build        # builds data/*.yaml into output/
    npx marketbrief validate     # checks the files without building
    npx marketbrief outline data/my-market.yaml
`;

const FILES: Readonly<Record<string, string>> = { 'data/my-market.yaml': MARKET, 'README.md': README, '.gitignore': 'output/\n' };

/** Whether there is anything at a path; a folder cannot be read and is there all the same. */
const isThere = async (path: string, env: Env): Promise<boolean> => {
  try {
    return (await env.readFile(path)) !== undefined;
  } catch (error) {
    if (failureOf(error) === undefined) throw error;
    return true;
  }
};

/** Makes a folder that builds at once. Never overwrites a file. */
export const runInit = async (folder: string, env: Env, io: Io): Promise<number> => {
  for (const name of Object.keys(FILES)) {
    if (await isThere(env.resolve(folder, name), env)) {
      io.err(`error cli/exists: ${folder}/${name} is already there\n  hint: give the name of a new folder`);
      return EXIT.output;
    }
  }
  try {
    await env.writeFiles(
      Object.entries(FILES).map(([name, content]) => ({ path: env.resolve(folder, name), bytes: new TextEncoder().encode(content) })),
    );
  } catch (error) {
    if (failureOf(error) === undefined) throw error;
    io.err(`error cli/cannot-write: ${error instanceof Error ? error.message : String(error)}`);
    return EXIT.output;
  }
  for (const name of Object.keys(FILES)) io.out(`${folder}/${name}`);
  return EXIT.ok;
};
