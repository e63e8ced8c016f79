// A fixed World over a real temporary folder: same clock, same random, captured terminal.

import { resolve } from 'node:path'
import { day } from '../../src/core/base/day.ts'
import { realFiles } from '../../src/world/files.ts'
import type { Files, Terminal, World } from '../../src/world/world.ts'
import { sha256 } from './book.ts'

export interface Captured {
  readonly world: World
  stdout(): string
  stderr(): string
}

export interface WorldWishes {
  readonly today?: string
  readonly files?: Files
  readonly environment?: Readonly<Record<string, string>>
  /** Standard input. */
  readonly input?: string
  /** Counts up over the commands of one test, so that each has its own random ids. */
  readonly seed?: number
  /** What an interactive person answers, in order; without it nobody sits there. */
  readonly answers?: readonly (string | boolean)[]
  /** What the person's editor makes of a text. */
  readonly editor?: (text: string) => string
}

export function fixedWorld(folder: string, wishes: WorldWishes = {}): Captured {
  let out = ''
  let talk = ''
  let drawn = 0
  const answers = [...(wishes.answers ?? [])]
  const terminal: Terminal = {
    interactive: wishes.answers !== undefined || wishes.editor !== undefined,
    colour: false,
    width: 0,
    write: (text) => {
      out += text
    },
    writeBytes: (bytes) => {
      out += new TextDecoder().decode(bytes)
    },
    say: (text) => {
      talk += text
    },
    confirm: async (_, fallback) => {
      const next = answers.shift()
      return typeof next === 'boolean' ? next : fallback
    },
    input: async (_, fallback) => {
      const next = answers.shift()
      return typeof next === 'string' ? next : fallback
    },
    key: async () => {
      const next = answers.shift()
      return typeof next === 'string' ? next : 'q'
    },
    readInput: () => new TextEncoder().encode(wishes.input ?? ''),
    edit: async (text) => (wishes.editor ?? ((t: string) => t))(text),
  }
  const world: World = {
    files: wishes.files ?? realFiles,
    terminal,
    environment: { ...wishes.environment },
    folder,
    program: resolve(import.meta.dirname, '../..'),
    platform: 'linux',
    hash: sha256,
    today: () => day(wishes.today ?? '2026-11-22'),
    randomHex: (digits) => sha256(`random ${wishes.seed ?? 0} ${drawn++}`).slice(0, digits),
    run: () => ({ code: 0, stdout: new Uint8Array(), stderr: '' }),
    beside: async () => ({ code: 127, stdout: new Uint8Array(), stderr: '' }),
    process: { pid: 4242, start: '1', boot: 'boot', machine: 'machine', host: 'desk' },
    processStart: () => null,
    sleep: async () => {},
    moment: () => `${wishes.today ?? '2026-11-22'} 08:00 UTC`,
    obeySignals: () => {},
    holdSignals: () => {},
  }
  return { world, stdout: () => out, stderr: () => talk }
}
