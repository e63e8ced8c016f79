// Builds the bundle once before any test, so that tests which run bin/crm.js see the code as it is.
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

export function setup(): void {
  execFileSync('node', ['build.js'], { cwd: join(import.meta.dirname, '../..'), stdio: 'inherit' })
}
