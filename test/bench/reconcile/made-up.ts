// Sets of our own, seeded: bills of made-up customers, and payments with what people, banks and scanners do to a number, a name, an amount.
import { random } from '../random.ts'
import { letters, type MatchingSet, pair } from './set.ts'

interface Firm {
  readonly id: string
  readonly name: string
  readonly currency: string
}

interface Bill {
  readonly number: string
  readonly firm: Firm
  readonly cents: number
  readonly date: string
}

interface Payment {
  readonly payer: string
  readonly text: string
  readonly cents: number
  /** What it is for; empty: for nothing of these. */
  readonly bills: readonly Bill[]
}

type Dice = (below: number) => number

const starts = [
  'Alder',
  'Bram',
  'Corvin',
  'Dorn',
  'Eskil',
  'Farrow',
  'Glen',
  'Hollis',
  'Ingram',
  'Jasper',
  'Kestrel',
  'Lorne',
]
const trades = ['Foods', 'Optics', 'Marine', 'Textiles', 'Tooling', 'Paper', 'Glass', 'Logistics', 'Dental', 'Seeds']
const forms = ['Ltd', 'GmbH', 'Inc.', 'S.A.', 'B.V.', 'LLC', 'AG', 'Pty Ltd']
const places = ['海岚', '云砚', '青禾', '石舟', '松屿', '北辰', '南岐', '长霁', '东篱', '西岑']
const chinese = ['电子', '医疗器械', '纺织', '食品', '物流', '软件', '包装', '五金']

/** How a book writes its numbers; the nth of them. */
const styles = {
  'series by year': (n: number) => `INV-2026-${String(n).padStart(4, '0')}`,
  'digits only': (n: number, dice: Dice) => `${45_000_000 + n * 37 + dice(30)}${dice(10)}`,
  'letter and digits': (n: number) => `R${260_000 + n}`,
} as const

export type Fault = (typeof faults)[number][0]

/** Each fault by itself; the first argument is the bill, the others are bills of the same firm. */
const faults = [
  ['as written', one((b) => `payment ${b.number}`)],
  ['small letters', one((b) => `inv. ${b.number.toLowerCase()} thank you`)],
  ['blanks for hyphens', one((b) => `ref ${b.number.replaceAll('-', ' ')}`)],
  ['hyphens lost', one((b) => `ref ${b.number.replaceAll('-', '')} oct`)],
  ['series lost', one((b) => `bill ${digitsOf(b.number)}`)],
  ['a wrong digit', one((b, dice) => `payment ${slipped(b.number, dice)}`)],
  ['two digits swapped', one((b, dice) => `payment ${swapped(b.number, dice)}`)],
  ['a digit lost', one((b, dice) => `payment ${lost(b.number, dice)}`)],
  ['read by a scanner', one((b) => `PAYMENT ${scanned(b.number)}`)],
  ['Chinese text around', one((b) => `付货款${b.number}，请查收`)],
  ['day beside the number', one((b) => `${b.date} ${b.number} as of ${b.date.replaceAll('-', '')}`)],
  ['amount in the text', one((b) => `${money(b.cents)} for ${b.number}`)],
  ['another’s number, own amount', one((_, dice, all) => `pay ${all[dice(all.length)]?.number}`)],
  [
    'unknown payer',
    (b, dice) => ({ payer: `Agent ${letters(dice(999))}`, text: b.number, cents: b.cents, bills: [b] }),
  ],
  ['name only', one(() => 'goods delivered')],
  ['name without its legal form', (b) => plainly(b, nameOnly(b.firm.name))],
  ['name in capitals, cut', (b) => plainly(b, b.firm.name.toUpperCase().slice(0, 18))],
  [
    'part of it',
    (b, dice) => ({ ...plainly(b), text: `part payment ${b.number}`, cents: b.cents - 1 - dice(b.cents - 2) }),
  ],
  ['too much', (b, dice) => ({ ...plainly(b), text: b.number, cents: b.cents + 1 + dice(5_000) })],
  [
    'less a bank fee',
    (b, dice) => ({ ...plainly(b), text: b.number, cents: Math.max(1, b.cents - 500 - dice(2_000)) }),
  ],
  ['several, each written', several((list) => list.map((b) => b.number).join(', '))],
  ['several, tails only', several((list) => list.map((b, i) => (i === 0 ? b.number : b.number.slice(-4))).join(' / '))],
  ['several, no number', several(() => 'all of october')],
  [
    'several, one with a slip',
    several((list, dice) => list.map((b, i) => (i === 0 ? slipped(b.number, dice) : b.number)).join(' ')),
  ],
  [
    'several less a few cents',
    (b, dice, all, mine) => {
      const whole = several((list) => list.map((x) => x.number).join('+'))(b, dice, all, mine)
      return { ...whole, cents: whole.cents - 1 - dice(90) }
    },
  ],
  ['a range', several((list) => `${list[0]?.number} to ${list.at(-1)?.number}`)],
  ['a range, tail only', several((list) => `${list[0]?.number}-${list.at(-1)?.number.slice(-4)}`)],
  ['a range in Chinese', several((list) => `货款${list[0]?.number}至${list.at(-1)?.number}`)],
  ['a slip, initials', (b, dice) => ({ ...plainly(b, initials(b.firm.name)), text: slipped(b.number, dice) })],
  [
    'a slip, unknown payer',
    (b, dice) => ({ ...plainly(b, `Agent ${letters(dice(999))}`), text: slipped(b.number, dice) }),
  ],
  [
    'a slip, part of it',
    (b, dice) => ({ ...plainly(b), text: slipped(b.number, dice), cents: b.cents - 1 - dice(b.cents - 2) }),
  ],
  [
    'a slip, a few cents less',
    (b, dice) => ({ ...plainly(b), text: lost(b.number, dice), cents: b.cents - 1 - dice(90) }),
  ],
  ['tail only, name cut', (b) => ({ ...plainly(b, b.firm.name.slice(0, 9)), text: b.number.slice(-4) })],
  [
    'several and initials',
    (b, dice, all, mine) => ({
      ...several((list) => list.map((x) => x.number).join(' '))(b, dice, all, mine),
      payer: initials(b.firm.name),
    }),
  ],
  ['amount only, unknown payer', (b, dice) => plainly(b, `Agent ${letters(dice(999))}`)],
  ['paid twice', (b) => ({ ...plainly(b), text: `${b.number} again`, bills: [] })],
  [
    'of nobody',
    (_, dice) => ({
      payer: `Agent ${letters(dice(999))}`,
      text: `order ${dice(10_000_000)}`,
      cents: 100 + dice(900_000),
      bills: [],
    }),
  ],
] as const satisfies readonly (readonly [
  string,
  (b: Bill, dice: Dice, all: readonly Bill[], mine: readonly Bill[]) => Payment,
])[]

function plainly(b: Bill, payer = b.firm.name): Payment {
  return { payer, text: '', cents: b.cents, bills: [b] }
}

function one(text: (b: Bill, dice: Dice, all: readonly Bill[]) => string) {
  return (b: Bill, dice: Dice, all: readonly Bill[]): Payment => ({ ...plainly(b), text: text(b, dice, all) })
}

function several(text: (list: readonly Bill[], dice: Dice) => string) {
  return (b: Bill, dice: Dice, _: readonly Bill[], mine: readonly Bill[]): Payment => {
    const list = [b, ...mine].slice(0, 2 + dice(3))
    return { ...plainly(b), text: text(list, dice), cents: list.reduce((n, x) => n + x.cents, 0), bills: list }
  }
}

function digitsOf(number: string): string {
  return number.replace(/^\D+/, '')
}

/** One of the last four digits is another; but not the last one, which in a series leads to another bill of the same firm. */
function slipped(number: string, dice: Dice): string {
  const at = number.length - 2 - dice(3)
  return `${number.slice(0, at)}${(Number(number[at]) + 1 + dice(9)) % 10}${number.slice(at + 1)}`
}

function swapped(number: string, dice: Dice): string {
  const at = number.length - 2 - dice(3)
  return `${number.slice(0, at)}${number[at + 1]}${number[at]}${number.slice(at + 2)}`
}

function lost(number: string, dice: Dice): string {
  const at = number.length - 1 - dice(4)
  return number.slice(0, at) + number.slice(at + 1)
}

/** Letters for the digits that they look like. */
function scanned(number: string): string {
  return (
    number.slice(0, -4) +
    number.slice(-4).replaceAll('0', 'O').replaceAll('1', 'l').replaceAll('5', 'S').replaceAll('8', 'B')
  )
}

function initials(name: string): string {
  return name
    .split(' ')
    .map((w) => w.charAt(0))
    .join('')
    .toUpperCase()
}

function nameOnly(name: string): string {
  return name.replace(/ (?:Ltd|GmbH|Inc\.|S\.A\.|B\.V\.|LLC|AG|Pty Ltd)$|(?:股份)?有限公司$/, '')
}

function money(cents: number): string {
  return (cents / 100).toFixed(2)
}

/** One set for each way of writing numbers. */
export function madeUp(seed: number, perFault: number): MatchingSet[] {
  return Object.entries(styles).map(([name, write], i) => setOf(`made up, ${name}`, write, random(seed + i), perFault))
}

function setOf(
  name: string,
  write: (n: number, dice: Dice) => string,
  next: () => number,
  perFault: number,
): MatchingSet {
  const dice: Dice = (below) => Math.floor(next() * below)
  const firms = firmsOf(dice)
  const count = faults.length * perFault
  let n = 0
  const billOf = (firm: Firm): Bill => ({
    number: write(++n, dice),
    firm,
    cents: 1_000 + dice(900_000),
    date: `2026-0${7 + dice(3)}-${String(1 + dice(28)).padStart(2, '0')}`,
  })
  const chosen = Array.from({ length: count }, () => {
    const firm = firms[dice(firms.length)] ?? { id: '', name: '', currency: 'USD' }
    return { bill: billOf(firm), mine: Array.from({ length: dice(4) + 1 }, () => billOf(firm)) }
  })
  const all = chosen.map((c) => c.bill)
  const payments = chosen.map(({ bill, mine }, i): Payment & { readonly line: string; readonly currency: string } => {
    const fault = faults[i % faults.length] ?? faults[0]
    return {
      ...fault[1](bill, dice, all, mine),
      line: `${letters(i % faults.length)}x${letters(i)}`,
      currency: bill.firm.currency,
    }
  })
  // A number with a slip that happens to be that of another bill of the same firm says nothing else: nobody could know better.
  const owners = new Map([...all, ...chosen.flatMap((c) => c.mine)].map((b) => [b.number, b]))
  const isAnswerable = ({ text, bills: [first], bills: list }: Payment) =>
    text.split(' ').every((word) => {
      const named = owners.get(word)
      return named === undefined || first === undefined || list.includes(named) || named.firm !== first.firm
    })
  // What is paid twice has to be paid once.
  const again = payments.flatMap((p, i) => {
    const bill = all[i]
    return p.text.endsWith(' again') && bill !== undefined
      ? [
          {
            ...plainly(bill),
            text: bill.number,
            line: `${letters(i % faults.length)}y${letters(i)}`,
            currency: bill.firm.currency,
          },
        ]
      : []
  })
  const bills = [...all, ...chosen.flatMap((c) => c.mine)].sort((a, b) => (a.number < b.number ? -1 : 1))
  const lines = payments
    .filter(isAnswerable)
    .map((p) => ({ ...p, date: '2026-10-20' }))
    .concat(again.map((p) => ({ ...p, date: '2026-10-10' })))
  return {
    name,
    level: 'harder',
    currency: 'USD',
    settings: [],
    gold: new Set(lines.flatMap((p) => p.bills.map((b) => pair(p.line, b.number)))),
    files: [
      { name: 'customers', as: 'customers', headings: ['id', 'name'], rows: firms.map((f) => [f.id, f.name]) },
      {
        name: 'bills',
        as: 'bills',
        headings: ['number', 'customer', 'date', 'due', 'amount', 'currency'],
        rows: bills.map((b) => [b.number, b.firm.id, b.date, '2026-10-31', money(b.cents), b.firm.currency]),
      },
      {
        name: 'bank',
        as: 'bank',
        headings: ['date', 'payer', 'text', 'amount', 'currency', 'reference'],
        rows: lines.map((p) => [p.date, p.payer, p.text, money(p.cents), p.currency, p.line]),
      },
    ],
  }
}

function firmsOf(dice: Dice): Firm[] {
  const currencies = ['USD', 'USD', 'EUR', 'CNY']
  const pick = (list: readonly string[]) => list[dice(list.length)] ?? ''
  const names = new Set<string>()
  while (names.size < 240)
    names.add(
      dice(3) === 0
        ? `${pick(places)}${pick(places)}${pick(chinese)}有限公司`
        : `${pick(starts)}${pick(['', 'by', 'ford', 'ley', 'son'])} ${pick(trades)} ${pick(forms)}`,
    )
  return [...names].map((name, i) => ({ id: `f${i}`, name, currency: pick(currencies) }))
}

/** The fault of a line, by the reference that it has. */
export function faultOf(line: string): string {
  const at = faults.findIndex((_, i) => line.startsWith(`${letters(i)}x`) || line.startsWith(`${letters(i)}y`))
  return faults[at]?.[0] ?? ''
}
