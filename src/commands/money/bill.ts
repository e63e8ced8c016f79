// crm bill [ID…]: what was delivered and not yet billed becomes bills; also quotes, pro-forma documents and deposits.

import { parseDecimal } from '../../core/base/decimal.ts'
import { problem, UserError } from '../../core/base/problem.ts'
import type { BookPart } from '../../core/book/book.ts'
import { planAccept } from '../../core/verbs/bill/accept.ts'
import { planDeposit } from '../../core/verbs/bill/deposit.ts'
import { planBills } from '../../core/verbs/bill/plan.ts'
import { planQuote, type QuoteLine } from '../../core/verbs/bill/quote.ts'
import { argumentList, dayFlag, decimalFlag, flag, flagList, type Input, periodFlag, switchOn } from '../input.ts'
import type { PlanTask, Verb } from '../verb.ts'

const needs: readonly BookPart[] = ['customers', 'items', 'rates', 'journal', 'bills', 'quotes', 'activity', 'classes']

export const bill: Verb = {
  arguments: ['[id...]'],
  options: [
    '--period <period>',
    '--date <day>',
    '--discount <percent>',
    '--proforma',
    '--quote',
    '--line <text...>',
    '--valid-until <day>',
    '--accept <number>',
    '--deposit <amount>',
    '--of <number>',
    '--item <item>',
    '--project <name>',
    '--keep-deposits',
  ],
  prepare(input): PlanTask {
    const accepted = flag(input, 'accept')
    const deposit = flag(input, 'deposit')
    if (accepted !== undefined) return accept(input, accepted)
    if (deposit !== undefined) return ask(input, deposit)
    return switchOn(input, 'quote') ? quote(input) : run(input)
  },
}

function run(input: Input): PlanTask {
  const period = periodFlag(input, 'period')
  const discount = decimalFlag(input, 'discount')
  const validUntil = dayFlag(input, 'validUntil')
  const wanted = {
    customers: argumentList(input, 0),
    ...dated(input),
    ...(period === undefined ? {} : { period }),
    ...(discount === undefined ? {} : { discount }),
    ...(validUntil === undefined ? {} : { validUntil }),
    proforma: switchOn(input, 'proforma'),
    keepDeposits: switchOn(input, 'keepDeposits'),
  }
  return { task: 'plan', byTheClock: true, needs, plan: (book, context) => planBills(book, wanted, context) }
}

function dated(input: Input) {
  const date = dayFlag(input, 'date')
  return date === undefined ? {} : { date }
}

function accept(input: Input, number: string): PlanTask {
  const wanted = { number, ...dated(input) }
  return { task: 'plan', byTheClock: true, needs, plan: (book, context) => planAccept(book, wanted, context) }
}

function onlyCustomer(input: Input): string {
  const [customer, more] = argumentList(input, 0)
  if (more !== undefined) throw new UserError([problem('too-many-arguments', { allowed: 1 })])
  if (customer === undefined) throw new UserError([problem('argument-missing', { name: 'id' })])
  return customer
}

function quote(input: Input): PlanTask {
  const lines = flagList(input, 'line').map(quoteLine)
  if (lines.length === 0) throw new UserError([problem('flag-missing', { flag: '--line' })])
  const validUntil = dayFlag(input, 'validUntil')
  const discount = decimalFlag(input, 'discount')
  const project = flag(input, 'project')
  const wanted = {
    customer: onlyCustomer(input),
    lines,
    ...dated(input),
    ...(validUntil === undefined ? {} : { validUntil }),
    ...(discount === undefined ? {} : { discount }),
    ...(project === undefined ? {} : { project }),
  }
  return { task: 'plan', needs, plan: (book, context) => planQuote(book, wanted, context) }
}

/** `ITEM`, `ITEM,QUANTITY` or `ITEM,QUANTITY,PRICE`. */
function quoteLine(text: string): QuoteLine {
  const [item = '', quantity = '1', price, more] = text.split(/[,，]/).map((part) => part.trim())
  const isNumber = (t: string) => parseDecimal(t) !== null
  if (item === '' || !isNumber(quantity) || (price !== undefined && !isNumber(price)) || more !== undefined)
    throw new UserError([problem('quote-line', { text })])
  return { item, quantity, ...(price === undefined ? {} : { price }) }
}

function ask(input: Input, amount: string): PlanTask {
  const of = flag(input, 'of')
  const item = flag(input, 'item')
  const project = flag(input, 'project')
  const wanted = {
    customer: onlyCustomer(input),
    amount,
    ...dated(input),
    ...(of === undefined ? {} : { quote: of }),
    ...(item === undefined ? {} : { item }),
    ...(project === undefined ? {} : { project }),
  }
  return { task: 'plan', byTheClock: true, needs, plan: (book, context) => planDeposit(book, wanted, context) }
}
