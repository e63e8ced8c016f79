// Sentences for the problems of the area "analysis".
import type { AnalysisProblems } from '../../../core/base/problems/analysis.ts'
import type { Sentences } from '../../catalogue.ts'

const predicateExamples: Readonly<Record<string, string>> = {
  money: "write an amount in the book's currency, as sales12m>=100000 or overdue=1000..5000",
  number: 'write a number, as orders12m>=3',
  days: 'write a number of days, as overdueDays>30',
  percent: 'write a percentage, as salesChange12m<-40% or completeness>=0.8',
  day: 'write a day or a period, as lastSale<2026-06-01 or since=2025',
  flag: 'write yes or no, as onHold=yes',
  class: 'write a class, as grade=A or grade in A,B',
  text: 'write a text, as industry=retail or name~harbour',
  list: 'write one of its words, as tag:vip',
}

export const analysisProblems: Sentences<AnalysisProblems> = {
  'unknown-fact': ({ fact, like }) => ({
    message: `there is no fact "${fact}"`,
    ...(like.length === 0 ? {} : { hint: `did you mean ${like.join(', ')}?` }),
  }),
  'predicate-unclear': ({ text }) => ({
    message: `"${text}" is not a condition`,
    hint: 'write a fact, a comparison and a value, as grade=A or "sales12m>=100000 and not stage=lost"',
  }),
  'predicate-value': ({ fact, operator, text, type }) => ({
    message: `${fact} ${operator} "${text}" does not go with a fact of the kind ${type}`,
    hint: predicateExamples[type] ?? 'crm facts lists the facts and their kinds',
  }),
  'classes-accepted': ({ count, customers }) => ({
    message: `${count} ${count === 1 ? 'class' : 'classes'} of ${customers} ${customers === 1 ? 'customer' : 'customers'} accepted`,
  }),
  'classes-unchanged': () => ({ message: 'every customer is in the class that was accepted last' }),
  'classes-not-accepted': ({ count }) => ({
    message: `${count} ${count === 1 ? 'class differs' : 'classes differ'} from what was accepted last`,
    hint: 'accept them with crm classify --accept',
  }),
  'class-unknown-amount': ({ customers }) => ({
    message: `not classified, because an amount cannot be converted: ${customers.join(', ')}`,
    hint: 'add the rate to rates.csv: date,from,to,rate',
  }),
  'fact-rate-missing': ({ from, currency, day }) => ({
    message: `no rate from ${from.join(', ')} to ${currency} as of ${day}: amounts that need it are unknown`,
    hint: 'add a line to rates.csv: date,from,to,rate',
  }),
  'fact-not-numeric': ({ fact, type }) => ({
    message: `${fact} is of the kind ${type}, and k-means needs numbers`,
    hint: 'name facts of the kinds money, number, days or percent; crm facts lists them',
  }),
  'nobody-matches': ({ predicate }) => ({ message: `no customer meets: ${predicate}` }),
  'nothing-accepted': ({ day }) => ({
    message: `no class was accepted by ${day}`,
    hint: 'crm classify proposes classes, crm classify --accept accepts them',
  }),
  'not-a-count': ({ flag, text }) => ({ message: `${flag} "${text}" is not a count`, hint: 'write it like 10' }),
  'unknown-dimension': ({ dimension, like, known }) => ({
    message: `there is no dimension "${dimension}"`,
    hint: like.length === 0 ? `it is one of: ${known.join(', ')}` : `did you mean ${like.join(', ')}?`,
  }),
  'unknown-class': ({ dimension, class: name, known }) => ({
    message: `${dimension} has no class "${name}"`,
    hint: `it is one of: ${known.join(', ')}`,
  }),
  'one-view': ({ names }) => ({
    message: `a list has one view, not ${names.join(' and ')}`,
    hint: 'add the conditions of the other one',
  }),
  'note-empty': ({ dimension }) => ({
    message: 'the note says nothing',
    hint: `write crm classify --note ${dimension} "what was heard"`,
  }),
  'class-noted': ({ dimension }) => ({ message: `noted for the next review of ${dimension}` }),
  'class-review-due': ({ dimension, since }) => ({
    message: `the rules of ${dimension} were last looked at on ${since}`,
    hint: `review them with crm classify --compare RULES.yaml, and say what you found: crm classify --note ${dimension} "…"`,
  }),
  'classes-compared': ({ count, from, to }) => ({
    message: `${count} ${count === 1 ? 'class' : 'classes'} would differ on ${to}; both sets of rules were played month by month from ${from}`,
  }),
  'unknown-view': ({ name, known }) => ({
    message: `crm.yaml has no view "${name}"`,
    hint: known.length === 0 ? 'add it under views: in crm.yaml' : `it is one of: ${known.join(', ')}`,
  }),
  'alerts-new': ({ count }) => ({
    message: `${count} new ${count === 1 ? 'alert' : 'alerts'}`,
    hint: 'note them with crm alerts --record',
  }),
  'alerts-recorded': ({ count }) => ({ message: `${count} ${count === 1 ? 'alert' : 'alerts'} noted` }),
  'no-new-alerts': () => ({ message: 'no new alerts' }),
}
