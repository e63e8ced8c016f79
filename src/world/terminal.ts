// Standard input, output and error as the Terminal port.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Terminal } from './world.ts'

export function realTerminal(): Terminal {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env
  const interactive = process.stdin.isTTY === true && process.stdout.isTTY === true
  const wantsColour = process.stdout.isTTY === true && TERM !== 'dumb'
  return {
    interactive,
    colour: (NO_COLOR === undefined || NO_COLOR === '') && (wantsColour || (FORCE_COLOR ?? '0') !== '0'),
    width: process.stdout.columns ?? 0,
    write: (text) => writeAll(1, Buffer.from(text)),
    writeBytes: (bytes) => writeAll(1, bytes),
    say: (text) => writeAll(2, Buffer.from(text)),
    confirm: async (question, fallback) => {
      const { confirm } = await import('@inquirer/prompts')
      return confirm({ message: question, default: fallback }, { output: process.stderr })
    },
    input: async (question, fallback) => {
      const { input } = await import('@inquirer/prompts')
      return input({ message: question, default: fallback }, { output: process.stderr })
    },
    key: async (screen) => (await import('./key.ts')).askKey(screen),
    readInput: readAll,
    edit: async (text, suffix) => edited(text, suffix),
  }
}

/** A reader that closed the pipe (`crm list | head`) has had enough: that is no error. */
function writeAll(descriptor: number, bytes: Uint8Array): void {
  let offset = 0
  while (offset < bytes.length) {
    try {
      offset += writeSync(descriptor, bytes, offset)
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : ''
      if (code === 'EPIPE') return
      if (code !== 'EAGAIN') throw error
    }
  }
}

function readAll(): Uint8Array {
  const parts: Buffer[] = []
  const buffer = Buffer.alloc(65536)
  for (;;) {
    try {
      const count = readSync(0, buffer, 0, buffer.length, null)
      if (count === 0) return Buffer.concat(parts)
      parts.push(Buffer.from(buffer.subarray(0, count)))
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : ''
      if (code === 'EOF') return Buffer.concat(parts)
      if (code !== 'EAGAIN') throw error
    }
  }
}

/** The user's own editor, named by the environment and never by a book; runs through the shell because EDITOR may hold flags. */
function edited(text: string, suffix: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'crm-edit-'))
  const path = join(folder, `edit${suffix}`)
  try {
    writeFileSync(path, text, { mode: 0o600 })
    const editor = process.env.VISUAL ?? process.env.EDITOR ?? 'vi'
    const result = spawnSync(`${editor} "$CRM_FILE"`, {
      shell: true,
      stdio: 'inherit',
      env: { ...process.env, CRM_FILE: path },
    })
    if (result.status !== 0) return text
    return readFileSync(path, 'utf8')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
