// npm test: types, lint, build and every test, with the totals on a line of their own.
import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const report = join(tmpdir(), `crm-tests-${process.pid}.json`)
const steps = [
  ['types', 'npx', ['tsc', '--noEmit']],
  ['lint', 'npx', ['biome', 'check', '--error-on-warnings', '.']],
  ['build', 'node', ['build.js']],
]
let passed = 0
let failed = 0
for (const [name, program, args] of steps) {
  const { status } = spawnSync(program, args, { stdio: 'inherit' })
  console.log(`${status === 0 ? 'ok' : 'FAILED'} ${name}`)
  if (status === 0) passed += 1
  else failed += 1
}
const tests = spawnSync(
  'npx',
  ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
  { stdio: 'inherit' },
)
let unread = 0
try {
  const result = JSON.parse(readFileSync(report, 'utf8'))
  passed += result.numPassedTests
  failed += result.numFailedTests
  // A file that could not be loaded has no tests to count.
  unread = result.testResults.filter(
    (f) => f.status === 'failed' && f.assertionResults.every((a) => a.status !== 'failed'),
  ).length
} catch {
  unread = 1
}
rmSync(report, { force: true })
if (tests.status !== 0 && failed + unread === 0) unread = 1
failed += unread
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
