// The example book as files: `examples/electronics/` and what arrives in its last month.
import { day } from '../../../src/core/base/day.ts'
import type { Book } from '../../../src/core/book/book.ts'
import type { ClassRow } from '../../../src/core/book/classes.ts'
import type { Settings } from '../../../src/core/book/settings.ts'
import { planClassify } from '../../../src/core/verbs/classify/plan.ts'
import { settingsCodec } from '../../../src/store/codecs/settings.ts'
import { newBookFiles } from '../../../src/store/template.ts'
import { readYaml } from '../../../src/store/yaml/codec.ts'
import { book as bookOf, context } from '../book.ts'
import { contacts } from './contacts.ts'
import { bookFiles } from './files.ts'
import { items, rates, settingsText, staff } from './firm.ts'
import { bankFile, salesFile } from './october.ts'
import { people } from './people.ts'
import { lastMonth, trade, withRows } from './trade.ts'

function settings(): Settings {
  const read = readYaml(settingsCodec, { file: 'crm.yaml', text: settingsText, bom: false }, undefined, [])
  if (read === null) throw new Error('the example’s crm.yaml does not read')
  return read
}

/** What `crm classify --accept` would have written at the end of August. */
function acceptedClasses(book: Book): ClassRow[] {
  const date = day('2026-08-31')
  const { changes } = planClassify(book, { asOf: date, accept: true, explain: undefined }, context(date))
  return changes.flatMap((change) => (change.change === 'addClass' ? [change.row] : []))
}

/** Texts by path relative to `examples/`. The same bytes at every call, on every machine. */
export function electronicsFiles(): Map<string, string> {
  const frame: Book = bookOf({
    settings: settings(),
    customers: people.map((p) => p.customer),
    items: new Map(items.map(({ list: _, ...item }) => [item.id, item])),
    staff,
    rates,
  })
  const done = trade(frame)
  const book = withRows(frame, done.rows, done.bills)
  const files = bookFiles({
    settings: settingsText,
    book: { ...book, classes: acceptedClasses(book) },
    rows: done.rows,
    activity: contacts(done.bills),
  })
  const { company, currency, locale, timezone } = book.settings
  const fresh = newBookFiles({ name: company.name, currency, locale, timezone })
  for (const name of ['.gitattributes', '.gitignore']) files.set(name, fresh.get(name) ?? '')
  return new Map([
    ...[...files].map(([path, text]): [string, string] => [`electronics/${path}`, text]),
    [`electronics-october/sales-${lastMonth}.csv`, salesFile(done.sales)],
    [`electronics-october/bank-${lastMonth}.csv`, bankFile(done)],
  ])
}
