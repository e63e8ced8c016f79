// What is said around decisions on bank lines: the head of a plan file, and the review at the keyboard.
import type { ReconcileText } from '../catalogue.ts'

export const reconcileText: ReconcileText = {
  planHead: `Plan of crm reconcile. Edit what stands after "decision:", then: crm reconcile --apply FILE
accept                       book what is proposed
pick N                       the choice of that number
settle NUMBER, NUMBER        these documents in that order, the rest on account; or a payment entered before
split NUMBER AMOUNT; CUSTOMER AMOUNT    each its share
account CUSTOMER             all of it on account
new NAME                     a new customer, the money on account
ignore REASON                does not concern customers
rule NAME                    the same, and so do all lines like it from now on
skip                         leave it open
Nothing is written unless every decision can be carried out.`,
  sureTitle: (count, amount) => `${count} lines are sure, together ${amount}.`,
  sureKeys: 'a book them all · e look at each · s leave them · q quit',
  progress: (at, count, left) => `Line ${at} of ${count} · still open ${left}`,
  difference: (left) => `still to be given: ${left}`,
  noChoice: 'nothing fits',
  keptTitle: (count) =>
    `${count === 1 ? '1 line was' : `${count} lines were`} decided in a review that was broken off.`,
  keptKeys: 'c continue with what was decided · d drop it',
  keptNow: (count) =>
    `${count === 1 ? '1 decision is' : `${count} decisions are`} kept; crm reconcile goes on with ${count === 1 ? 'it' : 'them'}.`,
  decided: 'decided',
  dispute: (amount, cause) => `opens a dispute over ${amount}: ${cause.toLowerCase()}`,
  keys: {
    accept: 'a accept',
    pick: '1–9 pick another',
    settle: 'd documents',
    split: 'p split',
    account: 'c on account of a customer',
    new: 'n new customer',
    ignore: 'i ignore',
    rule: 'r ignore by rule',
    skip: 's skip',
    back: 'b back',
    forward: 'f forward',
    quit: 'q quit',
  },
  asks: {
    settle: 'Numbers it settles',
    split: 'NUMBER or CUSTOMER, and AMOUNT (empty: done)',
    account: 'Customer',
    new: 'Name of the new customer',
    ignore: 'Why it is ignored',
    rule: 'Name of the rule',
  },
  faults: {
    unknownDocument: (text) => `there is no open document or payment ${text}`,
    unknownCustomer: (text) => `there is no customer ${text}`,
    notAShare: (example) => `write it like ${example}`,
    tooMuch: (left) => `at most ${left}`,
    moneyOut: () => 'no money came in: ignore it, make it a rule, or skip it',
    noChoice: () => 'there is no such choice',
    noRule: () => 'it says nothing that could come again',
  },
  quit: (decided, count) =>
    `${decided} of ${count} decided${decided === count ? '.' : '; the rest stays for the next time.'}`,
}
