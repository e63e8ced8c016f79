// The two readers of YAML agree, and what is written is read back: customers, bills, any tree.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { currency } from '../../src/core/base/currency.ts'
import type { Problem } from '../../src/core/base/problem.ts'
import { billCodec, writeBill } from '../../src/store/codecs/bill.ts'
import { customerCodec, writeCustomer } from '../../src/store/codecs/customer.ts'
import type { Source } from '../../src/store/source.ts'
import { readYaml, readYamlWithCare } from '../../src/store/yaml/codec.ts'
import { parseCanonicalYaml } from '../../src/store/yaml/fast.ts'
import { parseYaml } from '../../src/store/yaml/library.ts'
import { bills, customers } from '../support/arbitrary-book.ts'
import { mutated } from '../support/mutate.ts'
import { runs } from '../support/runs.ts'

const cny = currency('CNY')

function source(text: string): Source {
  return { file: 'f.yaml', text, bom: false }
}

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value))
}

test('a customer is read back as written', () => {
  fc.assert(
    fc.property(customers, (customer) => {
      const text = writeCustomer(customer, cny)
      const problems: Problem[] = []
      const context = { id: customer.id, currency: cny }
      expect(plain(readYamlWithCare(customerCodec, source(text), context, problems)), text).toEqual(plain(customer))
      expect(plain(readYaml(customerCodec, source(text), context, problems))).toEqual(plain(customer))
      expect(problems).toEqual([])
    }),
    { numRuns: runs(200) },
  )
})

test('a bill is read back as written, and written again gives the same bytes', () => {
  fc.assert(
    fc.property(bills, (bill) => {
      const text = writeBill(bill)
      const problems: Problem[] = []
      const careful = readYamlWithCare(billCodec, source(text), { number: bill.number, folder: 'bills' }, problems)
      expect(problems).toEqual([])
      expect(plain(careful), text).toEqual(plain(bill))
      expect(careful === null ? '' : writeBill(careful)).toBe(text)
    }),
    { numRuns: runs(200) },
  )
})

test('on canonical files the fast reader accepts and agrees', () => {
  const texts = fc.oneof(
    customers.map((customer) => writeCustomer(customer, cny)),
    bills.map(writeBill),
  )
  fc.assert(
    fc.property(texts, (text) => {
      const tree = parseCanonicalYaml(text)
      // Quoted keys are the user's own and rare.
      if (!/^\s*(?:- )?"[^"]*":/m.test(text)) expect(tree, text).not.toBeNull()
      if (tree !== null) expect(JSON.stringify(tree)).toBe(JSON.stringify(parseYaml(source(text), [])?.tree))
    }),
    { numRuns: runs(300) },
  )
})

test('on damaged files the fast reader declines or agrees, and the careful one never throws', () => {
  const texts = fc
    .oneof(
      customers.map((customer) => writeCustomer(customer, cny)),
      bills.map(writeBill),
    )
    .chain(mutated)
  fc.assert(
    fc.property(texts, (text) => {
      const problems: Problem[] = []
      const careful = parseYaml(source(text), problems)
      const tree = parseCanonicalYaml(text)
      if (tree === null) return
      expect(problems, text).toEqual([])
      expect(JSON.stringify(tree), text).toBe(JSON.stringify(careful?.tree))
    }),
    { numRuns: runs(1500) },
  )
})
