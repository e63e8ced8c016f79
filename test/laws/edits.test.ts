// A random edit of a customer's file says what it should and touches no line that is not about the field.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { currency } from '../../src/core/base/currency.ts'
import { writeCustomer } from '../../src/store/codecs/customer.ts'
import { appendRows } from '../../src/store/csv/append.ts'
import { writeRow } from '../../src/store/csv/write.ts'
import { editCustomer } from '../../src/store/edit-customer.ts'
import { parseForEdit } from '../../src/store/yaml/block.ts'
import { parseYaml } from '../../src/store/yaml/library.ts'
import { type Path, setAt, treeOf } from '../../src/store/yaml/tree-edit.ts'
import { customers, line, text } from '../support/arbitrary-book.ts'
import { runs } from '../support/runs.ts'

const cny = currency('CNY')

/** A customer's file as people keep it: remarks between the fields and behind plain values, blank lines, perhaps CRLF. */
const files = fc
  .record({ customer: customers, remarks: fc.array(fc.nat(40), { maxLength: 6 }), crlf: fc.boolean() })
  .map(({ customer, remarks, crlf }) => {
    const lines = writeCustomer(customer, cny).split('\n')
    const fields = lines.flatMap((l, i) => (/^[a-z]\w*:/i.test(l) ? [i] : []))
    const chosen = new Map(remarks.map((remark) => [fields[remark % fields.length] ?? 0, remark]))
    for (const [at, remark] of [...chosen].sort(([a], [b]) => b - a)) {
      if (remark % 3 === 0) lines.splice(at, 0, `# remark ${remark}`)
      else if (remark % 3 === 1) lines.splice(at, 0, '')
      else if (/^[a-z]\w*: [a-z ]+$/i.test(lines[at] ?? '')) lines[at] = `${lines[at]}  # remark ${remark}`
    }
    return lines.join(crlf ? '\r\n' : '\n')
  })

const edits: fc.Arbitrary<{ path: Path; value: string | string[] | undefined }> = fc.oneof(
  fc.record({
    path: fc.constantFrom<Path[]>(
      ['name'],
      ['terms'],
      ['email'],
      ['notes'],
      ['needs'],
      ['contacts', 0, 'email'],
      ['custom', 'a'],
    ),
    value: fc.oneof(line, text),
  }),
  fc.record({
    path: fc.constantFrom<Path[]>(['terms'], ['email'], ['notes'], ['contacts', 0], ['contacts'], ['custom'], ['tags']),
    value: fc.constant(undefined),
  }),
  fc.record({
    path: fc.constantFrom<Path[]>(['tags'], ['aliases']),
    value: fc.array(line, { minLength: 1, maxLength: 4 }),
  }),
)

/** Lines left when equal lines at both ends are taken away. */
function touched(before: string, after: string): readonly [removed: string[], added: string[]] {
  const a = before.split('\n')
  const b = after.split('\n')
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  return [a.slice(start, a.length - end), b.slice(start, b.length - end)]
}

test('an edit says what it should, and keeps every remark and every line of other fields', () => {
  fc.assert(
    fc.property(files, edits, (file, { path, value }) => {
      const edited = editCustomer(file, path, value)
      const expected = setAt(treeOf(parseForEdit(file).root), path, value)
      const read = parseYaml({ file: 'f', text: edited, bom: false }, [])
      expect(JSON.stringify(sorted(read?.tree)), edited).toBe(JSON.stringify(sorted(expected)))
      const [removed] = touched(file, edited)
      const top = removed.filter((l) => /^[a-z]\w*:/i.test(l))
      expect(
        top.filter((l) => !l.startsWith(`${path[0]}:`)),
        edited,
      ).toEqual([])
      expect(removed.filter((l) => l.startsWith('# remark'))).toEqual([])
      if (file.includes('\r\n')) expect(edited.replaceAll('\r\n', '')).not.toContain('\n')
    }),
    { numRuns: runs(400) },
  )
})

test('setting a field to what it is changes no byte', () => {
  fc.assert(
    fc.property(files, (file) => {
      const tree = treeOf(parseForEdit(file).root)
      for (const field of ['name', 'terms', 'notes'] as const) {
        const value = typeof tree === 'object' && !Array.isArray(tree) ? tree[field] : undefined
        if (typeof value === 'string') expect(editCustomer(file, [field], value)).toBe(file)
      }
    }),
    { numRuns: runs(100) },
  )
})

test('rows that are added leave every old byte in its place', () => {
  const own = fc.stringMatching(/^[a-z]{1,5}$/)
  fc.assert(
    fc.property(
      fc.uniqueArray(own, { maxLength: 3 }),
      fc.array(line, { maxLength: 4 }),
      fc.boolean(),
      (more, cells, crlf) => {
        const eol = crlf ? '\r\n' : '\n'
        const before = Buffer.from(`A,B${more.map((m) => `,${m}`).join('')}${eol}`)
        const after = Buffer.from(
          appendRows(
            'x.csv',
            before,
            { columns: ['A', 'B'] },
            cells.map((c) => writeRow(['1', c])),
          ),
        )
        expect(after.subarray(0, before.length).equals(before)).toBe(true)
        const added = after.subarray(before.length).toString('utf8')
        expect(added.split('\n').length - 1).toBe(cells.length)
        expect(added.split(eol).length - 1).toBe(cells.length)
      },
    ),
    { numRuns: runs(100) },
  )
})

function sorted(tree: unknown): unknown {
  if (Array.isArray(tree)) return tree.map(sorted)
  if (typeof tree !== 'object' || tree === null) return tree
  return Object.entries(tree)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => [key, sorted(value)])
}

test('rows added to a file from before some columns were known read as they did, and the own columns stay', () => {
  const before = 'A,B,mine\r\n1,"x, ""y""",m\r\n2,,\r\n'
  const after = appendRows('x.csv', Buffer.from(before), { columns: ['A', 'B', 'C', 'D'], later: 2 }, [
    writeRow(['3', 'z', 'c', 'd']),
  ])
  expect(Buffer.from(after).toString('utf8')).toBe('A,B,C,D,mine\r\n1,"x, ""y""",,,m\r\n2,,,,\r\n3,z,c,d,\r\n')
})
