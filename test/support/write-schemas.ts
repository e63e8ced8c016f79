// `npm run schemas`: writes the JSON Schemas that the codecs imply.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { allSchemas } from '../../src/store/schemas.ts'

const root = join(import.meta.dirname, '../..')
mkdirSync(join(root, 'schemas'), { recursive: true })
for (const [path, text] of allSchemas()) writeFileSync(join(root, path), text)
