// What a bank's CSV says of all its lines above or below them: the balances before and after, and what came in and went out.
import type { SheetSums } from '../../core/book/sheet.ts'

type Sum = keyof SheetSums

/** Compared in lower case, without a day, brackets and colon. */
const labels: ReadonlyMap<string, Sum> = new Map(
  Object.entries({
    opening: [
      ...['opening balance', 'beginning balance', 'starting balance', 'previous balance', 'balance brought forward'],
      ...['alter kontostand', 'kontostand alt', 'alter saldo', 'saldo alt', 'anfangssaldo', 'anfangsbestand'],
      ...['ancien solde', 'solde initial', 'solde précédent', 'saldo inicial', 'saldo anterior', 'saldo iniziale'],
      ...['beginsaldo', '期初余额', '上期余额', '承前余额', '起始余额'],
    ],
    closing: [
      ...['closing balance', 'ending balance', 'new balance', 'balance carried forward'],
      ...['neuer kontostand', 'kontostand neu', 'neuer saldo', 'saldo neu', 'endsaldo', 'endbestand'],
      ...['nouveau solde', 'solde final', 'saldo final', 'saldo finale', 'eindsaldo', '期末余额', '本期余额'],
    ],
    in: [
      ...['total credits', 'total deposits', 'total money in', 'total paid in', 'summe haben', 'summe gutschriften'],
      ...['total crédits', 'total des crédits', '收入合计', '贷方合计', '收入总额', '收入总金额'],
    ],
    out: [
      ...[
        'total debits',
        'total withdrawals',
        'total money out',
        'total paid out',
        'summe soll',
        'summe lastschriften',
      ],
      ...['total débits', 'total des débits', '支出合计', '借方合计', '支出总额', '支出总金额'],
    ],
  } satisfies Record<Sum, readonly string[]>).flatMap(([sum, words]) => words.map((w) => [w, sum as Sum] as const)),
)

const day = /\b(?:as of|as at|on|vom|zum|per|au|du|le|am)?\s*\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}/g
/** `支出1笔，合计50.00` */
const counted = /(支出|收入)\s*\d+\s*笔[，,：:]?\s*(?:合计|共|金额)?\s*[：:]?\s*(\d[\d,]*\.\d{2})/g

/** `rows`: as their cells stand in the file. A sum that is said twice, differently, is not said. */
export function sumsIn(rows: readonly (readonly string[])[]): SheetSums {
  const said: Record<Sum, Set<string>> = {
    opening: new Set(),
    closing: new Set(),
    in: new Set(),
    out: new Set(),
  }
  for (const row of rows) {
    const cells = row.map((c) => c.trim()).filter((c) => c !== '')
    const [label = '', ...others] = cells.length === 1 ? (cells[0] ?? '').split(/[:：]/) : cells
    const sum = labels.get(labelOf(label))
    const amount = others.map((c) => c.trim()).findLast((c) => /\d/.test(c) && c.replace(day, '') === c)
    if (sum !== undefined && amount !== undefined) said[sum].add(amount)
    for (const [, side, amount = ''] of row.join(',').matchAll(counted))
      said[side === '收入' ? 'in' : 'out'].add(amount)
  }
  const only = (sum: Sum) => (said[sum].size === 1 ? ([...said[sum]][0] ?? null) : null)
  return { opening: only('opening'), closing: only('closing'), in: only('in'), out: only('out') }
}

function labelOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(day, '')
    .replace(/[#*:]|\(.*?\)| in [a-z]{3}$/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}
