// One story or more for each verb that writes: what it is killed and made to fail in, at every call.
import type { Book } from '../../src/core/book/book.ts'
import { journalRow } from '../../src/core/book/journal.ts'

export interface Story {
  /** Commands that have to go before it, on a copy of the book. */
  readonly before?: readonly string[]
  /** Changes the book. */
  readonly command: string
  /** A folder of test/cli/books; `none` for an empty one. */
  readonly book?: 'harbour' | 'none'
}

const billed = 'crm bill --date 2026-10-31'
const yuanshan = 'INV-2026-0002'
const pier = 'INV-2026-0001'

/** By verb. The first of each also stands in for it where there is little time. */
export const stories: Readonly<Record<string, readonly Story[]>> = {
  add: [{ command: 'crm add "Red Crane Ltd" --id red-crane' }],
  edit: [{ command: 'crm edit blue-pier region=MY' }],
  sell: [{ command: 'crm sell yuanshan HUB --quantity 2' }, { command: 'crm sell yuanshan HUB --quantity 2 --bill' }],
  bill: [{ command: 'crm bill' }],
  contract: [{ command: 'crm contract add yuanshan support SETUP --quantity 2' }],
  pay: [{ before: [billed], command: `crm pay blue-pier 340 --settles ${pier}` }],
  apply: [{ before: [billed, 'crm pay yuanshan 600 --on-account'], command: `crm apply yuanshan ${yuanshan}` }],
  unapply: [{ before: [billed, `crm pay yuanshan 600 --settles ${yuanshan}`], command: `crm unapply ${yuanshan}` }],
  credit: [{ before: [billed], command: `crm credit ${yuanshan} --line 2 --reason return --release` }],
  void: [{ before: [billed], command: `crm void ${yuanshan}` }],
  refund: [{ before: ['crm pay yuanshan 600 --on-account'], command: 'crm refund yuanshan 30.00 --method bank' }],
  writeoff: [{ before: [billed], command: `crm writeoff ${yuanshan} 30.00 --reason small` }],
  move: [{ before: ['crm pay yuanshan 600 --on-account'], command: 'crm move yuanshan 200.00 --to p-0001' }],
  reverse: [
    {
      before: [billed, 'crm pay blue-pier 340'],
      command: 'crm reverse "last payment of blue-pier" --reason chargeback',
    },
  ],
  opening: [{ command: 'crm opening yuanshan 1200.00 --document OLD-17 --due 2026-01-15 --date 2026-01-01' }],
  confirm: [{ before: [billed], command: 'crm confirm yuanshan 2026-10-31 1300.00 --differs "came back"' }],
  close: [{ before: [billed], command: 'crm close 2026-10' }],
  reopen: [{ before: [billed, 'crm close 2026-10'], command: 'crm reopen 2026-10 --reason "late bill"' }],
  reconcile: [{ before: [billed], command: 'crm reconcile ../bank.csv --account icbc' }],
  import: [
    { command: 'crm import ../sales.csv --as sales' },
    { command: 'crm import ../bank.csv --as bank --account icbc' },
  ],
  chase: [{ before: [billed], command: 'crm chase --record' }],
  log: [{ command: 'crm log yuanshan visit "autumn visit" --channel meeting' }],
  classify: [{ command: 'crm classify --accept' }],
  alerts: [
    {
      before: ['crm log yuanshan complaint "came broken" --date 2026-10-01 --due 2026-10-05'],
      command: 'crm alerts --record',
    },
  ],
  init: [{ book: 'none', command: 'crm init . --name "Red Crane" --no-git' }],
  recover: [{ before: [billed, `crm writeoff ${yuanshan}`], command: `crm recover ${yuanshan}` }],
}

/** What the stories import; lies beside the book. */
export const besideTheBook: Readonly<Record<string, string>> = {
  'sales.csv':
    'customer,date,item,quantity,price,amount,currency\n' +
    'yuanshan,2026-09-03,HUB,1,480.00,480.00,CNY\nyuanshan,2026-11-04,CABLE,4,25.00,100.00,CNY\n',
  'bank.csv':
    'date,amount,currency,payer,text,reference\n' +
    `2026-11-03,1367.30,CNY,远山电子有限公司,${yuanshan},r1\n2026-11-04,12.00,CNY,Somebody,unknown,r2\n`,
}

/** What mends the book: a new one is made by asking for it again, everything else is finished or discarded. */
export function mending(story: Story): string {
  return story.book === 'none' ? story.command : 'crm recover'
}

/** What a reader sees of a book, to be compared. */
export function shownOf(book: Book): string {
  const { customers, items, bills, journal, activity, classes, bank, ignored, closes } = book
  const rows = Array.from({ length: journal.length }, (_, row) => journalRow(journal, row))
  const all = [[...customers], [...items], [...bills], rows, activity, classes, bank, ignored, [...closes]]
  return JSON.stringify(all)
}

/** About `count` of them, evenly from a start that differs by `from`; all of them where they are no more. */
export function spread<T>(all: readonly T[], count: number, from: number): readonly T[] {
  if (count >= all.length) return all
  return Array.from({ length: count }, (_, i) => all[Math.floor(((i + (from % 7) / 7) * all.length) / count)]).filter(
    (x) => x !== undefined,
  )
}
