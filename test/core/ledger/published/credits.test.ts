// Scenarios of credits, refunds and void that other systems publish as tests or rules, restated as facts. Expected values are
// worked by hand from the rule; where ours is another on purpose, `ours` says why. Amounts are fen (cents).
import { planCredit } from '../../../../src/core/verbs/credit/plan.ts'
import { planRefund } from '../../../../src/core/verbs/refund/plan.ts'
import { planReversal } from '../../../../src/core/verbs/reverse/plan.ts'
import { planVoid } from '../../../../src/core/verbs/void/plan.ts'
import { row } from '../../../support/book.ts'
import {
  accounts,
  apply,
  bill,
  bookOf,
  credit,
  outcome,
  paid100,
  pay,
  prove,
  spent,
  today,
} from '../../../support/scenarios.ts'

prove('credits, refunds and void', [
  {
    system: 'ERPNext',
    fact: 'a credit of 100 of which 80 is set against an invoice of 100 leaves 20 on either side',
    found: () =>
      accounts(
        [bill('A', 10000), credit('2026-02-01', 'C1', '', 10000), apply('2026-02-01', 'C1', 'A', 8000)],
        '2026-02-01',
      ),
    expected: ['2000 2000 0'],
  },
  {
    system: 'ERPNext',
    fact: 'a cancelled payment opens its invoice again',
    found: () =>
      accounts(
        [
          bill('A', 10000),
          paid100,
          apply('2026-02-01', paid100.id, 'A', 10000),
          row('2026-02-05', 'reverse', 'ada', 10000, { of: paid100.id }),
        ],
        '2026-02-05',
      ),
    expected: ['10000 0 10000'],
  },
  {
    system: 'ERPNext',
    fact: 'a credit note can be cancelled',
    ours: 'it is an issued document: it is never taken out of the book, only unapplied or billed again',
    found: () => outcome(planReversal(bookOf(spent), { row: spent[3]?.id ?? '', reason: '' }, today)),
    expected: ['cannot-reverse'],
  },
  {
    system: 'ERPNext',
    fact: 'a credit note of 140 on an invoice of 100 makes it −40',
    ours: 'a document is credited up to its total less prior credits; more is a credit of the customer',
    found: () =>
      outcome(
        planCredit(
          bookOf([bill('A', 10000)]),
          { name: 'A', amount: '140.00', lines: [], reason: 'return', release: false },
          today,
        ),
      ),
    expected: ['credit-beyond'],
  },
  {
    system: 'Stripe',
    fact: 'a credit of 50 on 100 with 60 paid lowers what remains by 40, and 10 becomes the balance of the customer',
    found: () => {
      const paid = pay('2026-02-01', 6000)
      const rows = [bill('A', 10000), paid, apply('2026-02-01', paid.id, 'A', 6000)]
      const wish = { name: 'A', amount: '50.00', lines: [], reason: 'return', release: false }
      return outcome(planCredit(bookOf(rows), wish, today))
    },
    expected: ['credit 5000', 'apply 4000'],
  },
  {
    system: 'Kill Bill',
    fact: 'a credit of 30 on an invoice of 100 that is paid becomes 30 of account credit',
    found: () => accounts(spent.slice(0, 4), '2026-02-20'),
    expected: ['0 3000 -3000'],
  },
  {
    system: 'Kill Bill',
    fact: 'account credit is used by the next invoices by itself, oldest first',
    ours: 'money is set against a document by a row that somebody decided on: an open bill beside it changes nothing',
    found: () => accounts(spent.slice(0, 5), '2026-02-20'),
    expected: ['2000 3000 -1000'],
  },
  {
    system: 'Kill Bill',
    fact: 'of a credit of 30, 20 of it consumed, 10 can be refunded and not more',
    found: () => [
      outcome(planRefund(bookOf(spent), { name: 'C1', amount: '10.01', method: '', memo: '' }, today)),
      outcome(planRefund(bookOf(spent), { name: 'C1', amount: '10.00', method: '', memo: '' }, today)),
    ],
    expected: [['source-holds-less'], ['refund 1000']],
  },
  {
    system: 'Kill Bill',
    fact: 'what was refunded once is not refunded twice',
    found: () => {
      const once = [...spent, row('2026-02-22', 'refund', 'ada', 1000, { of: 'C1' })]
      return outcome(planRefund(bookOf(once), { name: 'C1', method: '', memo: '' }, today))
    },
    expected: ['source-holds-less'],
  },
  {
    system: 'Kill Bill',
    fact: 'a void invoice stays void',
    found: () =>
      outcome(
        planVoid(
          bookOf([bill('A', 10000), credit('2026-02-01', 'C1', 'A', 10000), apply('2026-02-01', 'C1', 'A', 10000)]),
          { document: 'A' },
          today,
        ),
      ),
    expected: ['credited-whole'],
  },
  {
    system: 'Lago',
    fact: 'an invoice is void only as long as nothing of it is paid',
    found: () =>
      [spent.slice(0, 1), spent.slice(0, 3)].map((rows) => outcome(planVoid(bookOf(rows), { document: 'A' }, today))),
    expected: [['credit 10000', 'apply 10000'], ['void-settled']],
  },
])
