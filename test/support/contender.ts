// One of many processes that write to and read from the same book at once, until killed. Bundled and started by a test.
import { randomBytes } from 'node:crypto'
import { writeSync } from 'node:fs'
import { UserError } from '../../src/core/base/problem.ts'
import { type CommitWorld, commit, type Edit } from '../../src/store/commit.ts'
import { digest, readIfThere } from '../../src/store/digest.ts'
import { readSettled } from '../../src/store/head.ts'
import { type LockWorld, withLock } from '../../src/store/lock.ts'
import { realFiles } from '../../src/world/files.ts'
import { ownProcess, processStart, sleep } from '../../src/world/process.ts'
import type { Files } from '../../src/world/world.ts'

const [role = '', folder = '', name = ''] = process.argv.slice(2)

const world: LockWorld & CommitWorld = {
  files: realFiles,
  randomHex: (digits) => randomBytes(digits).toString('hex').slice(0, digits),
  process: ownProcess(),
  processStart,
  sleep,
  moment: () => '',
  holdSignals: () => {},
}

const journal = 'journal/2026-11.csv'

function rowsOf(files: Files): { readonly text: string; readonly rows: readonly string[] } {
  const text = new TextDecoder().decode(readIfThere(files, `${folder}/${journal}`) ?? new Uint8Array())
  return { text, rows: text.split('\n').slice(0, -1) }
}

/** The next number: a row of the journal and a file of its own, together. */
function editsFor(files: Files): { readonly edits: readonly Edit[]; readonly number: number } {
  const { text, rows } = rowsOf(files)
  const number = rows.length + 1
  const bytes = (t: string) => new TextEncoder().encode(t)
  return {
    number,
    edits: [
      { path: journal, before: text === '' ? null : digest(text), after: bytes(`${text}${number},${name}\n`) },
      { path: `bills/${number}.yaml`, before: null, after: bytes(`${name}\n`) },
    ],
  }
}

async function write(): Promise<void> {
  const number = await withLock(world, folder, { verb: 'contend', waitSeconds: 600 }, () => {
    const next = editsFor(world.files)
    commit(world, folder, { edits: next.edits })
    return next.number
  })
  writeSync(1, `wrote ${number}\n`)
}

/** Whatever is seen belongs together: as many files as rows. */
async function read(): Promise<void> {
  const seen = await readSettled(world, folder, (files) => ({
    rows: rowsOf(files).rows.length,
    bills: files.list(`${folder}/bills`).length,
  }))
  writeSync(1, seen.rows === seen.bills ? `saw ${seen.rows}\n` : `mixed ${seen.rows} ${seen.bills}\n`)
}

for (;;) {
  try {
    await (role === 'writer' ? write() : read())
  } catch (error) {
    const codes = error instanceof UserError ? error.problems.map((p) => p.code).join(' ') : String(error)
    writeSync(1, `failed ${codes}\n`)
  }
}
