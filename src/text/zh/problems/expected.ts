// Phrases for what a value in a file should have been, and for what YAML refused.
import type { Expectation, YamlFeature } from '../../../core/base/problems/store.ts'

const phrases: Readonly<Record<Expectation, string>> = {
  text: '文本',
  filled: '非空文本',
  'one-line': '单行文本',
  map: '一组键值',
  list: '列表',
  day: '存在的日期，如 2026-11-03',
  time: '时间，如 09:30',
  currency: '币种，如 CNY、EUR、USD',
  amount: '金额',
  'amount-not-negative': '非负金额',
  'amount-above-zero': '大于零的金额',
  decimal: '数字，如 3 或 2.5',
  'above-zero': '大于零的数字，如 7.1',
  percent: '百分数，如 13 或 5.5',
  whole: '整数',
  'date-of-month': '每月几日（1 至 31）',
  fraction: '0 到 1 之间的小数，如 0.8',
  flag: 'true 或 false',
  'one-of': '以下之一',
  'customer-id': '客户编号：a 到 z、0 到 9 和连字符',
  'row-id': '行编号：十二位，由 0 到 9 和除 i、l、o、u 以外的小写字母组成',
  'document-number': '单据号：字母、数字，中间可有 . _ -',
  'number-series': '编号规则：字母数字加一处 {n}，如 INV-{yyyy}-{nnnn}',
  span: '时间长度，如 month、2 weeks、1 year',
  month: '月份，如 2026-10',
  sha256: 'SHA-256 值，64 位十六进制数字',
  'count-range': '一个数或 2..6 这样的范围，2 至 50',
  name: '不含换行的简短名称',
}

/** `detail`: the allowed values; the currency and an example for amounts. */
export function expectedPhrase(expected: Expectation, detail: readonly string[]): string {
  const phrase = phrases[expected] ?? String(expected)
  if (expected === 'one-of') return `${phrase}：${detail.join('、')}`
  const [currency, example] = detail
  if (currency === undefined || example === undefined) return expected === 'amount' ? `${phrase}，如 125.00` : phrase
  const decimals = example.split('.')[1]?.length ?? 0
  return `${phrase}（${currency}，${decimals === 0 ? '无小数' : `${decimals} 位小数`}，如 ${example}）`
}

export const yamlFeatures: Readonly<Record<YamlFeature, string>> = {
  anchor: '锚点（&名称）',
  alias: '别名（*名称）',
  tag: '标签（!名称）',
  merge: '合并键（<<）',
  directive: '指令（%）',
  'complex-key': '非文本的键',
  depth: '如此深的嵌套',
}

const reasons: Readonly<Record<string, string>> = {
  BAD_INDENT: '缩进不对',
  TAB_AS_INDENT: '缩进用了制表符，请用空格',
  MISSING_CHAR: '缺少引号、括号或逗号',
  MULTILINE_IMPLICIT_KEY: '键跨了多行；是否漏了冒号或引号？',
  IMPOSSIBLE: '无法理解这一行',
  BLOCK_AS_IMPLICIT_KEY: '一行里出现了两个键；含“: ”的文本请加引号',
  UNEXPECTED_TOKEN: '此处不应有该内容',
  MULTIPLE_DOCS: '文件中有多个文档',
  BAD_SCALAR_START: '文本开头的字符需要加引号',
  BAD_DQ_ESCAPE: '双引号文本中有未知的转义',
}

/** The YAML library's error code in words; never the content of the file. */
export function yamlReason(code: string): string {
  return reasons[code] ?? code.toLowerCase().replaceAll('_', ' ')
}
