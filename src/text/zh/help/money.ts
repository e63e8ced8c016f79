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
      discount: '折扣百分比；在账单该行列出',
      date: '发生日期；默认今天',
      currency: '币种；默认为该客户的币种',
      memo: '备注，随该行保存',
      project: '所属项目；可按项目开账单',
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
      '截至期末已交付而未开账单的，按客户和币种各开一张：明细、分税率税额、合计、按付款条件的到期日、连续编号。以前月份漏开的一并补上。再次运行不会重复开单。退货或合同冲回大于其余部分时，开红字账单。\ncrm.yaml 或客户档案中的 billing: 规定多久开一次（every、day 或 anchor）、分几张开（groupBy：customer 按客户、contract 按合同、project 按项目）；指名的客户一律开到今天。crm.yaml 的 discounts: 按条件打折，如 { name: A, when: grade=A, percent: 5 }。\n无法开单的客户会被跳过并警告（退出码 1）。可先用 --dry-run 查看。\n--proforma 改出形式账单，--quote 为尚未售出的商品报价；二者另行编号，存于 quotes/，不形成应收，用 --accept 转为账单。--deposit 开预收账单；该客户以后的账单连同税额一并抵减。',
    arguments: { id: '客户；默认为所有有未开账单消费的客户' },
    options: {
      period: '开到该期间期末为止，如 2026-10',
      date: '账单日期；默认今天',
      discount: '对尚无折扣的各行打折（合同除外）的百分比',
      proforma: '出形式账单，不开账单',
      quote: '为 --line 所列商品报价',
      line: '报价：商品、商品,数量 或 商品,数量,单价；可连写多个',
      'valid-until': '报价单、形式账单：可接受的最后一日',
      accept: '要转为账单的报价单或形式账单',
      deposit: '预收金额（含税），或百分比如 30%',
      of: '预收：所属的报价单或形式账单',
      item: '预收：决定名称和税率的商品',
      project: '报价、预收：所属项目',
      'keep-deposits': '不抵减预收',
    },
    examples: [
      ['crm bill yuanshan --quote --line cable,20 setup,1,500', '为两项报价'],
      ['crm bill yuanshan --deposit 30% --of QT-2026-0001', '收三成预收款'],
      ['crm bill --accept QT-2026-0001', '开成账单，并抵减预收'],
      ['crm bill --period 2026-10 --dry-run', '试算十月份账单'],
      ['crm bill --period 上月', '开出账单'],
      ['crm bill yuanshan', '只开一个客户，截至今天'],
    ],
  },
  pay: {
    summary: '登记收款并核销账单',
    description:
      '在流水中登记一笔收款，并为每张核销的单据登记一行核销。未指明单据时，先核销未清金额恰好相等的那张，否则按到期日先后；如需猜测，则留作预收并说明。多出的部分留作预收。\n款项币种与所指单据不同时，同一步内兑换：按 rates.csv 当日汇率兑换所需部分，或用 --receives 写明全额折合多少。',
    arguments: { id: '付款客户：编号、名称或其唯一前缀', amount: '金额，如 1250.00' },
    options: {
      settles: '按此顺序核销的单据；单据号=金额 表示核销一部分',
      'on-account': '暂不核销',
      date: '收款日期；默认为今天',
      currency: '币种，与客户或单据不同时填写',
      receives: '按约定折成单据币种的金额',
      method: '收款方式，如 bank、cash',
      memo: '备注',
    },
    examples: [
      ['crm pay yuanshan 11300.00 --settles INV-2026-0001', '核销该账单'],
      ['crm pay blue-pier 715 --currency CNY --settles INV-2026-0007', '人民币支付美元账单'],
      ['crm pay yuanshan 500.00 --date 2026-11-03 --method cash', '核销最早到期的账单'],
    ],
  },
  contract: {
    summary: '合同：自动产生消费的约定',
    description:
      '客户档案中的周期费用、一次性费用和用量计费；crm bill 按应计减已计开单，不足一周期按天折算，变更造成的差额自动更正。\nlist [客户] 列出合同、每周期金额和最迟通知日。add 客户 合同 商品 新建合同或加一条明细；--line 一次加多条，--file 录入整份合同。开通费等一次性费用用 --kind once；--tier 按用量分档定价。\nchange 客户 合同 明细 --from 日期 自该日起改价、改量或改档，此后每一单位用量按新价；免费量、整包大小和 --tiers 自下一周期起。不写明细时，--discount 对全部明细打折（0 即取消），--index 调价，--minimum 和 --maximum 约束此后开始的周期。end 客户 合同 [明细] --on 日期 定最后一日。renew 客户 合同 按期限续期。',
    arguments: {
      action: 'list、add、change、end 或 renew',
      id: '客户',
      contract: '合同编号，如 support-2026',
      what: 'add：商品（已用 --line 时可省）；change 与 end：明细',
    },
    options: {
      price: '每周期单价；默认取自目录',
      quantity: '数量；默认 1',
      kind: 'recurring（周期，默认）、once（一次性）或 usage（用量）',
      included: '用量计费：每周期免费量',
      tier: '用量：上限:单价 或 上限:单价:固定费，末档写 rest:单价',
      tiers: '用量：graduated（分段，默认）或 volume（全量按所达档）',
      package: '用量：按此大小整包计',
      line: 'add：商品,数量,单价 或 商品,键=值,……；可多条',
      file: 'add：整份合同的 YAML 文件，格式同 customers/<编号>.yaml',
      project: '费用所属项目，用于按项目开账单',
      start: '首日；默认今天',
      end: '最后一日',
      every: '周期长度：month（默认）、quarter、2 weeks……',
      anchor: '周期起算日；默认合同首日',
      timing: 'advance（预收，默认）或 arrears（后收）',
      proration: '不足一周期：day（按天，默认）、fixed30（每月三十天）或 none（不折算）',
      renewal: '到期：auto、manual 或 none',
      term: '续期期限，如 12 months',
      notice: '提前通知期，如 30 days',
      trial: 'add：自首日起的免费期，如 month',
      minimum: '每周期最低金额',
      maximum: '每周期最高金额',
      discount: '各明细的折扣百分比；change：自 --from 至 --until',
      index: 'change：调价百分比；加 --every 则按期重复',
      currency: '合同币种；默认为该客户的币种',
      name: '合同名称',
      from: 'change：变更的首日',
      on: 'end：最后一日',
      until: 'renew：新的最后一日；change：折扣或调价的最后一日',
      expiring: 'list：只列已终止、即将到期或即将自动续约的',
      ahead: 'list：提前多久算即将到期；默认 60 days',
    },
    examples: [
      ['crm contract add yuanshan support SETUP --price 310 --every month', '自今天起的合同'],
      ['crm contract add yuanshan api API --kind usage --tier 1000:0.10 rest:0.05', '按用量'],
      ['crm contract add yuanshan web --line hosting,1,90 setup,kind=once,price=300', '两条明细'],
      ['crm contract change yuanshan support setup --from 2027-01-01 --price 330', '改价'],
      ['crm contract change yuanshan support --from 2027-01-01 --index 3 --every year', '每年上调 3%'],
      ['crm contract list --expiring', '六十天内到期或须通知才不续约的合同'],
    ],
  },
  apply: {
    summary: '用预收款核销单据',
    description:
      '登记一行核销：用收款、红字账单、期初余额或转入款的一部分核销一张账单、滞纳金或期初单据。不写金额则取双方可用的最大值。超过未清额或剩余额会被拒绝并列出数字；其他客户或币种请先用 crm move。',
    arguments: {
      payment: '行编号、单据号、“客户最后一笔收款”，或只有一笔余款的客户',
      document: '单据号',
      amount: '金额；默认取最大值',
    },
    options: { date: '生效日期；默认为今天' },
    examples: [
      ['crm apply yuanshan INV-2026-0001', '用预收款核销'],
      ['crm apply 3g7chs4e99ct INV-2026-0002 150.00', '核销一部分'],
    ],
  },
  unapply: {
    summary: '撤回核销',
    description: '冲销某笔收款的、或某张单据上的核销及随之的扣款。款项回到预收，单据恢复未清。原有的行保留。',
    arguments: { name: '收款、红字账单或单据', document: '只撤回对这张单据的核销' },
    options: { date: '生效日期；默认为今天', reason: '原因' },
    examples: [['crm unapply INV-2026-0001', '撤回对它的全部核销']],
  },
  credit: {
    summary: '开红字账单',
    description:
      '开出有独立编号的红字账单，并在未清范围内核销原单据，多出的留作预收。金额含税，税额按原单据的税率拆分。最多为总额减此前的红字。若给出客户而非单据，则直接记入其预收。',
    arguments: { name: '单据号，或客户', amount: '含税金额；默认为全部剩余' },
    options: {
      line: '整行，从 1 起数',
      reason: 'correction 更正（默认）、return 退货、goodwill 折让、loyalty 回馈、chargeback 拒付',
      release: '这些行的消费记录可重新开账单',
      date: '生效日期；默认为今天',
      currency: '给客户时：如非其币种',
    },
    examples: [
      ['crm credit INV-2026-0001 50.00 --reason goodwill', '含税 50.00'],
      ['crm credit INV-2026-0001 --line 2 --reason return', '冲回一行'],
    ],
  },
  void: {
    summary: '作废账单',
    description:
      '开出原因为 void 的全额红字账单并核销，其消费记录可重新开账单。已部分收款或冲红的账单会被拒绝，并说明须先撤回什么。原账单及号码保留。',
    arguments: { bill: '账单号' },
    options: { date: '生效日期；默认为今天' },
    examples: [['crm void INV-2026-0001', '随后 crm bill 会重新开账单']],
  },
  refund: {
    summary: '退还预收款',
    description:
      '从某笔收款或红字账单，或从客户的预收款中（先旧后新）退款。不写金额则全部退还。超额会被拒绝并列出数字。',
    arguments: { name: '收款、红字账单或客户', amount: '金额；默认为全部剩余' },
    options: { date: '生效日期；默认为今天', currency: '给客户时：哪个币种', method: '退款方式', memo: '备注' },
    examples: [['crm refund yuanshan 30.00', '从预收款中退']],
  },
  writeoff: {
    summary: '核销坏账',
    description: '对单据的未清额或其一部分登记坏账核销。记入坏账，不冲减收入。',
    arguments: { document: '单据号', amount: '金额；默认为全部未清' },
    options: { date: '生效日期；默认为今天', reason: '原因', memo: '备注' },
    examples: [['crm writeoff INV-2026-0001 --reason insolvent', '核销全部未清额']],
  },
  move: {
    summary: '把款项转给其他客户或币种',
    description:
      '成对登记转出与转入，把预收款转到其他客户或其他币种。跨币种时到账额由您给出，或按 rates.csv 折算；没有汇率则拒绝。转入的款项留作预收，可用于核销。',
    arguments: { payment: '行编号、单据号，或只有一笔余款的客户', amount: '金额（原币种）；默认为全部剩余' },
    options: {
      to: '转入的客户',
      currency: '转成的币种',
      receives: '到账金额',
      date: '生效日期；默认为今天',
      memo: '备注',
    },
    examples: [
      ['crm move yuanshan --currency USD --receives 100.00', '用人民币付美元账单'],
      ['crm move yuanshan 500.00 --to blue-pier', '代他人付款'],
    ],
  },
  reverse: {
    summary: '冲销一行',
    description:
      '登记一行，自当日起冲销另一行，连同其核销与扣款；转移则成对冲销。原行保留。账单和红字账单不冲销而开红字；已开账单的消费在账单上冲红；已退款或转出的须先冲销。',
    arguments: { row: '行编号、单据号，或“客户最后一笔收款”' },
    options: { date: '生效日期；默认为今天', reason: '原因' },
    examples: [['crm reverse 远山最后一笔收款 --reason chargeback', '该笔收款未成立']],
  },
  opening: {
    summary: '登记期初余额',
    description: '登记建账前客户的欠款，可附旧账单号与到期日；负数表示其预收款（请写在 -- 之后）。',
    arguments: { id: '客户', amount: '金额；负数为预收' },
    options: {
      document: '旧账单号',
      due: '到期日；默认为当日',
      date: '生效日期；默认为今天',
      currency: '币种，如非客户币种',
      memo: '备注',
    },
    examples: [
      ['crm opening yuanshan 1200.00 --document OLD-17 --due 2026-01-15 --date 2026-01-01', '旧账单'],
      ['crm opening yuanshan -- -300.00', '旧预收款'],
    ],
  },
  confirm: {
    summary: '登记客户对余额的回函',
    description:
      '在 activity/ 追加一行 confirm：金额为客户确认数，到期日一栏为余额日期，日期为回函日期；并显示与账簿当日余额的差额。负数表示我方欠客户（写在 -- 之后）。同样的答复不重复登记，金额不同则另记一行。crm report confirmations 列出全部回函。',
    arguments: { id: '客户', day: '余额日期（当日终了）', amount: '客户确认的欠款；负数为我方欠客户' },
    options: { differs: '客户所说的不符原因', currency: '币种，如非客户币种', date: '回函日期；默认为今天' },
    examples: [
      ['crm confirm yuanshan 2026-10-31 1630.00', '相符，或显示差额'],
      ['crm confirm yuanshan 2026-10-31 1330.00 --differs "A-103 已退货"', '附不符原因'],
    ],
  },
  close: {
    summary: '结账：核对并封存一个月，此后不再写入',
    description:
      '用 crm check 的全部核对证明到月末为止的账，然后写入 closes/<月份>.yaml：各币种合计、对当月流水与单据的封存值（不含个人文字），并与上月的封存值相连。此后任何命令都不能再写入该月日期的内容；迟到的银行流水记在第一个未结账的日期，银行日期保留在备注中。月份须按顺序结账；第一次可结任意月份，并包含此前所有月份。重复结账不会改变任何内容。',
    arguments: { month: '月份，如 2026-10 或“上月”；须已结束' },
    options: {},
    examples: [['crm close 2026-10', '核对并结十月的账']],
  },
  reopen: {
    summary: '反结账：撤销最近一个月的结账',
    description:
      '重新打开最近结账的月份；原因保留在 closes/ 的文件中，并显示在 crm check 和交接表里。更正后请重新结账。',
    arguments: { month: '最近结账的月份' },
    options: { reason: '原因，保留在账簿中' },
    examples: [['crm reopen 2026-10 --reason "漏记一笔返利"', '更正后再 crm close 2026-10']],
  },
}
