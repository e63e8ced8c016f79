#!/usr/bin/env node
// argv and the real world in, exit code out. What a verb needs of the bundle is compiled once: V8's code caches lie in the user's
// cache folder, one for each verb, because a cache of everything costs more to load than what is in it.
const {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} = require('node:fs')
const { createRequire } = require('node:module')
const { homedir } = require('node:os')
const { dirname, join } = require('node:path')
const { Script } = require('node:vm')
const { languageOfReader, verbPosition, wantsAllHelp } = require('../dist/line.cjs')

const bundle = join(__dirname, '../dist/crm.cjs')

/** Named after everything that makes a cache useless; null where there is no home to keep it in. */
function cachePath(verb) {
  try {
    const { size, mtimeMs } = statSync(bundle)
    const folder = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'plain-crm')
    return join(folder, `${size}-${Math.trunc(mtimeMs)}-${process.version}-${process.arch}-${verb}.v8`)
  } catch {
    return null
  }
}

/** The first word that is no flag, if it may name a file; a report by its own name, too. */
function verbOf(argv) {
  const at = verbPosition(argv)
  const words = at < 0 ? [] : argv.slice(at, at + (argv[at] === 'report' ? 2 : 1))
  return words.filter((word) => /^[a-z][a-z-]*$/.test(word)).join('-') || 'none'
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
    dropOld(dirname(path))
  } catch {
    // A read-only home costs some milliseconds, nothing else.
  }
}

/** Those that another version of the program left behind. */
function dropOld(folder) {
  const monthAgo = Date.now() - 30 * 86_400_000
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    if (name.endsWith('.v8') && statSync(path).mtimeMs < monthAgo) rmSync(path, { force: true })
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
  const path = cachePath(verbOf(argv))
  const cachedData = readOrUndefined(path)
  const script = new Script(readFileSync(bundle, 'latin1'), {
    filename: bundle,
    ...(cachedData === undefined ? {} : { cachedData }),
  })
  const program = { exports: {} }
  script.runInThisContext()(program.exports, createRequire(bundle), program, bundle, dirname(bundle))
  const exit = await program.exports.start(argv)
  process.exitCode = exit
  // After the answer, so that the functions of this run are in it too; a line that was refused has come to few of them.
  const isNew = cachedData === undefined || script.cachedDataRejected
  if (path !== null && isNew && (exit === 0 || exit === 1)) keep(path, script.createCachedData())
}

const argv = process.argv.slice(2)
if (wantsAllHelp(argv)) printHelp(argv)
else run(argv)
