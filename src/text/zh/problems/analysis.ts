// Sentences for the problems of the area "analysis".
import type { AnalysisProblems } from '../../../core/base/problems/analysis.ts'
import type { Sentences } from '../../catalogue.ts'

const predicateExamples: Readonly<Record<string, string>> = {
  money: '请写本位币金额，如 sales12m>=100000、sales12m>=10万 或 overdue=1000..5000',
  number: '请写数字，如 orders12m>=3',
  days: '请写天数，如 overdueDays>30',
  percent: '请写百分比，如 salesChange12m<-40% 或 completeness>=0.8',
  day: '请写日期或期间，如 lastSale<2026-06-01 或 since=2025',
  flag: '请写 yes 或 no，如 onHold=yes',
  class: '请写分类，如 grade=A 或 grade in A,B',
  text: '请写文字，如 industry=零售 或 name~云',
  list: '请写其中一个词，如 tag:vip',
}

export const analysisProblems: Sentences<AnalysisProblems> = {
  'unknown-fact': ({ fact, like }) => ({
    message: `没有指标“${fact}”`,
    ...(like.length === 0 ? {} : { hint: `您是不是要 ${like.join('、')}？` }),
  }),
  'predicate-unclear': ({ text }) => ({
    message: `“${text}”不是条件`,
    hint: '请写成“指标 比较符 值”，如 grade=A 或 "sales12m>=100000 and not stage=lost"',
  }),
  'predicate-value': ({ fact, operator, text, type }) => ({
    message: `${fact} ${operator} “${text}” 与该指标的类型 ${type} 不符`,
    hint: predicateExamples[type] ?? 'crm facts 列出全部指标及其类型',
  }),
  'classes-accepted': ({ count, customers }) => ({ message: `已确认 ${customers} 个客户的 ${count} 项分类` }),
  'classes-unchanged': () => ({ message: '所有客户的分类均与上次确认一致' }),
  'classes-not-accepted': ({ count }) => ({
    message: `有 ${count} 项分类与上次确认不同`,
    hint: '用 crm classify --accept 确认',
  }),
  'class-unknown-amount': ({ customers }) => ({
    message: `以下客户因金额无法折算而未分类：${customers.join('、')}`,
    hint: '请在 rates.csv 中补充汇率：date,from,to,rate',
  }),
  'fact-rate-missing': ({ from, currency, day }) => ({
    message: `截至 ${day} 没有 ${from.join('、')} 兑 ${currency} 的汇率，相关金额按未知处理`,
    hint: '请在 rates.csv 中补一行：date,from,to,rate',
  }),
  'fact-not-numeric': ({ fact, type }) => ({
    message: `指标 ${fact} 的类型是 ${type}，k-means 只能用数值`,
    hint: '请用类型为 money、number、days 或 percent 的指标；crm facts 列出全部指标',
  }),
  'nobody-matches': ({ predicate }) => ({ message: `没有符合条件的客户：${predicate}` }),
  'nothing-accepted': ({ day }) => ({
    message: `截至 ${day} 尚未确认任何分类`,
    hint: '用 crm classify 查看建议，用 crm classify --accept 确认',
  }),
  'not-a-count': ({ flag, text }) => ({ message: `${flag} “${text}” 不是个数`, hint: '请写成 10 这样' }),
  'unknown-dimension': ({ dimension, like, known }) => ({
    message: `没有维度“${dimension}”`,
    hint: like.length === 0 ? `可选：${known.join('、')}` : `您是不是要 ${like.join('、')}？`,
  }),
  'unknown-class': ({ dimension, class: name, known }) => ({
    message: `维度 ${dimension} 中没有分类“${name}”`,
    hint: `可选：${known.join('、')}`,
  }),
  'one-view': ({ names }) => ({
    message: `一个清单只能用一个视图，不能同时用 ${names.join('、')}`,
    hint: '请把另一个视图的条件写出来',
  }),
  'note-empty': ({ dimension }) => ({
    message: '备注没有内容',
    hint: `请写 crm classify --note ${dimension} "听到的意见"`,
  }),
  'class-noted': ({ dimension }) => ({ message: `已记下，供下次评审 ${dimension} 时参考` }),
  'class-review-due': ({ dimension, since }) => ({
    message: `${dimension} 的分类规则上次评审于 ${since}`,
    hint: `可用 crm classify --compare RULES.yaml 评审，并记下结论：crm classify --note ${dimension} "…"`,
  }),
  'classes-compared': ({ count, from, to }) => ({
    message: `${to} 有 ${count} 项分类会不同；两套规则均自 ${from} 起逐月重演`,
  }),
  'unknown-view': ({ name, known }) => ({
    message: `crm.yaml 中没有视图“${name}”`,
    hint: known.length === 0 ? '请在 crm.yaml 的 views: 下添加' : `可选：${known.join('、')}`,
  }),
  'alerts-new': ({ count }) => ({ message: `新预警 ${count} 条`, hint: '用 crm alerts --record 登记' }),
  'alerts-recorded': ({ count }) => ({ message: `已登记预警 ${count} 条` }),
  'no-new-alerts': () => ({ message: '没有新预警' }),
}
