// Help of the verbs of the group "analysis", in Chinese.
import type { SameHelp } from '../../catalogue.ts'
import type { analysisHelp as english } from '../../en/help/analysis.ts'

export const analysisHelp: SameHelp<typeof english> = {
  report: {
    summary: '余额、账龄、销售、对账单等报表',
    description:
      '显示一张报表；不写名称则列出全部。报表只取决于账簿文件和日期：--as-of 不计其后的行，因此过去某日看到的与当时一致。不同币种从不相加。内容不作截断：可用管道、--format csv 或 --json。',
    arguments: { report: '报表名称；crm report 列出全部', name: '只看这些客户' },
    options: {
      'as-of': '不计此日之后的行；默认为今天',
      period: '如 2026-10、2026Q4、2026 或“上月”',
      from: '首日（含）',
      to: '末日（含）',
      by: '分组方式（报表可选时）',
      detail: '细到每张单据',
      all: '连同互相抵消的行：被冲销的行及其冲销',
    },
    examples: [
      ['crm report balance', '今天各客户的欠款'],
      ['crm report aging --as-of 2026-10-31 --detail', '十月末的账龄明细'],
      ['crm report sales --period 2026-10 --by item', '十月份售出的商品'],
      ['crm report statement yuanshan --from 2026-10-01 --to 2026-10-31', '逐日的往来账'],
    ],
  },
}
