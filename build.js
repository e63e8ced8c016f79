// Builds what bin/crm.js runs: one bundle in which every verb is loaded only when it is called.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, resolve } from 'node:path'
import { Script } from 'node:vm'
import { build } from 'esbuild'

/** Of everything that decides what files are read as: caches of another build are not believed. */
const sources = createHash('sha256').update(readFileSync('package-lock.json'))
for (const name of readdirSync('src', { recursive: true }).sort())
  if (name.endsWith('.ts')) sources.update(name).update(readFileSync(`src/${name}`))

/** How the program is built, and what its other threads run. */
const options = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  minifySyntax: true,
  minifyWhitespace: true,
  define: {
    'import.meta.dirname': '__dirname',
    'process.env.CRM_BUILD': JSON.stringify(sources.digest('hex').slice(0, 16)),
  },
  legalComments: 'none',
  // Rarely needed and heavy: read from node_modules when a verb asks for them.
  // A script with a code cache cannot import(): what is external is required.
  supported: { 'dynamic-import': false },
  external: ['pinyin-pro', '@inquirer/core', '@inquirer/prompts'],
  logLevel: 'warning',
}
await build({ ...options, entryPoints: ['src/thread.ts'], outfile: 'dist/thread.cjs' })

const bundle = resolve('dist/crm.cjs')
const { outputFiles } = await build({
  ...options,
  entryPoints: ['src/start.ts'],
  outfile: bundle,
  write: false,
  // As a module is wrapped, so that the launcher compiles the file as it is.
  banner: { js: '(function (exports, require, module, __filename, __dirname) {' },
  footer: { js: '})' },
})

// Letters that esbuild leaves as they are stand in patterns only, where an escape means the same. A file of ASCII is not decoded
// when it is read, and takes half the memory.
const text = outputFiles[0].text.replace(
  /[^\0-\x7f]/g,
  (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
)
mkdirSync(dirname(bundle), { recursive: true })
writeFileSync(bundle, text)

// The page of all verbs is printed without the program: two texts, and the few lines that tell when and which.
await build({
  entryPoints: ['src/line.ts'],
  outfile: 'dist/line.cjs',
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
})
const program = { exports: {} }
new Script(text).runInThisContext()(program.exports, createRequire(bundle), program, bundle, dirname(bundle))
for (const language of ['en', 'zh'])
  writeFileSync(`dist/help.${language}.txt`, await program.exports.pageOfAll(language))
