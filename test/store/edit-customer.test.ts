// Editing a customer's file changes the line that is about the field, and no other byte.
import { expect, test } from 'vitest'
import type { FieldValue } from '../../src/core/book/change.ts'
import { editCustomer } from '../../src/store/edit-customer.ts'

const file = `# yaml-language-server: $schema=../schemas/customer.json
# the first customer we had

id: yunfan   # slug
name: '云帆'
phone: "138"  # office
email:   # unknown yet
notes: |
  line one

  line two
tags: [vip,  old]   # flow
aliases:
  # english
  - Yunfan Ltd
  - "Cloud Sail"   # trade name
contacts:
  - name: Li
    email: li@yunfan.example
  - name: Wang
    title: CFO

# money
terms: net 30
custom:
  shoe: 42
`

function changed(before: string, after: string): string[] {
  const a = before.split('\n')
  const b = after.split('\n')
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  return [...a.slice(start, a.length - end).map((l) => `-${l}`), ...b.slice(start, b.length - end).map((l) => `+${l}`)]
}

const cases: readonly [name: string, path: (string | number)[], value: FieldValue | undefined, diff: string[]][] = [
  ['a plain text is replaced', ['terms'], 'net 15', ['-terms: net 30', '+terms: net 15']],
  ['single quotes stay', ['name'], "云帆's", ["-name: '云帆'", "+name: '云帆''s'"]],
  ['double quotes stay, and the comment', ['phone'], '139', ['-phone: "138"  # office', '+phone: "139"  # office']],
  [
    'a key without a value gets one',
    ['email'],
    'a@b.example',
    ['-email:   # unknown yet', '+email: a@b.example   # unknown yet'],
  ],
  ['a text that looks like a number is quoted', ['terms'], '010', ['-terms: net 30', '+terms: "010"']],
  ['a new key goes to its place', ['creditLimit'], '5000.00', ['+creditLimit: 5000.00']],
  ['a new first key goes after those before it', ['kind'], 'person', ['+kind: person']],
  ['a block text is replaced', ['notes'], 'short', ['-notes: |', '-  line one', '-', '-  line two', '+notes: short']],
  ['a text becomes a block', ['terms'], 'a\nb', ['-terms: net 30', '+terms: |-', '+  a', '+  b']],
  ['a field is removed', ['terms'], undefined, ['-terms: net 30']],
  [
    'a tag is added to a flow list',
    ['tags'],
    ['vip', 'old', 'new'],
    ['-tags: [vip,  old]   # flow', '+tags: [vip, old, new]   # flow'],
  ],
  ['an alias is added to a block list', ['aliases'], ['Yunfan Ltd', 'Cloud Sail', 'YF'], ['+  - YF']],
  ['an alias is taken away', ['aliases'], ['Yunfan Ltd'], ['-  - "Cloud Sail"   # trade name']],
  [
    'a nested field is changed',
    ['contacts', 0, 'email'],
    'x@y.example',
    ['-    email: li@yunfan.example', '+    email: x@y.example'],
  ],
  ['a nested field is added at its place', ['contacts', 1, 'phone'], '1', ['+    phone: "1"']],
  [
    'a first key of an item is removed',
    ['contacts', 1, 'name'],
    undefined,
    ['-  - name: Wang', '-    title: CFO', '+  - title: CFO'],
  ],
  ['an item is removed', ['contacts', 1], undefined, ['-  - name: Wang', '-    title: CFO']],
  ['an item is added', ['contacts', 2, 'name'], 'Zhou', ['+  - name: Zhou']],
  ['an own field is added', ['custom', 'hat'], 'L', ['+  hat: L']],
  ['removing the last own field removes custom', ['custom', 'shoe'], undefined, ['-custom:', '-  shoe: 42']],
  ['a missing list is made', ['payers', 0, 'account'], '622', ['+payers:', '+  - account: "622"']],
]

test.each(cases)('%s', (_name, path, value, diff) => {
  expect(changed(file, editCustomer(file, path, value))).toEqual(diff)
  const crlf = file.replaceAll('\n', '\r\n')
  expect(editCustomer(crlf, path, value)).toBe(editCustomer(file, path, value).replaceAll('\n', '\r\n'))
})
