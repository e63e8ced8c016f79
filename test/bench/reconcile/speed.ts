// npm run bench:reconcile -- --speed: what reconciling costs, for books and statements of several sizes.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { measure, median } from '../measure.ts'
import { type OpenBookSize, writeOpenBook } from './open-book.ts'

const sizes: readonly OpenBookSize[] = [
  { lines: 10_000, bills: 10_000 },
  { lines: 1_000, bills: 100_000 },
  { lines: 10_000, bills: 100_000 },
  { lines: 20_000, bills: 100_000 },
  { lines: 10_000, bills: 200_000 },
]

/** What 10,000 lines against 100,000 open bills may cost. */
const bar = { lines: 10_000, bills: 100_000, seconds: 5, megabytes: 500 }

const crm = join(import.meta.dirname, '../../../bin/crm.js')

/** Rows of a table; `false` where the bar is missed. Each size cold, without a cache. */
export function measureSpeed(rounds: number): { readonly rows: string[][]; readonly isFastEnough: boolean } {
  let isFastEnough = true
  const rows = sizes.map((size) => {
    const scratch = mkdtempSync(join(tmpdir(), 'crm-speed-'))
    try {
      const folder = join(scratch, 'book')
      writeOpenBook(folder, size)
      const argv = [process.execPath, crm, '-C', folder, '--today', '2026-11-25', 'reconcile', '--json', '-n']
      const before = () => rmSync(join(folder, '.crm'), { recursive: true, force: true })
      const costs = measure([{ name: 'reconcile', argv, before }], rounds, scratch).get('reconcile') ?? []
      const [cpu, wall, peak] = [
        median(costs.map((c) => c.cpu)),
        median(costs.map((c) => c.wall)),
        median(costs.map((c) => c.peak)),
      ]
      if (size.lines === bar.lines && size.bills === bar.bills && (wall > bar.seconds || peak > bar.megabytes))
        isFastEnough = false
      return [String(size.lines), String(size.bills), cpu.toFixed(1), wall.toFixed(1), peak.toFixed(0)]
    } finally {
      rmSync(scratch, { recursive: true, force: true })
    }
  })
  return { rows: [['lines', 'open bills', 'CPU s', 'wall s', 'peak MB'], ...rows], isFastEnough }
}
