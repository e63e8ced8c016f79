// The last look before a commit: a customer's file that was edited has to read back without an error.
import type { Problem } from '../core/base/problem.ts'
import type { Settings } from '../core/book/settings.ts'
import { customerCodec } from './codecs/customer.ts'
import type { Edit } from './commit.ts'
import { decodeSource } from './source.ts'
import { readYaml } from './yaml/codec.ts'

/** Problems of the new texts, at their places in the file as it would be. Nothing but customers is edited by hand or by field. */
export function verifyEdits(edits: readonly Edit[], settings: Settings): readonly Problem[] {
  const problems: Problem[] = []
  for (const { path, after } of edits) {
    const id = /^customers\/([^/]+)\.yaml$/.exec(path)?.[1]
    if (id === undefined || after === null) continue
    const source = decodeSource(path, after, customerCodec.limit, problems)
    if (source !== null) readYaml(customerCodec, source, { currency: settings.currency, id }, problems)
  }
  return problems
}
