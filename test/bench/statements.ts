// The sample statements as a table: files × lines × status. `npm run bench:statements`; nothing to say where the samples are not there.
import { relative } from 'node:path'
import { sharedData } from '../support/shared.ts'
import { compareFile, statedReason } from '../support/statements/compare.ts'
import { sampleStatements } from '../support/statements/samples.ts'
import { speedTable } from './statement-speed.ts'

const root = sharedData('') ?? ''

function statusOf(file: string, c: ReturnType<typeof compareFile>): string {
  if (c.from !== '' && c.expected > 0) {
    if (c.differences.length === 0) return `equal to ${c.from}`
    return `${statedReason(file) ?? `DIFFERS from ${c.from}: ${c.differences.length}`}`
  }
  return c.format === '' ? `refused: ${c.said[0] ?? ''}` : 'read'
}

if (process.argv.includes('--speed')) {
  const only = process.argv.slice(process.argv.indexOf('--speed') + 1)
  process.stdout.write(speedTable(100_000, only))
  process.exit(0)
}

const rows = sampleStatements().map((file) => {
  const c = compareFile(file)
  return {
    file: relative(root, file),
    format: c.format,
    lines: c.lines,
    rejected: c.rejected,
    expected: c.expected,
    status: statusOf(file, c),
  }
})
process.stdout.write(
  '| file | format | lines | rejected | expected | status |\n| --- | --- | ---: | ---: | ---: | --- |\n',
)
for (const r of rows)
  process.stdout.write(`| ${r.file} | ${r.format} | ${r.lines} | ${r.rejected} | ${r.expected || ''} | ${r.status} |\n`)
const count = (start: string) => rows.filter((r) => r.status.startsWith(start)).length
const lines = rows.reduce((n, r) => n + r.lines, 0)
const equal = rows.filter((r) => r.status.startsWith('equal')).reduce((n, r) => n + r.expected, 0)
process.stdout.write(
  `\n${rows.length} files, ${lines} lines: ${count('equal')} files equal to what lies beside them (${equal} lines), ${count('read')} read, ${count('refused')} refused with a reason, ${count('DIFFERS')} different without one.\n`,
)
