// The diff of a rehearsal: it shows whole files, also those that somebody else wrote.
import { expect, test } from 'vitest'
import { diffText } from '../../src/render/diff.ts'
import { english } from '../../src/text/en/all.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

test('what commands a terminal or turns text around is written out, tabs stay', () => {
  const edit = {
    path: 'customers/acme.yaml',
    before: null,
    beforeBytes: bytes('name: Old\u202e\nnote: a\tb\n'),
    after: bytes('name: New\u001b[2J\nnote: a\tb\n'),
  }
  expect(diffText([edit], english, false)).toBe(`
Files that would change:
--- a/customers/acme.yaml
+++ b/customers/acme.yaml
@@ -1,2 +1,2 @@
-name: Old\\u202e
+name: New\\x1b[2J
 note: a\tb
`)
})
