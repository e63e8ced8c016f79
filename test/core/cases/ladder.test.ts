// The chase ladder: 3, 15 and 30 days after the due day, at least 7 days between two reminders.
import { describe, expect, it } from 'vitest'
import { addDays, day } from '../../../src/core/base/day.ts'
import { nextStep } from '../../../src/core/cases/ladder.ts'
import { settings } from '../../support/book.ts'

const today = day('2026-11-22')
const late = (days: number, recorded = 0) => ({ due: addDays(today, -days), recorded })
const next = (documents: readonly ReturnType<typeof late>[], remindedDaysAgo?: number) =>
  nextStep(documents, settings.chase, today, remindedDaysAgo === undefined ? null : addDays(today, -remindedDaysAgo))

describe('the next step', () => {
  it('comes on the day that is enough days after the due day, not before', () => {
    expect(next([late(2)])).toEqual({ next: 'waiting', on: '2026-11-23' })
    expect(next([late(3)])).toEqual({ next: 'due', level: 1 })
  })
  it('is the first one even for a document that is very late', () =>
    expect(next([late(400)])).toEqual({ next: 'due', level: 1 }))
  it('is one above the last recorded one', () => expect(next([late(400, 1)], 7)).toEqual({ next: 'due', level: 2 }))
  it('waits until enough days have passed since the last reminder', () =>
    expect(next([late(400, 1)], 3)).toEqual({ next: 'waiting', on: '2026-11-26' }))
  it('waits until the document is late enough for it', () =>
    expect(next([late(10, 1)], 7)).toEqual({ next: 'waiting', on: '2026-11-27' }))
  it('is not repeated: a second run on the same day plans nothing', () =>
    expect(next([late(3, 1)], 0)).toEqual({ next: 'waiting', on: '2026-12-04' }))
  it('ends after the last one', () => expect(next([late(400, 3)], 40)).toEqual({ next: 'exhausted' }))
  it('never falls while a reminded document is unpaid, even when a younger one is the reason for the letter', () =>
    expect(next([late(14, 2), late(3, 0)], 10)).toEqual({ next: 'due', level: 2 }))
  it('falls when the reminded document is paid', () =>
    expect(next([late(3, 0)], 10)).toEqual({ next: 'due', level: 1 }))
  it('catches up a missed run step by step', () => {
    // Nobody ran it between day 3 and day 40: friendly on day 40, firm on 47, final on 54.
    expect(next([late(40)])).toEqual({ next: 'due', level: 1 })
    expect(next([late(47, 1)], 7)).toEqual({ next: 'due', level: 2 })
    expect(next([late(54, 2)], 7)).toEqual({ next: 'due', level: 3 })
  })
})
