// Our totals on the published example invoices of EN 16931, Peppol and XRechnung, to the cent.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { exact, formatDecimal } from '../../src/core/base/decimal.ts'
import { totalsOf } from '../../src/core/book/totals.ts'
import { readExample } from '../support/einvoice.ts'
import { sharedData } from '../support/shared.ts'

const folders = [
  'ConnectingEurope__eInvoicing-EN16931/ubl/examples',
  'ConnectingEurope__eInvoicing-EN16931/cii/examples',
  'OpenPEPPOL__peppol-bis-invoice-3/rules/examples',
  'itplr-kosit__xrechnung-testsuite/src/test/business-cases/standard',
]

/** States its tax in whole forints, as sellers there do; ISO 4217 and EN 16931 have two decimals. Our 18,678.60 is its 18,679. */
const wholeForints = 'huf_example_cii.xml'

describe('given the lines of an example invoice, the engine gives its totals', () => {
  for (const name of folders) {
    const folder = sharedData(`invoices/${name}`)
    const files = folder === null ? [] : readdirSync(folder).filter((f) => /\.xml$/i.test(f) && f !== wholeForints)
    test.runIf(files.length > 0)(`${name}: ${files.length} files`, () => {
      for (const file of files.sort()) {
        const example = readExample(readFileSync(join(folder ?? '', file), 'utf8'))
        const { taxes, net, tax, total } = totalsOf(example.lines, { mode: 'net', rounding: 'group' }, example.currency)
        const key = (g: { category: string; tax: string; net: number; amount: number }) =>
          `${g.category} ${formatDecimal(exact(g.tax))}: ${g.net} ${g.amount}`
        expect({ file, net, tax, total, groups: taxes.map(key).sort() }).toEqual({
          file,
          net: example.net,
          tax: example.tax,
          total: example.total,
          groups: example.groups.map(key).sort(),
        })
      }
    })
  }
})
