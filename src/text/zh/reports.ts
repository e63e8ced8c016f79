// What each report shows, in one line, in Chinese.
import type { ReportName } from '../../reports/registry.ts'

export const reportSummaries: Readonly<Record<ReportName, string>> = {
  balance: '各客户按币种的欠款：未清、逾期、预收',
  aging: '账龄分析，各段与预收之和等于余额；可加 --by owner --base bill --in CNY',
  sales: '期间销售，--by 按 customer（客户）、item（商品）或 month（月份）汇总',
  statement: '客户对账单；--kind activity、open-item、balance-forward；--paper 排成文书',
  confirmations: '客户对余额的回函及差额；--detail 另列不符者此后的变动',
  exchange: '汇兑差额：--period 内结算已实现的，及某日未实现的',
  classes: '客户和销售额在已确认分类中的分布',
  bills: '账单、费用单与期初单据及其状态；可加条件 state=overdue open>=1000 grade=A',
  disputes: '客户提出的争议：原因、金额、天数及单据未清额；--all 含已了结的',
  quotes: '报价单与形式账单及其去向；预收账单及尚未抵减的余额',
  numbers: '各类单据按分部、年度的编号系列：首号、末号、下一号及缺号',
  bank: '银行账户：每日余额、对账单及其间的缺口；--detail 列出流水',
  rules: '与客户无关的银行流水规则，各用过几次、最近何时使用',
  evidence: '一张单据的证据：账单、交付、收款、银行流水、函件与工单',
  reconciliation: '银行存款余额调节表：对账单与账面余额，及四类未达账项；--paper 排成表格供签章',
  ratios: '某期间（--period）的 DSO、CEI、周转率、集中度、付款天数，附计算过程',
  provision: '坏账准备：按分组和账龄计提，及本期应补提；--detail 另列迁徙率',
  handover: '交接表：handover 2026-10；合计、明细、预收、未对账流水、结账状态、签字栏',
}
