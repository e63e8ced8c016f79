// From terms to days and amounts: when each instalment falls due, and how much of the total it is.
import { addDays, addMonths, type Day, dayFrom, daysInMonth, endOfMonth, laterDay, parts } from '../base/day.ts'
import { exact, roundHalfUp } from '../base/decimal.ts'
import { type Minor, safe } from '../base/money.ts'
import { type Problem, problem } from '../base/problem.ts'
import type { Instalment } from './bill.ts'
import { type CalendarSettings, followingBusinessDay, knownYears } from './calendar.ts'
import { type DueRule, type MonthlyReading, parseTerms, type Terms, type TermsFault } from './terms.ts'

/** The bill's own day, and the day of the last delivery it bills, where it differs. */
export interface TermsDays {
  readonly bill: Day
  readonly delivery?: Day
}

/** The date of a month counted from the month of `d`; a short month ends earlier. */
function dateOfMonth(d: Day, months: number, date: number): Day {
  const { year, month } = parts(addMonths(dayFrom(parts(d).year, parts(d).month, 1), months))
  return dayFrom(year, month, Math.min(date, daysInMonth(year, month)))
}

function anchored(rule: DueRule, days: TermsDays): Day {
  switch (rule.anchor) {
    case 'bill':
      return addMonths(days.bill, rule.months)
    case 'delivery':
      return addMonths(days.delivery ?? days.bill, rule.months)
    case 'monthEnd':
      return dateOfMonth(days.bill, rule.months, 31)
    case 'dayOfMonth':
      return dateOfMonth(days.bill, rule.months, rule.date)
    case 'statement': {
      const ahead = dateOfMonth(days.bill, 0, rule.date) >= days.bill ? 0 : 1
      return dateOfMonth(days.bill, ahead + rule.months, rule.date)
    }
  }
}

/** Never before the bill's day; a later bill or delivery never falls due earlier. */
export function dueDay(rule: DueRule, days: TermsDays): Day {
  const reached = addDays(anchored(rule, days), rule.days)
  const due = rule.toMonthEnd ? endOfMonth(reached) : reached
  return laterDay(due, days.bill)
}

/**
 * In order of due day; they sum to `total`, which must be positive. Each part but the last is rounded half up and is at most what is
 * left; the last takes the remainder. Parts of the same day are one instalment; a part that rounds to nothing is none.
 */
export function instalments(terms: Terms, days: TermsDays, total: Minor): readonly Instalment[] {
  const amounts = new Map<Day, Minor>()
  let left = total
  terms.parts.forEach((part, i) => {
    const isLast = i === terms.parts.length - 1
    const exactShare = exact(part.percent).times(total).div(100)
    const amount = isLast ? left : Math.min(left, roundHalfUp(exactShare, 0).toNumber())
    left = safe(left - amount)
    const due = dueDay(part.rule, days)
    if (amount !== 0) amounts.set(due, (amounts.get(due) ?? 0) + amount)
  })
  return [...amounts].map(([due, amount]) => ({ due, amount })).sort((a, b) => (a.due < b.due ? -1 : 1))
}

/** Every due day moved to a business day where the book has a calendar, or the year that the calendar does not know. */
export function onBusinessDays(
  parts: readonly Instalment[],
  calendar: CalendarSettings | undefined,
): { readonly parts: readonly Instalment[] } | Problem {
  if (calendar === undefined) return { parts }
  const amounts = new Map<Day, Minor>()
  for (const { due, amount } of parts) {
    const shifted = followingBusinessDay(due, calendar)
    if (shifted === null)
      return problem(
        'calendar-unknown-year',
        { day: due, base: calendar.base, known: knownYears(calendar) },
        { file: 'crm.yaml' },
      )
    amounts.set(shifted, safe((amounts.get(shifted) ?? 0) + amount))
  }
  return { parts: [...amounts].map(([due, amount]) => ({ due, amount })) }
}

/** The last day on which the early-payment discount may be taken; null where the terms give none. */
export function discountUntil(terms: Terms, days: TermsDays): Day | null {
  return terms.discount === undefined ? null : addDays(days.bill, terms.discount.days)
}

/** The due day of a rule text that `formatRule` wrote. */
function readingDue(text: string, days: TermsDays): Day {
  const terms = parseTerms(text)
  const first = 'fault' in terms ? undefined : terms.parts[0]
  return first === undefined ? days.bill : dueDay(first.rule, days)
}

/** Why a text is not terms, with the days that each reading of an ambiguous one would give a bill of `days.bill`. */
export function termsProblem(text: string, fault: TermsFault, days: TermsDays): Problem {
  switch (fault.fault) {
    case 'unknown':
      return problem('terms-unknown', { text })
    case 'shares':
      return problem('terms-shares', { text, sum: fault.sum })
    case 'ambiguous':
      return problem('terms-ambiguous', {
        text,
        day: days.bill,
        readings: fault.readings.map((terms) => ({ terms, due: readingDue(terms, days) })),
      })
  }
}

/** Terms as a book writes them, or the problem with them. */
export function readTerms(text: string, days: TermsDays, reading?: MonthlyReading): Terms | Problem {
  const terms = parseTerms(text, reading)
  return 'fault' in terms ? termsProblem(text, terms, days) : terms
}
