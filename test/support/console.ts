// The ```console blocks of a page: commands with their real output, run in order on a copy of the example book.
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { main } from '../../src/main.ts'
import { words } from './shell.ts'
import { fixedWorld } from './world.ts'

const examples = join(import.meta.dirname, '../../examples')

/**
 * Runs every block and returns the page with the output that came. A line `$ crm …` is run in the folder `books/electronics` (a copy of the
 * example) on the given day; `$ cd DIR` changes the folder; other `$` lines are not run and lose no output. Output is standard output, then
 * standard error. A line `…` at the end of a block stands for the rest.
 */
export async function refreshed(page: string, wishes: { today: string; language: 'en' | 'zh' }): Promise<string> {
  const place = mkdtempSync(join(tmpdir(), 'crm-readme-'))
  try {
    mkdirSync(join(place, 'books'))
    if (existsSync(examples)) cpSync(examples, join(place, 'books'), { recursive: true })
    const state = { folder: join(place, 'books', 'electronics'), seed: 0 }
    const parts = page.split(/(^```console\n[\s\S]*?^```$)/m)
    const done: string[] = []
    for (const part of parts)
      done.push(part.startsWith('```console') ? await block(part, state, { ...wishes, place }) : part)
    return done.join('')
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

interface State {
  folder: string
  seed: number
}

async function block(
  text: string,
  state: State,
  wishes: { today: string; language: string; place: string },
): Promise<string> {
  const lines = text.split('\n').slice(1, -1)
  const out: string[] = []
  for (let i = 0; i < lines.length; ) {
    const line = lines[i] ?? ''
    let next = i + 1
    while (next < lines.length && !(lines[next] ?? '').startsWith('$ ')) next++
    const old = lines.slice(i + 1, next)
    out.push(line)
    if (line.startsWith('$ crm ')) out.push(...shortened(await run(line.slice(2), state, wishes), old))
    else if (line.startsWith('$ cd ')) state.folder = join(wishes.place, 'books', line.slice(5).trim())
    else out.push(...old)
    i = next
  }
  return ['```console', ...out, '```'].join('\n')
}

/** A block that ended in `…` shows as many lines as before. */
function shortened(fresh: readonly string[], old: readonly string[]): readonly string[] {
  if (old.at(-1) !== '…' || fresh.length <= old.length) return fresh
  return [...fresh.slice(0, old.length - 1), '…']
}

async function run(
  line: string,
  state: State,
  wishes: { today: string; language: string; place: string },
): Promise<string[]> {
  const captured = fixedWorld(state.folder, {
    today: wishes.today,
    environment: { CRM_LANG: wishes.language },
    seed: state.seed++,
  })
  await main(words(line).slice(1), captured.world)
  const said = (captured.stdout() + captured.stderr()).replaceAll(`${wishes.place}/`, '')
  return said
    .replace(/\n$/, '')
    .split('\n')
    .filter((l, _, all) => !(all.length === 1 && l === ''))
}
