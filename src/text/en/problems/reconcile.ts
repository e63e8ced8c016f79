// Sentences for the problems of the area "reconcile".
import type { ReconcileProblems } from '../../../core/base/problems/reconcile.ts'
import type { Sentences } from '../../catalogue.ts'

const stale = {
  booked: 'it was booked meanwhile, and differently',
  ignored: 'it was left out meanwhile',
  open: 'what is open has changed since',
  proposal: 'the proposal is another one now',
}

export const reconcileProblems: Sentences<ReconcileProblems> = {
  'disputes-opened': ({ count }) => ({
    message: `${count === 1 ? '1 dispute' : `${count} disputes`} opened: the payer says why the rest is not paid`,
    hint: 'crm report disputes',
  }),
  'dispute-paid': ({ id, customer, documents }) => ({
    message: `dispute ${id} of ${customer} is open, and nothing of ${documents} is any more`,
    hint: `close it: crm log ${customer} resolve paid --case ${id}`,
  }),
  'decisions-taken': ({ booked, ignored, left }) => ({
    message: `decided: ${booked} booked, ${ignored} left out, ${left} skipped`,
  }),
  'plan-stale': ({ line, why, seen }) => ({
    message: `line ${line} is not as it was decided on: ${stale[why] ?? why}${seen === undefined || seen === '' ? '' : ` (it was ${seen})`}`,
    hint: 'write the plan again: crm reconcile --plan FILE',
  }),
  'decision-not-possible': ({ line, decision }) => ({
    message: `"${decision}" is not possible for line ${line}: no money came in`,
    hint: 'ignore it with a reason, make a rule of it, or skip it',
  }),
  'no-such-choice': ({ line, count }) => ({
    message: count === 0 ? `line ${line} has no choices` : `line ${line} has ${count} choices`,
    hint: 'settle NUMBER, account CUSTOMER, new NAME, ignore REASON or skip',
  }),
  'line-settles-nothing': ({ line, document }) => ({
    message: `line ${line} cannot settle ${document}: nothing of it is left to settle`,
  }),
  'share-too-large': ({ line, document }) => ({
    message: `line ${line} gives ${document} more than is open of it`,
  }),
  'shares-not-the-line': ({ line }) => ({
    message: `the shares of line ${line} are more than its amount, or do not make all of it though several customers have one`,
  }),
  'no-rule-from-line': ({ line }) => ({
    message: `line ${line} has neither a payer nor a word that could come again, so it makes no rule`,
  }),
  'not-a-decision': ({ text }) => ({
    message: `"${text}" is no decision`,
    hint: 'one of: accept, pick N, settle NUMBER, split NUMBER AMOUNT; NUMBER AMOUNT, account CUSTOMER, new NAME, ignore REASON, rule NAME, skip',
  }),
  'decided-twice': ({ line }) => ({ message: `line ${line} stands in the plan twice` }),
  'flags-exclude': ({ flags }) => ({ message: `${flags.join(' and ')} cannot be used together` }),
  'plan-written': ({ path, lines }) => ({
    message: `${lines === 1 ? '1 line' : `${lines} lines`} written to ${path}`,
    hint: `edit decision: of each line, then crm reconcile --apply ${path}`,
  }),
  'lines-by-rule': ({ count }) => ({
    message: `${count === 1 ? '1 line' : `${count} lines`} left out by rule`,
  }),
  'rule-proposed': ({ text, count, line }) => ({
    message: `ignored ${count} times: ${text}`,
    hint: `make it a rule: crm reconcile --rule NAME=${line}`,
  }),
  'balances-apart': ({ account }) => ({
    message: `the adjusted balances of ${account} differ, or one of them is not known`,
    hint: 'crm report bank shows the statements, their balances and where lines are missing',
  }),
  'entered-without-account': ({ count }) => ({
    message: `${count === 1 ? '1 payment or refund' : `${count} payments and refunds`} entered by hand could be of several accounts of that currency, or of none, and stand in no reconciliation`,
  }),
  'rule-added': ({ name }) => ({ message: `rule ${name} added to bank-rules.csv` }),
}
