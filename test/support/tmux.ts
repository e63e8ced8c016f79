// A real terminal that a person could sit at: tmux on a socket of its own.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Screen {
  /** A folder of its own, where the shell stands. */
  readonly folder: string
  type(...keys: string[]): void
  /** The screen's text once it matches; fails with the screen after 20 seconds. */
  until(pattern: RegExp): Promise<string>
  /** The screen's text and what has scrolled off it. */
  history(): string
  close(): void
}

const bin = join(import.meta.dirname, '../../bin/crm.js')

/** `crm` runs bin/crm.js; `environment` is added to a bare one. */
export function openScreen(environment: Readonly<Record<string, string>> = {}): Screen {
  const folder = mkdtempSync(join(tmpdir(), 'crm-screen-'))
  const socket = join(folder, '.socket')
  const tmux = (...args: string[]) =>
    execFileSync('tmux', ['-S', socket, '-f', '/dev/null', ...args], { encoding: 'utf8' })
  const set = { CRM_TODAY: '2026-11-03', LANG: 'C.UTF-8', TERM: 'screen-256color', PS1: '> ', ...environment }
  const exports = Object.entries(set).map(([name, value]) => `${name}='${value}'`)
  tmux(
    '-u',
    'new-session',
    '-d',
    '-x',
    '100',
    '-y',
    '40',
    '-c',
    folder,
    `env ${exports.join(' ')} bash --norc --noprofile`,
  )
  tmux('send-keys', `crm() { node '${bin}' "$@"; }; clear`, 'Enter')
  return {
    folder,
    type: (...keys) => {
      tmux('send-keys', ...keys)
    },
    async until(pattern) {
      let text = ''
      for (let tries = 0; tries < 200; tries++) {
        text = tmux('capture-pane', '-p')
        if (pattern.test(text)) return text
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
      throw new Error(`never saw ${pattern} on:\n${text}`)
    },
    history: () => tmux('capture-pane', '-p', '-S', '-'),
    close() {
      tmux('kill-server')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
