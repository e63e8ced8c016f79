// The comments of a new book in Chinese.
import type { BookComments } from '../book-comments.ts'

export const bookComments: BookComments = {
  settings: '本账簿的设置，均可修改；运行 crm check 可查看是否有误。',
  book: '格式版本，由 crm 写入。',
  company: '账单上的本公司资料。可选：taxId 税号、address 地址、email 邮箱、phone 电话、bank 开户行及账号。',
  currency: '记账本位币（ISO 4217）。客户可用其他币种结算。',
  tax: 'mode：价格不含税（net）还是含税（gross）。rates：各档税率，百分数。\ndefault：商品和客户未注明时采用的税率。',
  rounding: 'rounding：按税率合计后取整（group），还是逐行取整（line）。',
  numbering: '连续编号：{yyyy} 为账单年份，{nnnn} 为当年流水号。',
  terms: '付款条件；客户另有约定的从其约定。',
  tiers: 'tiers：按近十二个月销售额划分的价值层，从高到低。',
  abc: 'abc：按销售额从高到低累计，达到该比例为止的客户为 A、B 级。',
  rfm: 'rfmBins：RFM 每项的打分档数。',
  effort:
    'dimensions：自定维度，按指标条件，先符合者为准；最好的分类写在前面。\neffort 权衡毛利减去所花时间后还剩多少。',
  actions: 'actions：对各分类客户做什么；crm classify 在建议升降级时一并提出。',
  hourlyCost: '为客户服务每小时的成本；staff.yaml 可逐人另写。',
  chase: '催收阶梯：逾期满若干天后可采取该步骤。',
  every: 'every：对同一客户两次催收的最短间隔天数。minimum：欠款低于此数的不催。',
  visits: '回访计划：按客户等级。',
  aging: '账龄各栏的上限（逾期天数）。',
  more:
    '此外还可写明（如下例）：超出信用额度时 sell 和 bill 的处理（warn 警告、refuse 拒绝、off 不管）；未指明单据的收款如何核销\n' +
    '（exact-then-oldest、explicit）；何时开账单、分几张开；按条件打折；收款允许的尾差和代扣税率；读取哪些账户的对账单。',
  catalog: '商品与服务，以编号为键，例如：',
  staff: '公司人员，以编号为键，例如：',
  attributes: '数据行只增不改，一行一条，合并时保留双方的行。',
  ignored: '锁、缓存和写入中的内容。',
  actionTexts: {
    benefitsA: '专人对接，新品优先告知，退货从宽',
    benefitsB: '按购买记录推荐优惠',
    benefitsC: '标准化服务',
    chaseA: '先由专人致电，再发函',
    chaseB: '先发函，二次催收前致电',
    chaseC: '按催收阶梯',
    visitsRaise: '两周内拜访或致电：为何没有再下单',
    visitsReduce: '有问必答，用邮件',
    visitsLetGo: '不再回访，每年寄一次价目表',
  },
}
