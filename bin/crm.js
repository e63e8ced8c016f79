#!/usr/bin/env node
// argv and the real world in, exit code out. The bundle is compiled once: V8's code cache lies in the user's cache folder.
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Script } from 'node:vm'

const bundle = join(dirname(fileURLToPath(import.meta.url)), '../dist/crm.cjs')

/** Named after everything that makes a cache useless; null where there is no home to keep it in. */
function cachePath() {
  try {
    const { size, mtimeMs } = statSync(bundle)
    const folder = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'plain-crm')
    return join(folder, `${size}-${Math.trunc(mtimeMs)}-${process.version}-${process.arch}.v8`)
  } catch {
    return null
  }
}

function readOrUndefined(path) {
  try {
    return path === null ? undefined : readFileSync(path)
  } catch {
    return undefined
  }
}

/** Whole or not at all; a cache that cannot be written is done without. */
function keep(path, data) {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    const temporary = `${path}.${process.pid}`
    writeFileSync(temporary, data)
    renameSync(temporary, path)
  } catch {
    // A read-only home costs some milliseconds, nothing else.
  }
}

const path = cachePath()
const cachedData = readOrUndefined(path)
const wrapped = `(function (exports, require, module, __filename, __dirname) {${readFileSync(bundle, 'utf8')}\n})`
const script = new Script(wrapped, { filename: bundle, ...(cachedData === undefined ? {} : { cachedData }) })
const module = { exports: {} }
script.runInThisContext()(module.exports, createRequire(bundle), module, bundle, dirname(bundle))
process.exitCode = await module.exports.start(process.argv.slice(2))
// After the answer, so that the functions of this run are in it too.
if (path !== null && (cachedData === undefined || script.cachedDataRejected)) keep(path, script.createCachedData())
