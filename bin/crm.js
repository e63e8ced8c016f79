#!/usr/bin/env node
// argv and the real world in, exit code out. The bundle is compiled once: V8's code cache lies in the user's cache folder.
const { mkdirSync, readFileSync, renameSync, statSync, writeFileSync, writeSync } = require('node:fs')
const { createRequire } = require('node:module')
const { homedir } = require('node:os')
const { dirname, join } = require('node:path')
const { Script } = require('node:vm')
const { languageOfReader, wantsAllHelp } = require('../dist/line.cjs')

const bundle = join(__dirname, '../dist/crm.cjs')

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

/** The page of all verbs was written when the program was built. A reader that closed the pipe has had enough. */
function printHelp(argv) {
  const page = readFileSync(join(dirname(bundle), `help.${languageOfReader(argv, { environment: process.env })}.txt`))
  for (let at = 0; at < page.length; ) {
    try {
      at += writeSync(1, page, at)
    } catch (error) {
      if (error.code === 'EPIPE') return
      if (error.code !== 'EAGAIN') throw error
    }
  }
}

async function run(argv) {
  const path = cachePath()
  const cachedData = readOrUndefined(path)
  const wrapped = `(function (exports, require, module, __filename, __dirname) {${readFileSync(bundle, 'utf8')}\n})`
  const script = new Script(wrapped, { filename: bundle, ...(cachedData === undefined ? {} : { cachedData }) })
  const program = { exports: {} }
  script.runInThisContext()(program.exports, createRequire(bundle), program, bundle, dirname(bundle))
  process.exitCode = await program.exports.start(argv)
  // After the answer, so that the functions of this run are in it too.
  if (path !== null && (cachedData === undefined || script.cachedDataRejected)) keep(path, script.createCachedData())
}

const argv = process.argv.slice(2)
if (wantsAllHelp(argv)) printHelp(argv)
else run(argv)
