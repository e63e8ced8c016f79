// Help of the verbs about customers, in Chinese.
import type { SameHelp } from '../../catalogue.ts'
import type { customersHelp as english } from '../../en/help/customers.ts'

export const customersHelp: SameHelp<typeof english> = {
  add: {
    summary: '新增客户',
    description:
      '写入 customers/<编号>.yaml。未指定编号时由名称生成（中文取拼音）；个人客户用不透露姓名的编号，如 p-0042。同名客户会提示，但不拒绝。',
    arguments: { name: '账单上的名称' },
    options: {
      id: '文件名，也是以后输入时用的编号',
      kind: 'company（默认，单位）或 person（个人）',
      industry: '行业，可用自己的叫法或代码',
      region: '地区，如 CN-31 或 DE-HH',
      size: '规模，如 小型 或 50-100',
      owner: '客户经理：staff.yaml 中的编号',
      email: '账单与信函的收件邮箱',
      phone: '电话',
      address: '通信地址',
      contact: '联系人姓名',
      alias: '其他名称，如银行流水上出现的写法',
      language: '账单与信函的语言：en 或 zh',
      terms: '付款条件，如 "net 30" 或 "eom+15"',
      currency: '账单币种，如 USD',
      'tax-id': '税号',
      'credit-limit': '信用额度，如 50000.00',
      stage: '阶段，可用自己的叫法：潜在、活跃……',
      since: '何时成为客户',
      tag: '标签，可写多个',
      notes: '备注',
    },
    examples: [
      ['crm add "Blue Pier Imports" --currency USD --terms "net 30"', '写入 customers/blue-pier-imports.yaml'],
      ['crm add "远山电子有限公司" --region CN-31 --tag 重点', '写入 customers/yuanshandianzi.yaml'],
    ],
  },
  edit: {
    summary: '修改客户资料',
    description:
      '修改个别字段；不写字段时用编辑器（VISUAL、EDITOR）打开整个文件，保存的内容经校验并显示差异后才写入。注释、顺序和其余内容保持原样，git diff 只显示所改的行。\n字段= 表示删除。列表：tags+=重点 添加，tags-=重点 去掉。列表和映射内部：contacts.0.email=…、custom.颜色=…。',
    arguments: { id: '编号、名称或其唯一开头', 'field=value': '要修改的字段' },
    options: {},
    examples: [
      ['crm edit yuanshan phone=+86-21-5550-0100 terms="net 45"', '修改两行'],
      ['crm edit yuanshan tags+=重点', '添加一个标签'],
    ],
  },
  list: {
    summary: '按条件列出客户',
    description:
      '条件由指标、比较符和值组成：grade=A、sales12m>=100000（或 10万）、overdueDays>30、tag:vip、name~云、"region in CN-31,CN-33"、since=2025、overdue=1000..5000、owner=none。所有条件须同时满足；not 表示相反。含 < 或 > 的条件请加引号。crm facts 列出全部指标；class.维度 为 crm.yaml 自定维度中已确认的分类。\n金额折合本位币；分类以已确认的为准。',
    arguments: { condition: '客户须满足的条件，或 @视图名；不写即全部客户' },
    options: {
      view: 'crm.yaml 中保存的视图：条件、列和排序；也可写 @视图名',
      columns: '要显示的指标，如 name,grade,sales12m,class.market',
      sort: '排序指标：数字从大到小，文字按顺序；加 :asc 或 :desc 可改',
      top: '只列前若干个',
      'as-of': '截至某日的情况',
    },
    examples: [
      ['crm list grade=A --sort overdue', 'A 级客户，逾期多的在前'],
      ['crm list "overdueDays>30" "not openDisputes>0" --columns name,overdue,owner', '该给谁打电话'],
      ['crm list --top 10 --sort sales12m', '近 12 个月销售额前十名'],
    ],
  },
  show: {
    summary: '一页看清一个客户或一张单据',
    description:
      '客户：档案、联系人、合同、欠款、未清项、分类，以及近期的消费、收款和往来。单据：状态、明细、税额、分期，以及与其相关的每一行。所示内容每次由账簿文件现算。',
    arguments: { name: '客户（编号、名称或其唯一的开头）或单据编号' },
    options: {
      'as-of': '此日之后的行视为不存在；默认今天',
      paper: '按纸面样式显示账单，用客户的语言',
    },
    examples: [
      ['crm show yuanshan', '一个客户的全部情况'],
      ['crm show INV-2026-0001', '一张账单及其经过'],
      ['crm show INV-2026-0001 --paper -o bill.txt', '把账单存成文本文件'],
    ],
  },
}
