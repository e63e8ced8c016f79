// Scenarios of applying money and of exchange differences that other systems publish as tests or rules, restated as facts. Expected
// values are worked by hand from the rule; where ours is another on purpose, `ours` says why. Amounts are fen (cents).
import { planApplication } from '../../../../src/core/verbs/apply/plan.ts'
import { planPayment } from '../../../../src/core/verbs/pay/plan.ts'
import { row } from '../../../support/book.ts'
import {
  accounts,
  allocated,
  apply,
  bill,
  bookOf,
  dollars,
  exchanged,
  outcome,
  paid140,
  pay,
  prove,
  spent,
  three,
  today,
  usd,
} from '../../../support/scenarios.ts'

prove('applying and over-applying', [
  {
    system: 'ERPNext',
    fact: 'a payment of 100 over invoices of 80 and 70 takes the first whole and 20 of the second, in order of day',
    found: () => allocated(10000, [bill('A', 8000, '2026-02-01'), bill('B', 7000, '2026-02-02')]),
    expected: 'A 8000, B 2000, rest 0',
  },
  {
    system: 'Odoo/OCA',
    fact: '250 against 100, 200 and 300 settles 100 and 150 of the 200: oldest first',
    found: () => allocated(25000, three),
    expected: 'A 10000, B 15000, rest 0',
  },
  {
    system: 'Odoo/OCA',
    fact: '300 against 100, 200 and 300 settles the 300: an exact amount beats the oldest',
    found: () => allocated(30000, three),
    expected: 'C 30000, rest 0',
  },
  {
    system: 'ERPNext',
    fact: '300 against 100, 200 and 300 settles 100 and 200',
    ours: 'an exact amount is the better evidence of what was meant, as Odoo has it',
    found: () => allocated(30000, three),
    expected: 'C 30000, rest 0',
  },
  {
    system: 'Odoo/OCA',
    fact: 'of two items that fit alike the first is taken',
    ours: 'nothing says which of two bills of one amount and due day is meant: the money stays on account',
    found: () => allocated(5000, [bill('A', 5000), bill('B', 5000)]),
    expected: 'rest 5000',
  },
  {
    system: 'Odoo/OCA',
    fact: 'two payments of 500 with the same text settle one bill of 1,000 between them',
    found: () => {
      const one = pay('2026-02-01', 50000)
      const two = pay('2026-02-01', 50000, { memo: 'second' })
      const rows = [bill('A', 100000), one, apply('2026-02-01', one.id, 'A', 50000)]
      return [
        accounts(rows, '2026-02-01'),
        accounts([...rows, two, apply('2026-02-01', two.id, 'A', 50000)], '2026-02-01'),
      ]
    },
    expected: [['50000 0 50000'], ['0 0 0']],
  },
  {
    system: 'Odoo/OCA',
    fact: '95 received for 100, the missing 5 within tolerance is written off and nothing stays open',
    found: () => {
      const paid = pay('2026-02-01', 9500)
      const off = row('2026-02-01', 'writeoff', 'ada', 500, { document: 'A', reason: 'small' })
      return accounts([bill('A', 10000), paid, apply('2026-02-01', paid.id, 'A', 9500), off], '2026-02-01')
    },
    expected: ['0 0 0'],
  },
  {
    system: 'ERPNext',
    fact: 'more than 0.009 beyond what the invoice wants is refused',
    ours: 'a cent is refused by the same rule, and there is no tolerance below it',
    found: () =>
      outcome(
        planApplication(
          bookOf([bill('A', 10000), paid140]),
          { source: paid140.id, document: 'A', amount: '100.01' },
          today,
        ),
      ),
    expected: ['settles-beyond-open'],
  },
  {
    system: 'ERPNext',
    fact: 'an unallocated 26.749950 is rounded and reconciled',
    ours: 'an amount has the decimals of its currency: it is refused, never rounded in silence',
    found: () =>
      outcome(
        planPayment(
          bookOf([bill('A', 10000)]),
          { customer: 'ada', amount: '26.749950', settles: [], onAccount: false, method: '', memo: '' },
          today,
        ),
      ),
    expected: ['not-an-amount'],
  },
])

prove('exchange differences', [
  {
    system: 'ERPNext',
    fact: 'the difference is allocated × (rate of the payment − rate of the invoice), payment by payment',
    // 60 × (7.25 − 7.10) = 9.00; 40 × (7.00 − 7.10) = −4.00.
    found: () => {
      const one = pay('2026-02-01', 6000, dollars('7.25'))
      const two = pay('2026-03-01', 4000, dollars('7.00'))
      return exchanged([
        bill('A', 10000, '2026-02-15', dollars('7.10')),
        one,
        apply('2026-02-01', one.id, 'A', 6000, { currency: usd }),
        two,
        apply('2026-03-01', two.id, 'A', 4000, { currency: usd }),
      ])
    },
    expected: [900, -400],
  },
  {
    system: 'ERPNext',
    fact: 'an account in the currency of the company has no difference',
    found: () => exchanged(spent.slice(0, 3)).filter((difference) => difference !== 0),
    expected: [],
  },
])
