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
      kind: '对账单：activity（逐笔，默认）、open-item（未清项）、balance-forward（余额结转）或 confirmation（询证函）',
      base: '账龄起算日：到期日（due）或账单日（bill）',
      in: '账龄：按当日汇率折算为此币种',
      detail: '细到每张单据',
      compare: '账龄：--known-at 当时所知与现在所知对比',
      all: '连同互相抵消的行：被冲销的行及其冲销；未清项对账单：已结清的单据',
      paper: '对账单：按客户语言排成可寄出的文书；余额调节表：排成表格供签章',
    },
    examples: [
      ['crm report balance', '今天各客户的欠款'],
      ['crm report aging --as-of 2026-10-31 --detail', '十月末的账龄明细'],
      ['crm report aging --by owner --in CNY', '按负责人汇总，折算为一种币种'],
      ['crm report sales --period 2026-10 --by item', '十月份售出的商品'],
      ['crm report ratios --period 2026Q3', 'DSO、CEI 等指标及计算过程'],
      ['crm report statement yuanshan --from 2026-10-01 --to 2026-10-31', '逐日的往来账'],
      ['crm report statement yuanshan --kind open-item --paper', '未清项，排成可寄出的对账单'],
    ],
  },
  classify: {
    summary: '建议价值层、ABC 等级和 RFM 分类',
    description:
      '价值层：近 12 个月销售额达到的第一个门槛（见 crm.yaml）。等级：按近 12 个月销售额累计占比分 A、B、C；跨线的客户归入较高一级，销售额相同则等级相同。RFM：按最近购买、频次、金额（全部历史）评分并归入细分，按分位数划档，也可由 classes.rfm 改为按名次或固定门槛。生命周期：按客户自己的购买间隔。自定维度写在 crm.yaml 的 classes.dimensions：按指标写规则（rules），或对若干指标做 k-means 聚类（kMeans：种子固定，聚类数取方差比最高者，聚类以其特点命名）。\n显示与上次确认相比的变动，该分类要做的事（classes.actions），以及客户和销售额的分布。加 --accept 则为每项不同的分类追加一行（含日期和依据）；再次运行不会重复追加。\n--compare 读取含 crm.yaml 中 classes 一节的文件，把两套规则在过去一年逐月重演：哪些客户会换分类、多少人保持不变、各类保留了多少收入。备注一并显示；一年无人评审的维度会被指出。',
    arguments: { text: '与 --note 合用：听到的意见或评审结论' },
    options: {
      accept: '将变动写入 classes.csv',
      explain: '说明某客户为何属于该类、怎样可以升级',
      set: '人工指定该客户的某项分类',
      class: '与 --set 合用：指定的分类，如 grade=A',
      reason: '与 --set 合用：理由',
      until: '与 --set 合用：有效的最后一天',
      note: '为该维度记一条备注：客户反馈、同行做法、评审结论',
      compare: '把此文件的规则与现行规则在过去一年上对比重演',
      'as-of': '截至某日的情况',
    },
    examples: [
      ['crm classify', '查看会有哪些变动'],
      ['crm classify --accept', '确认变动'],
      ['crm classify --explain yuanshan', '规则、数值和升级条件'],
      ['crm classify --compare rules.yaml', '在过去的数据上试另一套规则'],
      ['crm classify --note grade "C 级客户想要折扣"', '供下次评审'],
      ['crm classify --set yuanshan --class grade=A --reason 重点客户', '人工指定'],
    ],
  },
  alerts: {
    summary: '按规则列出需要关注的客户',
    description:
      '规则写在 crm.yaml 的 alerts 下：名称、条件（when）、多少天后可再次提醒。未写时有六条：A 级客户销售比自身节奏下降四成、A 或 B 级客户沉默达平常间隔两倍、两年来首次逾期、即将升入更高价值层、付款失信、工单超时。\n加 --record 则将新预警记入客户往来记录，每条只提醒一次。',
    arguments: {},
    options: { record: '登记新预警', 'as-of': '截至某日的情况' },
    examples: [
      ['crm alerts', '新的和已知的预警'],
      ['crm alerts --record', '每晚由 cron 运行'],
    ],
  },
  facts: {
    summary: '列出全部指标，或某客户的各项指标',
    description:
      '不带参数：全部指标及其类型和定义。带客户：该客户的全部指标。带条件（同 crm list）：所有符合条件的客户的全部指标。',
    arguments: { 'customer-or-condition': '客户，或条件' },
    options: { 'as-of': '截至某日的情况' },
    examples: [
      ['crm facts', '有哪些指标、各是什么意思'],
      ['crm facts yuanshan', '某客户的全部指标'],
      ['crm facts grade=A -f csv -o facts.csv', '导出为表格'],
    ],
  },
  explain: {
    summary: '逐行说明一个数字或指标的来源',
    description:
      '只给一个名称时：列出形成单据未清金额、款项余额或客户余额的每一行，及其后的累计数和在账簿中的位置；对单行还显示其作用对象和生效日期。另给指标时：显示数值、定义，以及据以计算的每一行明细账、往来记录或 classes.csv 记录。对分类（含自定维度）还显示规则、升级条件和该类要做的事。',
    arguments: {
      what: '客户、单据、款项或任意一行；与指标同用时为客户',
      fact: 'crm facts 所列指标之一，或 crm.yaml 的维度',
    },
    options: { 'as-of': '截至某日的情况' },
    examples: [
      ['crm explain INV-2026-0001', '还有多少未清，为什么'],
      ['crm explain yuanshan', '每笔变动及其后的余额'],
      ['crm explain yuanshan sales12m', '合计背后的各笔销售'],
      ['crm explain yuanshan grade', '等级的规则、数值和历史'],
    ],
  },
}
