// Sentences for the problems of the area "reconcile".
import type { ReconcileProblems } from '../../../core/base/problems/reconcile.ts'
import type { Sentences } from '../../catalogue.ts'

const stale = {
  booked: '其间已按别的方式入账',
  ignored: '其间已被忽略',
  open: '未清金额已变动',
  proposal: '匹配建议已不同',
}

export const reconcileProblems: Sentences<ReconcileProblems> = {
  'disputes-opened': ({ count }) => ({
    message: `已建立争议 ${count} 项：付款人说明了余款未付的原因`,
    hint: 'crm report disputes',
  }),
  'dispute-paid': ({ id, customer, documents }) => ({
    message: `客户 ${customer} 的争议 ${id} 仍未了结，而 ${documents} 已无欠款`,
    hint: `可了结：crm log ${customer} resolve 已付清 --case ${id}`,
  }),
  'decisions-taken': ({ booked, ignored, left }) => ({
    message: `决定如下：入账 ${booked} 笔，忽略 ${ignored} 笔，跳过 ${left} 笔`,
  }),
  'plan-stale': ({ line, why, seen }) => ({
    message: `流水 ${line} 与作出决定时不同：${stale[why] ?? why}${seen === undefined || seen === '' ? '' : `（当时为 ${seen}）`}`,
    hint: '请重新生成方案：crm reconcile --plan 文件',
  }),
  'decision-not-possible': ({ line, decision }) => ({
    message: `流水 ${line} 不是收入，不能“${decision}”`,
    hint: '可忽略并写明原因（ignore）、设为规则（rule）或跳过（skip）',
  }),
  'no-such-choice': ({ line, count }) => ({
    message: count === 0 ? `流水 ${line} 没有候选` : `流水 ${line} 只有 ${count} 个候选`,
    hint: '可用 settle 单据号、account 客户、new 名称、ignore 原因 或 skip',
  }),
  'line-settles-nothing': ({ line, document }) => ({
    message: `流水 ${line} 不能核销 ${document}：该单据已无未清金额`,
  }),
  'share-too-large': ({ line, document }) => ({ message: `流水 ${line} 分给 ${document} 的金额超过其未清金额` }),
  'shares-not-the-line': ({ line }) => ({
    message: `流水 ${line} 的各份之和超过其金额，或分给多个客户而未分完`,
  }),
  'no-rule-from-line': ({ line }) => ({ message: `流水 ${line} 既无户名又无可重复的文字，不能设为规则` }),
  'not-a-decision': ({ text }) => ({
    message: `“${text}”不是决定`,
    hint: '可写：accept、pick 序号、settle 单据号、split 单据号 金额; 单据号 金额、account 客户、new 名称、ignore 原因、rule 名称、skip',
  }),
  'decided-twice': ({ line }) => ({ message: `方案中流水 ${line} 出现两次` }),
  'flags-exclude': ({ flags }) => ({ message: `${flags.join(' 与 ')} 不能同时使用` }),
  'plan-written': ({ path, lines }) => ({
    message: `已将 ${lines} 笔流水写入 ${path}`,
    hint: `逐笔修改 decision:，然后运行 crm reconcile --apply ${path}`,
  }),
  'lines-by-rule': ({ count }) => ({ message: `按规则忽略 ${count} 笔流水` }),
  'rule-proposed': ({ text, count, line }) => ({
    message: `已忽略 ${count} 次：${text}`,
    hint: `可设为规则：crm reconcile --rule 名称=${line}`,
  }),
  'balances-apart': ({ account }) => ({
    message: `账户 ${account} 调节后的余额不相等，或有一方未知`,
    hint: 'crm report bank 可查看对账单、余额及缺少流水之处',
  }),
  'entered-without-account': ({ count }) => ({
    message: `${count} 笔手工录入的收付款无法确定属于哪个账户（该币种有多个账户或没有账户），未列入调节表`,
  }),
  'rule-added': ({ name }) => ({ message: `规则 ${name} 已记入 bank-rules.csv` }),
}
