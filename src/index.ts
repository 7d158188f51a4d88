export { compile, type MarketSource } from './build/compile.ts';
export { type BuildOptions, type BuiltFile, type Compilation, type Format, FORMATS } from './build/options.ts';
export type { Diagnostic } from './base/diagnostic.ts';
export { renderDiagnostic } from './base/render-diagnostic.ts';
export type { Env } from './env/env.ts';
export { nodeEnv } from './env/node.ts';
