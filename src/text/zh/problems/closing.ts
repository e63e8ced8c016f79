// Sentences for the problems of the area "closing".
import type { ClosingProblems } from '../../../core/base/problems/closing.ts'
import type { Sentences } from '../../catalogue.ts'
import { factNames } from '../words/facts.ts'
import { money } from '../words/money.ts'

const names: Readonly<Record<string, string>> = { ...money, ...factNames }

const kindName = (kind: 'row' | 'document') => (kind === 'row' ? '行' : '单据')

const mend = '请按原样恢复（git log -p），或用 crm reopen 反结账后重新结账'

export const closingProblems: Sentences<ClosingProblems> = {
  'month-closed': ({ month, date, count, newest, open }) => ({
    message:
      count === 1
        ? `${month} 已结账：不能再写入日期为 ${date} 的内容`
        : `${month} 已结账：有 ${count} 行（份）的日期在该月内，第一个为 ${date}`,
    hint: `请把日期改为 ${open} 或更晚（--date ${open}），或反结账：crm reopen ${newest} --reason "…"`,
  }),
  'not-a-month': ({ text }) => ({ message: `“${text}”不是月份`, hint: '请写成 2026-10' }),
  'month-not-over': ({ month, last, today }) => ({
    message: `${month} 到 ${last} 才结束，今天是 ${today}`,
    hint: '月末次日起才能结账',
  }),
  'month-closed-already': ({ month, newest }) => ({
    message: month === newest ? `${month} 已经结账` : `${month} 已经结账（截至 ${newest} 的月份均已结账）`,
    hint: `crm report handover ${month} 可查看`,
  }),
  'month-before-book': ({ month, first }) => ({
    message: `${month} 早于账簿的第一行（${first}）`,
    hint: `第一次结账可从该月起任选一个月：crm close ${first.slice(0, 7)}`,
  }),
  'close-out-of-order': ({ month, next }) => ({
    message: `${next} 结账之前不能结 ${month}`,
    hint: `请按月份顺序结账：crm close ${next}`,
  }),
  'month-unproven': ({ month, findings }) => ({
    message: `${month} 未通过核对：发现 ${findings} 个问题，暂不结账`,
    hint: '请先处理上面列出的问题；crm check 可再次核对',
  }),
  'month-has-open-lines': ({ month, count }) => ({
    message: `截至 ${month} 月末还有 ${count} 笔银行流水没有对账`,
    hint: 'crm reconcile；结账后才入账的款项记在第一个未结账的日期，并保留银行日期',
  }),
  'month-is-closed': ({ month, count, open }) => ({
    message: `${month} 已结账，共 ${count} 行（份）；第一个未结账的日期是 ${open}`,
  }),
  'month-not-closed': ({ month }) => ({
    message: `${month} 没有结账`,
    hint: 'crm report handover 显示各月的结账状态',
  }),
  'reopen-newest-first': ({ month, newest }) => ({
    message: `${newest} 反结账之前不能反结 ${month}`,
    hint: `请从最近的月份开始：crm reopen ${newest} --reason "…"`,
  }),
  'month-is-reopened': ({ month, date, reason }) => ({
    message: `${month} 于 ${date} 反结账：${reason}`,
    hint: `更正完毕后请重新结账：crm close ${month}`,
  }),
  'booked-on-open-day': ({ count, newest, open }) => ({
    message: `${count} 行的日期在已结账的 ${newest} 或更早，改记在 ${open}；银行日期写在备注中`,
  }),
  'close-edited': ({ month }) => ({
    message: `closes/${month}.yaml 在结账后被改动：与封存值不符`,
    hint: mend,
  }),
  'close-unchained': ({ month, before }) => ({
    message: `closes/${month}.yaml 接不上${before === '' ? '：它不是第一个结账月' : ` ${before}`}，前月封存值不同`,
    hint: '较早的月份被单独重新结账；请从最近的月份起逐月反结账，再按顺序结账',
  }),
  'close-gap': ({ month, before }) => ({
    message: `closes/${month}.yaml 之前是 ${before}，中间缺少月份`,
    hint: '请从 git 恢复 closes/ 中缺少的文件',
  }),
  'closed-after-reopened': ({ month, reopened }) => ({
    message: `${month} 已结账，而更早的 ${reopened} 处于反结账状态`,
    hint: `请先 crm reopen ${month} --reason "…"，再结 ${reopened}`,
  }),
  'closed-row-added': ({ month, kind, id }) => ({
    message: `已结账月份 ${month}：${kindName(kind)} ${id} 是结账后加入的`,
    hint: mend,
  }),
  'closed-row-missing': ({ month, kind, id }) => ({
    message: `已结账月份 ${month}：缺少${kindName(kind)} ${id}`,
    hint: mend,
  }),
  'closed-row-edited': ({ month, kind, id }) => ({
    message: `已结账月份 ${month}：${kindName(kind)} ${id} 与结账时不同`,
    hint: mend,
  }),
  'closed-list-damaged': ({ month, was, is }) => ({
    message: `已结账月份 ${month}：closes/${month}.csv 不是结账时的清单（当时 ${was} 行，现有 ${is} 行）`,
    hint: '请从 git 恢复该文件，crm check 就能指出改动之处',
  }),
  'closed-total-differs': ({ month, total, was, is, off }) => ({
    message: `已结账月份 ${month}：${names[total] ?? total}原为 ${was}，现为 ${is}，相差 ${off}`,
    hint: mend,
  }),
  'provision-without-rate': ({ segment, currency, age }) => ({
    message: `${segment}（${currency}）${names[age] ?? `逾期 ${age} 天`}没有计提比例，该部分未计提`,
    hint: '请在 crm.yaml 的 provision 中为该分组写上 rates',
  }),
  'framework-without-provision': () => ({
    message: '本准则不计提坏账准备：损失实际发生时用 crm writeoff 核销（小企业会计准则第六条）',
  }),
  'provision-not-set-up': ({ rates }) => ({
    message: 'crm.yaml 没有写明坏账准备的计提办法',
    hint: `请写：provision: { framework: cas, segments: [{ name: 全部, rates: [0.3, 1.6, …] }] }，共 ${rates} 个百分比：未到期、各账龄段、最后一段以上；不计提的写 framework: small`,
  }),
  'provision-rates-count': ({ segment, found, rates }) => ({
    message: `分组“${segment}”有 ${found} 个计提比例，应有 ${rates} 个`,
    hint: '未到期一个，每个账龄段一个，最后一段以上一个',
  }),
  'nothing-to-explain': ({ name }) => ({
    message: `没有名为 ${name} 的客户、单据、款项或行`,
    hint: '请用编号；crm show 客户 可列出最近的行',
  }),
  'line-missing': ({ line, row }) => ({
    message: `行 ${row} 来自银行流水 ${line}，但 bank/ 中没有这一笔`,
    hint: '请从 git 恢复该文件，或重新导入对账单',
  }),
  'line-overbooked': ({ line, booked, brought, over, rows }) => ({
    message: `银行流水 ${line} 收到 ${brought}，却入账 ${booked}，多出 ${over}：${rows.join('、')}`,
    hint: `请用 crm reverse 冲销多出的一行，如 ${rows[rows.length - 1]}`,
  }),
  'line-ignored-and-booked': ({ line, row }) => ({
    message: `银行流水 ${line} 已忽略，行 ${row} 却把它入了账`,
    hint: `请从 ignored.csv 中删去该笔，或用 crm reverse ${row}`,
  }),
}
