// Alipay: what the app sends a person (since 2021), what the site gave before, and the details and journals of merchants.
import type { SheetReading } from '../sheets/csv.ts'
import type { Totals } from './statement.ts'
import {
  amountText,
  signed,
  type WalletLine,
  type WalletRow,
  type WalletTable,
  walletSheet,
  walletTable,
} from './wallet.ts'

/** Headings by which each generation is known; the first is the day. */
const generations = [
  { wanted: ['交易时间', '收/支', '金额', '交易状态', '交易订单号'], read: readPersonal },
  { wanted: ['交易创建时间', '收/支', '金额(元)', '交易状态', '资金状态'], read: readPersonal },
  { wanted: ['完成时间', '业务类型', '商家实收(元)', '支付宝交易号'], read: readMerchant },
  { wanted: ['发生时间', '账务流水号', '业务类型'], read: readJournal },
] as const

export function isAlipay(text: string): boolean {
  return text.slice(0, 8192).includes('支付宝')
}

/** Null where the table has none of the headings known. */
export function parseAlipay(text: string, name: string): SheetReading | null {
  for (const { wanted, read } of generations) {
    const table = walletTable(text, wanted, name)
    if (table === null) continue
    if ('code' in table) return { sheet: null, problems: [table] }
    const account = /(?:支付宝账户|账号)[:：]\s*\[?([^\],\s]+)/.exec(table.around)?.[1] ?? ''
    return walletSheet(name, 'alipay', {
      lines: read(table),
      totals: totalsOf(table.around),
      returnsSummed: false,
      account,
    })
  }
  return null
}

const failed = /关闭|失败|撤销|取消/
const waiting = /等待(?:对方|买家)?付款|待付款|处理中/

function readPersonal(table: WalletTable): WalletLine[] {
  const cancelled = cancelledOrders(table)
  return table.rows.map((row): WalletLine => {
    const said = row.cell('交易状态')
    const isRefund = said.includes('退款成功') || /^退款/.test(row.cell('商品说明', '商品名称'))
    if (cancelled.has(keyOf(row)) && (isRefund || failed.test(said))) return { state: 'cancelled', said }
    if (failed.test(said)) return { state: 'failed', said }
    const direction = directionOf(row, isRefund)
    if (direction === null) return { state: 'neutral', said: row.cell('交易分类', '类型') || said }
    if (waiting.test(said) || (direction === 'in' && said.includes('等待'))) return { state: 'pending', said }
    const fee = amountText(row.cell('服务费(元)'))
    return {
      state: 'line',
      line: {
        line: row.line,
        date: row.cell('付款时间') || row.cell('交易时间', '交易创建时间'),
        value: '',
        amount: signed(row.cell('金额', '金额(元)'), direction),
        currency: 'CNY',
        payer: row.cell('交易对方'),
        payerAccount: row.cell('对方账号'),
        text: [row.cell('商品说明', '商品名称'), row.cell('备注')].filter((t) => t !== '').join(' '),
        reference: row.cell('交易订单号', '交易号'),
        structured: '',
        kind: isRefund ? 'return' : '',
        ...(fee === '' ? {} : { fee }),
      },
    }
  })
}

/** Null: money that only moves between own funds, as into a fund and out of it. */
function directionOf(row: WalletRow, isRefund: boolean): 'in' | 'out' | null {
  const said = row.cell('收/支')
  if (said === '收入') return 'in'
  if (said === '支出') return 'out'
  if (isRefund) return 'in'
  const funds = row.cell('资金状态')
  return funds === '已收入' ? 'in' : funds === '已支出' ? 'out' : null
}

/** A refund has the number of the payment, and behind it, after `_` or `*`, its own. */
function keyOf(row: WalletRow): string {
  const order = row.cell('交易订单号', '交易号').split(/[_*]/)[0] ?? ''
  return `${order} ${amountText(row.cell('金额', '金额(元)'))}`
}

/** A payment that is refunded whole becomes closed: both rows together move nothing. */
function cancelledOrders(table: WalletTable): Set<string> {
  const isClosed = (r: WalletRow) => r.cell('收/支') === '支出' && failed.test(r.cell('交易状态'))
  const closed = new Set(table.rows.filter(isClosed).map(keyOf))
  const refunds = table.rows.filter((r) => r.cell('交易状态').includes('退款成功'))
  return new Set(refunds.map(keyOf).filter((key) => closed.has(key)))
}

/** What merchants got, signed as the file has it; fees are told apart. */
function readMerchant(table: WalletTable): WalletLine[] {
  return table.rows.map((row) => {
    const kind = row.cell('业务类型').includes('退款') ? 'return' : ''
    const texts = [row.cell('商品名称'), row.cell('商户订单号'), row.cell('备注')]
    return {
      state: 'line',
      line: {
        line: row.line,
        date: row.cell('完成时间'),
        value: '',
        amount: amountText(row.cell('商家实收(元)')),
        currency: 'CNY',
        payer: row.cell('对方账户'),
        payerAccount: '',
        text: [...new Set(texts.filter((t) => t !== ''))].join(' '),
        reference: [row.cell('支付宝交易号'), row.cell('退款批次号/请求号')].filter((t) => t !== '').join(' '),
        structured: '',
        kind,
        // What was taken is negative there, what came back with a refund positive.
        fee: signed(row.cell('服务费(元)'), 'out'),
      },
    }
  })
}

/** Every movement of the account of a merchant, with the balance after it. */
function readJournal(table: WalletTable): WalletLine[] {
  return table.rows.map((row) => {
    const into = amountText(row.cell('收入金额(+元)', '收入(+元)', '收入金额(元)'))
    const out = amountText(row.cell('支出金额(-元)', '支出(-元)', '支出金额(元)'))
    const texts = [row.cell('商品名称'), row.cell('商户订单号'), row.cell('备注')]
    return {
      state: 'line',
      line: {
        line: row.line,
        date: row.cell('发生时间'),
        value: '',
        amount: /[1-9]/.test(into) ? into : out === '' || out.startsWith('-') ? out : `-${out}`,
        currency: 'CNY',
        payer: row.cell('对方账号', '对方账户'),
        payerAccount: '',
        text: [...new Set(texts.filter((t) => t !== ''))].join(' '),
        reference: row.cell('账务流水号'),
        structured: '',
        kind: row.cell('业务类型').includes('收费') ? 'fee' : '',
        balance: amountText(row.cell('账户余额(元)')),
      },
    }
  })
}

/** `收入：1笔 28.50元`, `#收入合计：2笔，共6.00元`, `#交易合计：6笔，商家实收共0.06元`. */
function totalsOf(around: string): Totals {
  const sum = (names: string) =>
    new RegExp(`(?:^|[\\n#])(?:${names})(?:合计)?[:：]\\d+笔[,， ]*(?:商家实收)?(?:退款)?共?(-?[\\d.,]+)元`)
      .exec(around)?.[1]
      ?.replaceAll(',', '') ?? null
  return { in: sum('收入|交易'), out: sum('支出|退款') }
}
