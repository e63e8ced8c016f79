// Writes the example book anew: `npx tsx test/support/electronics.ts`. A test proves that it would write the same bytes again.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { electronicsFiles } from './electronics/book.ts'

const examples = resolve(import.meta.dirname, '../../examples')
for (const folder of ['electronics', 'electronics-october'])
  rmSync(resolve(examples, folder), { recursive: true, force: true })
for (const [path, text] of electronicsFiles()) {
  const file = resolve(examples, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}
