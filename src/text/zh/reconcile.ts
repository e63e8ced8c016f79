// What is said around decisions on bank lines: the head of a plan file, and the review at the keyboard.
import type { ReconcileText } from '../catalogue.ts'

export const reconcileText: ReconcileText = {
  planHead: `crm reconcile 的对账方案。修改 “decision:” 之后的内容，然后运行：crm reconcile --apply 文件
accept                  按 proposed 入账
pick 序号               选择该候选
settle 单据号, 单据号   依次核销这些单据，余额记入预收；也可写此前手工入账的收款编号
split 单据号 金额; 客户 金额    按份拆分
account 客户            全部记入该客户预收
new 名称                新建客户，款项记入其预收
ignore 原因             与客户无关
rule 名称               同上，且今后同类流水都按此规则忽略
skip                    暂不处理
只要有一项决定不能执行，就什么都不写入。`,
  sureTitle: (count, amount) => `${count} 笔把握十足，合计 ${amount}。`,
  sureKeys: 'a 全部入账 · e 逐笔查看 · s 暂不处理 · q 退出',
  progress: (at, count, left) => `第 ${at} 笔，共 ${count} 笔 · 尚未处理 ${left}`,
  difference: (left) => `尚待分配：${left}`,
  noChoice: '没有相符的候选',
  keptTitle: (count) => `上次复核中断，已决定 ${count} 笔。`,
  keptKeys: 'c 接着复核 · d 放弃这些决定',
  keptNow: (count) => `已保留 ${count} 项决定；再次运行 crm reconcile 可接着复核。`,
  decided: '已决定',
  dispute: (amount, cause) => `将建立争议 ${amount}：${cause}`,
  keys: {
    accept: 'a 确认',
    pick: '1–9 选其他候选',
    settle: 'd 指定单据',
    split: 'p 拆分',
    account: 'c 记入某客户预收',
    new: 'n 新建客户',
    ignore: 'i 忽略',
    rule: 'r 设为规则并忽略',
    skip: 's 跳过',
    back: 'b 上一笔',
    forward: 'f 下一笔',
    quit: 'q 退出',
  },
  asks: {
    settle: '核销哪些单据号',
    split: '单据号或客户，及金额（留空结束）',
    account: '客户',
    new: '新客户名称',
    ignore: '忽略的原因',
    rule: '规则名称',
  },
  faults: {
    unknownDocument: (text) => `没有未清的单据或收款 ${text}`,
    unknownCustomer: (text) => `没有客户 ${text}`,
    notAShare: (example) => `请写成 ${example}`,
    tooMuch: (left) => `最多 ${left}`,
    moneyOut: () => '不是收入：可忽略、设为规则或跳过',
    noChoice: () => '没有该候选',
    noRule: () => '没有可重复的文字，不能设为规则',
  },
  quit: (decided, count) => `共 ${count} 笔，已决定 ${decided} 笔${decided === count ? '。' : '；其余留待下次。'}`,
}
