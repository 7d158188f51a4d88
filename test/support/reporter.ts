import type { Reporter, TestModule } from 'vitest/node';

/** Ends a run with the counts alone on the last line, whatever happened. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    let passed = 0;
    let failed = 0;
    for (const module of modules) {
      let ran = 0;
      for (const test of module.children.allTests()) {
        ran++;
        if (test.result().state === 'passed') passed++;
        else if (test.result().state === 'failed') failed++;
      }
      // A file that could not even be loaded is a failure of its own.
      if (module.errors().length > 0 || (ran === 0 && module.state() === 'failed')) failed++;
    }
    process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  }
}
