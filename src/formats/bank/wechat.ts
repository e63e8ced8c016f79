// WeChat Pay: what the app sends a person, and the bills of merchants (all, paid, refunded; old and new columns).
import { parseDecimal } from '../../core/base/decimal.ts'
import type { SheetReading } from '../sheets/csv.ts'
import type { Totals } from './statement.ts'
import { amountText, signed, type WalletLine, type WalletTable, walletSheet, walletTable } from './wallet.ts'

const personal = ['交易时间', '交易类型', '交易对方', '收/支', '金额(元)', '当前状态']
const merchant = ['交易时间', '商户号', '微信订单号', '交易状态']

export function isWechat(text: string): boolean {
  return text.slice(0, 8192).includes('微信')
}

/** Null where the table has none of the headings known. */
export function parseWechat(text: string, name: string): SheetReading | null {
  const own = walletTable(text, personal, name)
  const table = own ?? walletTable(text, merchant, name)
  if (table === null) return null
  if ('code' in table) return { sheet: null, problems: [table] }
  if (own !== null) {
    const totals = { in: sumOf('收入', table.around), out: sumOf('支出', table.around) }
    return walletSheet(name, 'wechat', { lines: readPersonal(table), totals, returnsSummed: true, account: '' })
  }
  const account = table.rows[0]?.cell('商户号') ?? ''
  return walletSheet(name, 'wechat', {
    lines: readMerchant(table),
    totals: footerTotals(table.around),
    returnsSummed: true,
    account,
  })
}

function readPersonal(table: WalletTable): WalletLine[] {
  return table.rows.map((row): WalletLine => {
    const said = row.cell('当前状态')
    if (/失败|关闭|取消|撤销|未支付/.test(said)) return { state: 'failed', said }
    if (/待支付|待收款|待确认|待朋友收钱|处理中/.test(said) && row.cell('收/支') === '收入')
      return { state: 'pending', said }
    const way = row.cell('收/支')
    if (way !== '收入' && way !== '支出') return { state: 'neutral', said: row.cell('交易类型') || said }
    const fee = /服务费[¥￥]?([\d.]+)/.exec(row.cell('备注'))?.[1]
    return {
      state: 'line',
      line: {
        line: row.line,
        date: row.cell('交易时间'),
        value: '',
        amount: signed(row.cell('金额(元)'), way === '收入' ? 'in' : 'out'),
        currency: 'CNY',
        payer: row.cell('交易对方'),
        payerAccount: '',
        text: [...new Set([row.cell('商品'), row.cell('备注')])].filter((t) => t !== '').join(' '),
        reference: row.cell('交易单号'),
        structured: '',
        kind: row.cell('交易类型').endsWith('退款') ? 'return' : '',
        ...(fee === undefined ? {} : { fee }),
      },
    }
  })
}

/** A refund's row repeats the amount of its order; what went back stands in a column of its own. */
function readMerchant(table: WalletTable): WalletLine[] {
  return table.rows.map((row): WalletLine => {
    const said = row.cell('交易状态')
    const isRefund = said === 'REFUND' || said === 'REVOKED'
    const state = row.cell('退款状态')
    if (isRefund && /FAIL|CLOSE|CHANGE/.test(state)) return { state: 'failed', said: `${said} ${state}` }
    if (isRefund && state === 'PROCESSING') return { state: 'pending', said: state }
    const amount = isRefund
      ? signed(row.cell('退款金额'), 'out')
      : amountText(row.cell('应结订单金额', '总金额', '订单金额'))
    const texts = [row.cell('商品名称'), row.cell('商户订单号'), row.cell('商户退款单号').replace(/^0$/, '')]
    return {
      state: 'line',
      line: {
        line: row.line,
        date: (isRefund && row.cell('退款成功时间')) || row.cell('交易时间'),
        value: '',
        amount,
        currency: row.cell('货币种类') || 'CNY',
        payer: row.cell('用户标识'),
        payerAccount: '',
        text: texts.filter((t) => t !== '').join(' '),
        reference: (isRefund && row.cell('微信退款单号')) || row.cell('微信订单号'),
        structured: '',
        kind: isRefund ? 'return' : '',
        fee: amountText(row.cell('手续费')),
      },
    }
  })
}

/** `收入：1笔 0.35元`. */
function sumOf(way: string, around: string): string | null {
  const found = new RegExp(`(?:^|\\n)"?${way}[:：]\\d+笔\\s*([\\d.,]+)元`).exec(around)
  return found?.[1]?.replaceAll(',', '') ?? null
}

/** Two lines under the table: names of totals and, under them, the totals. */
function footerTotals(around: string): Totals {
  const lines = around.split('\n').map((l) => l.split(',').map((c) => c.replace(/[`\r]/g, '').trim()))
  const at = lines.findIndex((l) => l[0] === '总交易单数')
  const value = (names: readonly string[]) => {
    const index = (lines[at] ?? []).findIndex((n) => names.includes(n))
    const text = at < 0 || index < 0 ? undefined : lines[at + 1]?.[index]
    return text === undefined || parseDecimal(text) === null ? null : text
  }
  return { in: value(['应结订单总金额', '总交易额']), out: value(['退款总金额', '总退款金额']) }
}
