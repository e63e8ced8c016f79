// Rows that are customers. A customer who is there stays as he is.
import { isCurrency } from '../../base/currency.ts'
import type { Contact, Customer, CustomerKind, Language } from '../../book/customer.ts'
import { isCustomerId } from '../../book/customer.ts'
import { nameKey } from '../../book/name-key.ts'
import type { Cells } from './reader.ts'
import { eachRow, type Harvest, type Job, type Taken } from './taken.ts'
import { people, rejectUnfit } from './who.ts'

/**
 * With an id of the source: known by id or alias. Without: known by name or alias. A name that another customer has already is
 * refused, because nobody but a person can tell whether the two are one.
 */
export function importCustomers(job: Job): Harvest {
  const { book, context } = job
  const folk = people(book, context)
  const codes = new Set<string>()
  for (const c of book.customers.values()) for (const code of [c.id, ...c.aliases]) codes.add(nameKey(code))
  const inFile = new Set<string>()
  const { taken, rejected } = eachRow(job, (cells): Taken => {
    const code = cells.text('id')
    const name = cells.text('name') || code || cells.reject('missingValue', 'name', '')
    const key = code === '' ? nameKey(name) : nameKey(code)
    if (inFile.has(key)) cells.reject('sameName', code === '' ? 'name' : 'id')
    inFile.add(key)
    if (code !== '' && codes.has(nameKey(code))) return { state: 'known', amount: null, currency: null }
    const found = folk.find(name)
    if (found === 'ambiguousCustomer') cells.reject(found, 'name')
    if (typeof found !== 'string') {
      if (code !== '') cells.reject('sameName', 'name')
      return { state: 'known', amount: null, currency: null }
    }
    const kind = kindOf(cells)
    const id =
      code === '' ? folk.newId(name, kind) : isCustomerId(code) && !folk.has(code) ? code : folk.newId(code, 'company')
    const aliases = [code, ...cells.text('alias').split(/[;；、|]/)]
      .map((a) => a.trim())
      .filter((a) => a !== '' && a !== id && a !== name)
    const customer = customerFrom(cells, { id, name, kind, aliases: [...new Set(aliases)] })
    rejectUnfit(customer, cells, 'name')
    folk.add(customer)
    return { state: 'imported', amount: null, currency: null }
  })
  return { changes: folk.added.map((customer) => ({ change: 'addCustomer', customer })), notes: [], taken, rejected }
}

const kindNames: Readonly<Record<string, CustomerKind>> = {
  company: 'company',
  business: 'company',
  organisation: 'company',
  organization: 'company',
  公司: 'company',
  企业: 'company',
  单位: 'company',
  person: 'person',
  individual: 'person',
  private: 'person',
  个人: 'person',
  自然人: 'person',
}

function kindOf(cells: Cells): CustomerKind {
  const text = cells.text('kind').toLowerCase()
  return text === '' ? 'company' : (kindNames[text] ?? cells.reject('notOneOf', 'kind'))
}

const languageNames: Readonly<Record<string, Language>> = {
  en: 'en',
  english: 'en',
  英文: 'en',
  英语: 'en',
  zh: 'zh',
  chinese: 'zh',
  中文: 'zh',
  汉语: 'zh',
}

type Head = Pick<Customer, 'id' | 'name' | 'kind' | 'aliases'>

function customerFrom(cells: Cells, head: Head): Customer {
  const language = languageNames[cells.text('language').toLowerCase()]
  const since = cells.day('since')
  const code = cells.text('currency').toUpperCase()
  const currency = code === '' ? undefined : isCurrency(code) ? code : cells.reject('unknownCurrency', 'currency')
  const contact: Contact[] = cells.text('contact') === '' ? [] : [{ name: cells.text('contact') }]
  const said = ['taxId', 'industry', 'region', 'size', 'owner', 'email', 'phone', 'address', 'terms', 'notes'] as const
  const texts: { -readonly [K in (typeof said)[number]]?: string } = {}
  for (const field of said) {
    const text = cells.text(field === 'notes' ? 'memo' : field)
    if (text !== '') texts[field] = text
  }
  return {
    ...head,
    ...texts,
    ...(language === undefined ? {} : { language }),
    ...(since === null ? {} : { since }),
    ...(currency === undefined ? {} : { currency }),
    tags: cells
      .text('tag')
      .split(/[;；、,，|]/)
      .map((t) => t.trim())
      .filter((t) => t !== ''),
    contacts: contact,
    payers: [],
    custom: {},
  }
}
