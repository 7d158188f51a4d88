export type { Diagnostic } from './base/diagnostic.ts';
export { renderDiagnostic } from './base/render-diagnostic.ts';
export { compile } from './build/compile.ts';
export { type BuildOptions, type BuiltFile, type Compilation, FORMATS, type Format } from './build/options.ts';
export type { MarketSource } from './build/read-briefing.ts';
export type { Env } from './env/env.ts';
export { nodeEnv } from './env/node.ts';
