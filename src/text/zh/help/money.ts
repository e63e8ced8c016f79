// Help of the verbs of the group "money", in Chinese.
import type { SameHelp } from '../../catalogue.ts'
import type { moneyHelp as english } from '../../en/help/money.ts'

export const moneyHelp: SameHelp<typeof english> = {
  sell: {
    summary: '录入消费记录：交付的商品或使用的服务',
    description:
      '写入一行消费记录，此时尚未形成应收，由 crm bill 开入账单。单价默认取自 catalog.yaml，含税或不含税以 crm.yaml 为准。数量为负表示退货，抵减下一张账单。\n加 --bill 立即开出账单；加 --paid 同时录入收款并核销。',
    arguments: { id: '客户：编号、名称或其唯一的开头', item: '商品：catalog.yaml 中的编号或名称' },
    options: {
      quantity: '数量；默认 1，退货为负',
      price: '单价；默认取自 catalog.yaml',
      date: '发生日期；默认今天',
      currency: '币种；默认为该客户的币种',
      memo: '备注，随该行保存',
      bill: '立即为本笔开出账单',
      paid: '开出账单，并录入全额收款',
      method: '收款方式：现金、银行卡、转账……',
    },
    examples: [
      ['crm sell yuanshan cable --quantity 20', '按目录单价售出二十件'],
      ['crm sell yuanshan repair --price 150 --paid --method 现金', '售出、开单并收款'],
      ['crm sell yuanshan cable --quantity -2 --memo "破损"', '退货'],
    ],
  },
  bill: {
    summary: '把未开账单的消费与合同开成账单',
    description:
      '截至期末已交付而未开账单的，按客户和币种各开一张：明细、分税率税额、合计、按付款条件的到期日、连续编号。以前月份漏开的一并补上。再次运行不会重复开单。退货多于销售的，留待下期账单抵减。\n无法开单的客户会被跳过并警告（退出码 1）。可先用 --dry-run 查看。',
    arguments: { id: '客户；默认为所有有未开账单消费的客户' },
    options: {
      period: '开到该期间期末为止，如 2026-10',
      date: '账单日期；默认今天',
    },
    examples: [
      ['crm bill --period 2026-10 --dry-run', '试算十月份账单'],
      ['crm bill --period 上月', '开出账单'],
      ['crm bill yuanshan', '只开一个客户，截至今天'],
    ],
  },
  pay: {
    summary: '登记收款并核销账单',
    description:
      '在流水中登记一笔收款，并为每张核销的单据登记一行核销。未指明单据时，先核销未清金额恰好相等的那张，否则按到期日先后；如需猜测，则留作预收并说明。多出的部分留作预收。',
    arguments: { id: '付款客户：编号、名称或其唯一前缀', amount: '金额，如 1250.00' },
    options: {
      settles: '按此顺序核销的单据；单据号=金额 表示核销一部分',
      'on-account': '暂不核销',
      date: '收款日期；默认为今天',
      currency: '币种，与客户或单据不同时填写',
      method: '收款方式，如 bank、cash',
      memo: '备注',
    },
    examples: [
      ['crm pay yuanshan 11300.00 --settles INV-2026-0001', '核销该账单'],
      ['crm pay yuanshan 500.00 --date 2026-11-03 --method cash', '核销最早到期的账单'],
    ],
  },
  contract: {
    summary: '合同：自动产生消费的约定',
    description:
      '客户档案中的周期费用、一次性费用和用量计费；crm bill 按应计减已计开单，不足一周期按天折算，变更造成的差额自动更正。\nlist [客户] 列出合同、每周期金额和最迟通知日。add 客户 合同 商品 新建合同或加一条明细。change 客户 合同 明细 --from 日期 自该日起改价或改量。end 客户 合同 [明细] --on 日期 定最后一日。renew 客户 合同 按期限续期。',
    arguments: {
      action: 'list、add、change、end 或 renew',
      id: '客户',
      contract: '合同编号，如 support-2026',
      what: 'add：商品；change 与 end：明细',
    },
    options: {
      price: '每周期单价；默认取自目录',
      quantity: '数量；默认 1',
      kind: 'recurring（周期，默认）、once（一次性）或 usage（用量）',
      included: '用量计费：每周期免费量',
      start: '首日；默认今天',
      end: '最后一日',
      every: '周期长度：month（默认）、quarter、2 weeks……',
      anchor: '周期起算日；默认合同首日',
      timing: 'advance（预收，默认）或 arrears（后收）',
      proration: '不足一周期：day（按天，默认）、fixed30（每月三十天）或 none（不折算）',
      renewal: '到期：auto、manual 或 none',
      term: '续期期限，如 12 months',
      notice: '提前通知期，如 30 days',
      discount: '各明细的折扣百分比',
      currency: '合同币种；默认为该客户的币种',
      name: '合同名称',
      from: 'change：新单价或数量的首日',
      on: 'end：最后一日',
      until: 'renew：新的最后一日',
      expiring: 'list：只列已终止或即将到期的',
      ahead: 'list：提前多久算即将到期；默认 60 days',
    },
    examples: [
      ['crm contract add yuanshan support SETUP --price 310 --every month', '自今天起的合同'],
      ['crm contract change yuanshan support setup --from 2027-01-01 --price 330', '改价'],
      ['crm contract list --expiring', '六十天内到期的合同'],
    ],
  },
}
