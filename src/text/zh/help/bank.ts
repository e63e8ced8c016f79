// Help of the verbs of the group "bank", in Chinese.
import type { SameHelp } from '../../catalogue.ts'
import type { bankHelp as english } from '../../en/help/bank.ts'

export const bankHelp: SameHelp<typeof english> = {
  reconcile: {
    summary: '对账：银行流水与账单核对，把握十足的入账',
    description:
      '先收入所给的对账单，再逐笔核对尚未入账的流水，由确凿到模糊：手工入账的收款，各栏文字中的结构化参考号与单据号，已知付款人（先看账号，再看户名）且金额相符、结清全部欠款或唯一的单据组合。只有单据或付款人与金额都确定的才入账；不分高下的绝不入账。其余列为待确认或未匹配，并说明原因。\n少付而写明原因的（数量、质量、价格、促销、税、运费，或仅称有异议），入账的同时就余款建立争议；crm.yaml 中设 reconcile: disputes: suggest 则只作建议。crm report disputes 列出争议。\n单据号相符的流水同时确认其付款人（记入客户档案的 payers:）。再次运行不会重复入账。\n在终端上逐笔复核：按键确认、另选、拆分、新建客户、写明原因忽略、跳过或返回；退出时已决定的入账，其余留待下次。按 Ctrl-C、连接中断或最后答否时，已作的决定仍保留，下次可接着复核。--plan 将同样内容写成文件供复核，--apply 执行；账簿其间有变则拒绝。\n反复出现而与客户无关的流水（手续费、工资、转账）按 bank-rules.csv 中的规则忽略；凡有候选的流水绝不按规则忽略。',
    arguments: { file: '先收入的对账单：CSV、CAMT、MT940、OFX' },
    options: {
      account: '对账单所属账户；只核对该账户的流水',
      strict: '仍有未入账的收入流水时退出码为 1',
      explain: '说明该笔流水为何匹配、待确认或未匹配',
      accept: '确认候选并入账：流水编号，流水编号=单据号,单据号，流水编号=客户（记入预收）；或全部：sure、suggested',
      ignore: '与客户无关、不再核对的流水',
      reason: '忽略的原因',
      plan: '将比对结果和可选决定写入该文件，不入账',
      apply: '执行修改后的方案，要么全部、要么不执行',
      rule: '今后忽略与该笔同类的流水：名称=流水编号',
      map: '映射文件，或已保存映射的名称',
      encoding: '对账单的编码，如 gb18030',
      date: '日期写法，如 d/M/yyyy；文件本身看不出时用',
      decimal: '小数点，. 或 ,；文件本身看不出时用',
    },
    examples: [
      ['crm reconcile oct.csv --account icbc', '收入对账单，把握十足的入账'],
      ['crm reconcile camt053.xml --account main', '同上，使用 CAMT 文件'],
      ['crm reconcile --dry-run', '只看会入账哪些、为什么'],
      ['crm reconcile --plan plan.yaml', '写出方案供复核修改'],
      ['crm reconcile --apply plan.yaml', '执行修改后的方案'],
      ['crm reconcile --accept suggested', '无其他候选的建议一并入账'],
      ['crm reconcile --explain rtxn17', '查看该笔流水的比对过程'],
    ],
  },
}
