// How people name the last row of a kind, in English and in Chinese.
import { isJournalKind, type JournalKind } from '../book/journal.ts'

const lastOf = /^last (\w+) of (.+)$/i
const latestOf = /^(.+?)的?最[后近]一笔(.+)$/

/** What the kinds are called in Chinese, where a person names his last one. */
const chineseKinds: ReadonlyMap<string, JournalKind> = new Map([
  ['消费', 'sale'],
  ['收款', 'payment'],
  ['扣款', 'deduct'],
  ['坏账核销', 'writeoff'],
  ['核销登记', 'apply'],
  ['退款', 'refund'],
])

/** "last payment of yunfan", 云帆最后一笔收款; null for what does not read like that. */
export function lastNamed(text: string): { readonly kind: JournalKind; readonly name: string } | null {
  const [, word = '', name = ''] = lastOf.exec(text) ?? []
  const kind = word.toLowerCase()
  if (isJournalKind(kind)) return { kind, name }
  const [, customer = '', called = ''] = latestOf.exec(text) ?? []
  const inChinese = chineseKinds.get(called.trim())
  return inChinese === undefined ? null : { kind: inChinese, name: customer.trim() }
}
