// Standard input, output and error as the Terminal port.
import { fstatSync, mkdtempSync, readFileSync, readSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { childProcess } from './programs.ts'
import type { Terminal } from './world.ts'

export function realTerminal(): Terminal {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env
  const shows = isTerminal(1)
  const wantsColour = shows && TERM !== 'dumb'
  return {
    get interactive() {
      return shows && isTerminal(0)
    },
    colour: (NO_COLOR === undefined || NO_COLOR === '') && (wantsColour || (FORCE_COLOR ?? '0') !== '0'),
    width: shows ? (process.stdout.columns ?? 0) : 0,
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

/** Files and pipes are told apart from terminals without Node's streams, which take a while to be made. */
function isTerminal(descriptor: 0 | 1): boolean {
  if (process.platform !== 'win32' && isPlain(descriptor)) return false
  return (descriptor === 0 ? process.stdin : process.stdout).isTTY === true
}

function isPlain(descriptor: number): boolean {
  try {
    return !fstatSync(descriptor).isCharacterDevice()
  } catch {
    return false
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
    const result = childProcess().spawnSync(`${editor} "$CRM_FILE"`, {
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
