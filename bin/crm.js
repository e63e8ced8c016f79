#!/usr/bin/env node
// argv and the real world in, exit code out.
import { createRequire } from 'node:module'

const { start } = createRequire(import.meta.url)('../dist/crm.cjs')
process.exitCode = await start(process.argv.slice(2))
