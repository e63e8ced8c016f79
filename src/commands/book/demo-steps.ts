// One month in the order in which a firm works: sales, bank, bills, matching, letters, classes, reports.
import type { DemoText, RollForward } from '../../text/en/demo.ts'
import { amountText, difference, type Sums, sumsOf, sumsText } from './demo-sums.ts'
import type { Answer, Stage } from './stage.ts'

const month = '2026-10'

/** Stops at the first command that fails, and returns its exit code. */
export async function playMonth(stage: Stage, text: DemoText): Promise<number> {
  const before = await balances(stage)
  let exit = await importSales(stage, text)
  if (exit <= 1) exit = await importBank(stage, text)
  if (exit <= 1) exit = await bill(stage, text)
  const billed = await balances(stage)
  if (exit <= 1) exit = await reconcile(stage, text)
  const after = await balances(stage)
  if (exit <= 1) exit = await chase(stage, text)
  if (exit <= 1) exit = await classify(stage, text)
  return exit <= 1 ? reports(stage, text, { before, billed, after }) : exit
}

async function balances(stage: Stage): Promise<Sums> {
  return sumsOf((await stage.ask(['report', 'balance'])).rows('balances'), 'balance')
}

/** What a changing command plans, asked for before it is run. */
function plan(stage: Stage, argv: readonly string[]): Promise<Answer> {
  return stage.ask([...argv, '--dry-run'])
}

function countOf(answer: Answer, state: string): number {
  return answer
    .rows('import')
    .filter((row) => row.state === state)
    .reduce((sum, row) => sum + Number(row.count), 0)
}

async function importSales(stage: Stage, text: DemoText): Promise<number> {
  const argv = ['import', `inbox/sales-${month}.csv`, '--as', 'sales']
  stage.tell(text.sales)
  const planned = await plan(stage, argv)
  const exit = await stage.show(argv, text.more)
  stage.tell(
    text.salesDone({
      imported: countOf(planned, 'imported'),
      returns: countOf(planned, 'returns'),
      sums: sumsText(
        sumsOf(
          planned.rows('import').filter((row) => row.state === 'imported'),
          'amount',
        ),
      ),
      rejected: planned.rows('rejects').map((row) => Number(row.line)),
    }),
  )
  return exit
}

async function importBank(stage: Stage, text: DemoText): Promise<number> {
  const argv = ['import', `inbox/bank-${month}.csv`, '--as', 'bank', '--account', 'main']
  stage.tell(text.bank)
  const planned = await plan(stage, argv)
  const exit = await stage.show(argv, text.more)
  stage.tell(text.bankDone(countOf(planned, 'imported')))
  return exit
}

async function bill(stage: Stage, text: DemoText): Promise<number> {
  const argv = ['bill', '--period', month, '--date', '2026-10-31']
  stage.tell(text.bill)
  const bills = (await plan(stage, argv)).rows('bills')
  const exit = await stage.show(argv, text.more)
  const numbers = bills.map((row) => String(row.document)).sort()
  stage.tell(
    text.billDone({
      bills: bills.length,
      first: numbers[0] ?? '',
      last: numbers.at(-1) ?? '',
      sums: sumsText(sumsOf(bills, 'total')),
    }),
  )
  return exit
}

async function reconcile(stage: Stage, text: DemoText): Promise<number> {
  stage.tell(text.reconcile)
  const planned = await plan(stage, ['reconcile'])
  const exit = await stage.show(['reconcile'], text.more)
  const matched = planned.rows('reconciliation').filter((row) => row.state === 'matched')
  const left = planned.rows('bankLines').filter((row) => row.state !== 'matched')
  stage.tell(
    text.reconcileDone({
      matched: total(matched, 'count'),
      sums: sumsText(sumsOf(matched, 'amount')),
      left: left.map((row) => ({
        date: String(row.date),
        amount: sumsText(sumsOf([row], 'amount')),
        payer: String(row.payer),
        reason: stage.word(String(row.reason)),
      })),
    }),
  )
  const tie = left.find((row) => row.reason === 'tie')
  if (exit > 1 || tie === undefined) return exit
  stage.tell(text.tie)
  return stage.show(['reconcile', '--explain', String(tie.line)], 'all')
}

function total(rows: readonly Readonly<Record<string, unknown>>[], column: string): number {
  return rows.reduce((sum, row) => sum + Number(row[column]), 0)
}

async function chase(stage: Stage, text: DemoText): Promise<number> {
  stage.tell(text.chase)
  const rows = (await stage.ask(['chase'])).rows('chase')
  const first = await stage.show(['chase'], text.more)
  if (first > 1) return first
  stage.tell(text.letter)
  const exit = await stage.show(['chase', text.letterTo], 'all')
  const spared = rows.filter((row) => {
    const asked = sumsOf([row], 'claimed')
    const known = sumsOf([row], 'onAccount')
    return [...sumsOf([row], 'overdue')].some(([c, late]) => late > (asked.get(c) ?? 0) + (known.get(c) ?? 0))
  })
  stage.tell(
    text.chaseDone({
      letters: rows.filter((row) => row.state === 'toSend').length,
      spared: spared.map((row) => String(row.customer)),
    }),
  )
  return exit
}

async function classify(stage: Stage, text: DemoText): Promise<number> {
  stage.tell(text.classify)
  const moves = (await stage.ask(['classify'])).rows('moves')
  const exit = await stage.show(['classify'], text.more)
  const count = (move: string) => moves.filter((row) => row.move === move).length
  stage.tell(text.classifyDone({ moved: moves.length, up: count('up'), down: count('down') }))
  return exit
}

async function reports(
  stage: Stage,
  text: DemoText,
  { before, billed, after }: { readonly before: Sums; readonly billed: Sums; readonly after: Sums },
): Promise<number> {
  stage.tell(text.reports)
  const asOf = ['--as-of', '2026-10-31']
  const first = await stage.show(['report', 'balance', ...asOf], text.more)
  if (first > 1) return first
  const claims = difference(billed, before)
  const receipts = difference(billed, after)
  const rows = [...after.keys()].sort().map((currency): RollForward => {
    const amount = (sums: Sums) => amountText(sums.get(currency) ?? 0, currency)
    return {
      currency,
      before: amount(before),
      billed: amount(claims),
      received: amount(receipts),
      after: amount(after),
    }
  })
  stage.tell(text.rollForward(rows))
  const second = await stage.show(['report', 'aging', ...asOf], text.more)
  stage.tell(text.agingDone)
  if (second > 1) return second
  stage.tell(text.check)
  return stage.show(['check'], 'all')
}
