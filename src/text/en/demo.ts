// What `crm demo` says between the commands, in English.

/** One currency of the roll-forward; amounts are finished texts. */
export interface RollForward {
  readonly currency: string
  readonly before: string
  readonly billed: string
  readonly received: string
  readonly after: string
}

/** A bank line that was not booked, and why. */
export interface LeftLine {
  readonly date: string
  readonly amount: string
  readonly payer: string
  readonly reason: string
}

const many = (n: number, one: string, more = `${one}s`) => `${n} ${n === 1 ? one : more}`

export const demoText = {
  intro: (folder: string, today: string) =>
    `Lighthouse Parts is an invented trader in electronic parts: forty customers, three currencies.
Its book is a folder of text files; a copy of it now lies in
  ${folder}
The books are done up to the end of September. October's sales and the bank's statement have arrived
as files in inbox/. Below, October is worked through with the commands you would type yourself.
Today is taken to be ${today}.`,
  more: (left: number) => `… (${many(left, 'more line')}; crm itself shows them all) …`,
  sales: '1. What was sold. The shop system exports a CSV; its columns are recognised by their headings.',
  salesDone: (n: { imported: number; returns: number; sums: string; rejected: readonly number[] }) =>
    `→ ${many(n.imported, 'sale')} came in, ${many(n.returns, 'return')} among them: ${n.sums} before tax.${
      n.rejected.length === 0
        ? ''
        : `
  Line ${n.rejected.join(', ')} was left out: it names a customer whom the book does not know.
  Nothing is guessed: enter the customer with crm add and import the file again; only that line will be new.`
    }`,
  bank: '2. What the bank says. The statement is imported as it is; nothing is booked yet.',
  bankDone: (lines: number) =>
    `→ ${many(lines, 'line')} lie in bank/ now. Importing an overlapping statement later brings only what is new.`,
  bill: '3. What is owed for it. Every sale that no bill holds yet is billed, one bill a customer and currency.',
  billDone: (n: { bills: number; first: string; last: string; sums: string }) =>
    `→ ${many(n.bills, 'bill')}, ${n.first} to ${n.last}, without a gap in the numbers: ${n.sums} with tax.
  Each is a file of its own in bills/2026/, never edited afterwards, and one row of the journal.`,
  reconcile: '4. What was paid. Bank lines are matched to bills: by number, then by exact amount from a known payer.',
  reconcileDone: (n: { matched: number; sums: string; left: readonly LeftLine[] }) =>
    `→ ${many(n.matched, 'line')} booked: ${n.sums}.
  ${many(n.left.length, 'line')} left for a person to decide:
${n.left.map((l) => `  ${l.date}  ${l.amount}  ${l.payer === '' ? '—' : l.payer}: ${l.reason}`).join('\n')}`,
  tie: 'A tie is never booked, only listed. What was considered, any line tells:',
  chase:
    '5. Who is late. What is on account counts, disputes and promises pause, and the next letter of the ladder is due.',
  letter: 'One of the letters, as it would go out:',
  /** Whose letter readers of this language can read. */
  letterTo: 'tumbledown',
  chaseDone: (n: { letters: number; spared: readonly string[] }) =>
    `→ ${many(n.letters, 'letter')} due, each in the language of its customer.${
      n.spared.length === 0 ? '' : ` An open dispute or a promise spares ${n.spared.join(', ')} in part.`
    }
  crm chase --record notes the letters as sent; each is asked for only once.`,
  classify: '6. Who matters. Value tiers, A/B/C by cumulative share of sales, and recency, frequency and money.',
  classifyDone: (n: { moved: number; up: number; down: number }) =>
    `→ ${many(n.moved, 'class differs', 'classes differ')} from those accepted at the end of August: ${n.up} up, ${n.down} down, the others sideways or new.
  Nothing is stored until crm classify --accept.`,
  reports: '7. Where we stand at the end of October.',
  rollForward: (rows: readonly RollForward[]) =>
    `→ The numbers hang together, currency by currency:\n${rows
      .map((r) => `  ${r.currency}: ${r.before} before + ${r.billed} billed − ${r.received} received = ${r.after}`)
      .join('\n')}`,
  agingDone: '→ The columns of a row sum to its balance, and the totals to those of the balances above.',
  check: '8. Is the book sound? No answer means that every law holds.',
  end: (folder: string, today: string) =>
    `That was October. Look around, still as of that day (npx crm in a clone of the repository):
  export CRM_BOOK=${folder} CRM_TODAY=${today}
  crm show yunfan                   a customer on a page
  crm report statement yunfan       his account as he sees it
  crm help                          everything else
All of it is text: bills/, journal/ and customers/ open in any editor. Delete the folder when you are done.`,
}

export type DemoText = typeof demoText
