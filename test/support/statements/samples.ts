// The sample statements beside the project, where they are.
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { sharedData } from '../shared.ts'

function files(at: string): string[] {
  if (!statSync(at).isDirectory()) return [at]
  return readdirSync(at)
    .sort()
    .flatMap((n) => files(join(at, n)))
}

const besideSamples = /\.(?:json|ya?ml|conf|ini|ledger|beancount|lgr)$/i

/** Statements, not what is said about them; none where the folder is not there. */
export function sampleStatements(): readonly string[] {
  return ['bank', 'wallets']
    .flatMap((folder) => sharedData(folder) ?? [])
    .flatMap(files)
    .filter((f) => !besideSamples.test(f) && !/README/i.test(f))
}
