// Another program that runs while this one goes on.

import { childProcess } from './programs.ts'
import type { ProcessResult, World } from './world.ts'

/** Variables with which a caller's own git says what repository, index or program it is to use. */
const ofGit = /^GIT_/

export function beside(
  program: string,
  args: readonly string[],
  { folder, environment }: Parameters<World['beside']>[2],
): Promise<ProcessResult> {
  const kept = Object.entries(process.env).filter(([name]) => !ofGit.test(name))
  return new Promise((resolve) => {
    const child = childProcess().spawn(program, [...args], {
      cwd: folder,
      env: { ...Object.fromEntries(kept), ...environment },
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const parts: Buffer[] = []
    child.stdout.on('data', (part: Buffer) => parts.push(part))
    child.on('error', () => resolve({ code: 127, stdout: new Uint8Array(), stderr: '' }))
    child.on('close', (code) => resolve({ code: code ?? 127, stdout: Buffer.concat(parts), stderr: '' }))
  })
}
