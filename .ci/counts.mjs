/** Adds up vitest's JSON reports named on the command line and prints one closing line: `N passed, N failed, N skipped`. */
import { existsSync, readFileSync } from 'node:fs'

const counts = { passed: 0, failed: 0, skipped: 0 }
for (const file of process.argv.slice(2).filter((name) => existsSync(name))) {
  const report = JSON.parse(readFileSync(file, 'utf8'))
  counts.passed += report.numPassedTests
  counts.failed += report.numFailedTests
  counts.skipped += report.numPendingTests + report.numTodoTests
  // A file that does not even load holds tests that nobody can count: it must not look like none failed.
  counts.failed += report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length
}
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`)
