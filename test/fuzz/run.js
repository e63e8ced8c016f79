// npm run fuzz: every reader on damaged files, 1,000,000 each, then the laws fifty times longer.
// `npm run fuzz -- 20000 customer camt` runs so many, of these only.
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'

const project = resolve(import.meta.dirname, '../..')
const [count = '1000000', ...wanted] = process.argv.slice(2)
const place = mkdtempSync(join(tmpdir(), 'crm-fuzzer-'))
const program = join(place, 'fuzz.mjs')
const bundle = { bundle: true, platform: 'node', format: 'esm', target: 'node20' }
const banner = {
  js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
}
const settings = { ...bundle, banner, define: { 'import.meta.dirname': JSON.stringify(import.meta.dirname) } }
await build({ ...settings, entryPoints: [join(project, 'test/fuzz/main.ts')], outfile: program })
await build({ ...settings, entryPoints: [join(project, 'test/fuzz/names.ts')], outfile: join(place, 'names.mjs') })
const { names } = await import(join(place, 'names.mjs'))

/** What the process said last, as JSON; or what went wrong with it. */
function fuzzed(name) {
  return new Promise((done) => {
    const child = spawn(process.execPath, [program, name, count], { env: { ...process.env, CRM_PROJECT: project } })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (data) => {
        said += String(data)
      })
    }
    child.on('close', (exit) => {
      const last = said.trim().split('\n').at(-1) ?? ''
      done(exit === 0 && last.startsWith('{') ? JSON.parse(last) : { name, wrong: [`ended with ${exit}: ${said}`] })
    })
  })
}

let bad = 0
const queue = names.filter((name) => wanted.length === 0 || wanted.includes(name))

async function work() {
  for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
    const { seeds, clean, seconds, cuts, unseen, wrong, ...rest } = await fuzzed(name)
    console.log(
      `${name}: ${rest.count ?? 0} inputs of ${seeds} files in ${seconds} s, ${clean} read without a word; ` +
        `${cuts} cuts, ${unseen} unseen`,
    )
    for (const one of wrong) console.log(`  ${one}`)
    bad += wrong.length
  }
}

await Promise.all(Array.from({ length: availableParallelism() }, work))
rmSync(place, { recursive: true, force: true })
if (wanted.length === 0) {
  const { status } = spawnSync('npx', ['vitest', 'run', 'test/laws', '--testTimeout', '14400000'], {
    stdio: 'inherit',
    env: { ...process.env, CRM_FUZZ: process.env.CRM_FUZZ ?? '50' },
  })
  if (status !== 0) bad++
}
console.log(bad === 0 ? 'nothing found' : `${bad} findings`)
process.exitCode = bad === 0 ? 0 : 1
