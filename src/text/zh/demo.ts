// What `crm demo` says between the commands, in Chinese.
import type { DemoText } from '../en/demo.ts'

export const demoText: DemoText = {
  intro: (folder, today) =>
    `灯塔电子商行是一家虚构的电子元件贸易商：四十位客户，三种货币。
它的账簿就是一个文本文件夹，现已复制一份到
  ${folder}
账已做到九月底。十月的销售明细和银行流水已放在 inbox/ 里。
下面用您自己也会输入的命令，把十月的账从头做到尾。演示中的“今天”是 ${today}。`,
  more: (left) => `……（演示中略去 ${left} 行，自行运行该命令可看全部）……`,
  sales: '一、卖了什么：导入门店系统导出的 CSV，按表头自动识别各列。',
  salesDone: (n) =>
    `→ 导入 ${n.imported} 笔销售（其中退货 ${n.returns} 笔），不含税合计 ${n.sums}。${
      n.rejected.length === 0
        ? ''
        : `
  第 ${n.rejected.join('、')} 行未导入：账簿里没有这位客户。
  程序不猜测：先用 crm add 建档，再导入一次同一文件，只会新增这一行。`
    }`,
  bank: '二、银行流水：原样导入，此时尚未入账。',
  bankDone: (lines) => `→ ${lines} 笔流水已存入 bank/。以后导入有重叠的流水，只会新增没有的部分。`,
  bill: '三、开账单：凡未开账单的销售，按客户和币种各开一张。',
  billDone: (n) =>
    `→ 共 ${n.bills} 张账单，编号 ${n.first} 至 ${n.last}，连号无缺；价税合计 ${n.sums}。
  每张账单在 bills/2026/ 下各为一个文件，开出后不再改动；明细账里各记一行。`,
  reconcile: '四、对账：先按流水摘要里的账单编号，再按已知付款人的准确金额，逐笔核销。',
  reconcileDone: (n) =>
    `→ 已入账 ${n.matched} 笔：${n.sums}。
  其余 ${n.left.length} 笔留待人工判断：
${n.left.map((l) => `  ${l.date}  ${l.amount}  ${l.payer === '' ? '—' : l.payer}：${l.reason}`).join('\n')}`,
  tie: '同时对得上几张账单的，只列出、不入账。任何一笔都可以查看考虑过哪些候选：',
  chase: '五、催收：已扣除预收款；有争议或已承诺付款的暂停催收；其余按催收阶梯出函。',
  letter: '其中一封催款函的全文：',
  letterTo: 'songtao',
  chaseDone: (n) =>
    `→ 应发催款函 ${n.letters} 封，各用客户的语言。${
      n.spared.length === 0 ? '' : `${n.spared.join('、')} 因有未决争议或已承诺付款，相关账单暂不催收。`
    }
  crm chase --record 登记为已发，同一封不会再催第二次。`,
  classify: '六、客户分级：价值层、按累计销售占比划分的 A·B·C 级，以及 RFM 评分。',
  classifyDone: (n) =>
    `→ 与八月底确认的结果相比有 ${n.moved} 项变化：升 ${n.up} 项，降 ${n.down} 项，其余为平调或新评。
  执行 crm classify --accept 才会写入账簿。`,
  reports: '七、十月底的往来余额与账龄。',
  rollForward: (rows) =>
    `→ 各币种勾稽相符：\n${rows
      .map(
        (r) => `  ${r.currency}：期初 ${r.before} ＋ 本期账单 ${r.billed} － 本期收款 ${r.received} ＝ 期末 ${r.after}`,
      )
      .join('\n')}`,
  agingDone: '→ 每行各账龄段之和等于该客户余额，末行合计等于上表余额合计。',
  check: '八、检查账簿：没有输出，即各项规则全部成立。',
  end: (folder, today) =>
    `十月的账就做完了。可以接着自己看看，日期仍设为当天（在源码仓库里用 npx crm 代替 crm）：
  export CRM_BOOK=${folder} CRM_TODAY=${today}
  crm show yunfan                   一页看完一位客户
  crm report statement yunfan       客户对账单
  crm help                          其余命令
所有内容都是文本：bills/、journal/、customers/ 用任何编辑器都能打开。看完后删除该文件夹即可。`,
}
