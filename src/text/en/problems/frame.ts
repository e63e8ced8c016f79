// Sentences for the problems of the area "frame".
import type { FrameProblems } from '../../../core/base/problems/frame.ts'
import type { Sentences } from '../../catalogue.ts'
import { systemReason } from './system.ts'

const likely = (like: readonly string[]) => (like.length === 0 ? {} : { hint: `did you mean ${like.join(', ')}?` })

export const frameProblems: Sentences<FrameProblems> = {
  usage: ({ text }) => ({ message: text, hint: 'crm help VERB shows the flags of a verb' }),
  'unknown-option': ({ option, like }) => ({
    message: `there is no flag ${option}`,
    hint: like.length === 0 ? 'crm help VERB shows the flags of a verb' : `did you mean ${like.join(', ')}?`,
  }),
  'argument-missing': ({ name }) => ({ message: `${name} is missing`, hint: 'crm help VERB shows what a verb needs' }),
  'option-needs-value': ({ option }) => ({ message: `${option} needs a value` }),
  'too-many-arguments': ({ allowed }) => ({
    message: `too many arguments: at most ${allowed}`,
    hint: 'put quotes around a text that has blanks',
  }),
  'unknown-verb': ({ name, like }) => ({
    message: `there is no verb "${name}"`,
    hint: like.length === 0 ? 'crm --help lists the verbs' : `did you mean ${like.join(', ')}?`,
  }),
  'no-book': ({ path }) => ({
    message: `no book here: ${path} has no crm.yaml, nor has any folder above it`,
    hint: 'go into the book, name it with --book DIR or CRM_BOOK, or make one with crm init DIR',
  }),
  'not-a-day': ({ flag, text }) => ({
    message: `${flag} "${text}" is not a day that exists`,
    hint: 'write it like 2026-11-03',
  }),
  'not-a-period': ({ flag, text }) => ({
    message: `${flag} "${text}" is not a period`,
    hint: 'write it like 2026-10, 2026Q4, 2026, 2026-01-05..2026-02-10 or "last month"',
  }),
  'not-an-amount': ({ flag, text, currency, decimals }) => ({
    message: `${flag} "${text}" is not an amount in ${currency}`,
    hint:
      decimals === 0
        ? `${currency} has no decimals: write it like 1250`
        : `write it like ${decimals === 2 ? '12.50' : '12.500'}, with at most ${decimals} decimals`,
  }),
  'not-a-number': ({ flag, text }) => ({
    message: `${flag} "${text}" is not a number`,
    hint: 'write it like 3 or 2.5',
  }),
  'not-one-of': ({ flag, text, allowed }) => ({
    message: `${flag} cannot be "${text}"`,
    hint: `it is one of: ${allowed.join(', ')}`,
  }),
  'hidden-character': ({ text, character }) => ({
    message: `"${text}" holds the character ${character}, which cannot be seen`,
    hint: 'type the text again; what was copied from elsewhere may bring such characters along',
  }),
  'flag-missing': ({ flag }) => ({
    message: `${flag} is missing`,
    hint: `there is nobody to ask here: give it as a flag, ${flag} …`,
  }),
  'unknown-code': ({ name, like }) => ({ message: `no problem has the code "${name}"`, ...likely(like) }),
  'changed-underneath': ({ file }) => ({
    message: `${file} was changed, added or removed by someone else meanwhile; nothing was written`,
    hint: 'run the command again',
  }),
  'today-before-rows': ({ today, newest }) => ({
    message: `today is taken to be ${today}, but the book has rows up to ${newest}`,
    hint: 'look at the clock of this machine, --today and CRM_TODAY',
  }),
  'today-ahead': ({ today, newest, days }) => ({
    message: `today is taken to be ${today}, ${days} days after the newest row of the book, ${newest}`,
    hint: 'look at the clock of this machine, --today and CRM_TODAY',
  }),
  'today-far-ahead': ({ today, newest, days }) => ({
    message: `today is taken to be ${today}, ${days} days after the newest row of the book, ${newest}; nothing was written`,
    hint: 'look at the clock of this machine, --today and CRM_TODAY; if the day is right, add --yes',
  }),
  'plan-changed': () => ({
    message: 'the book changed meanwhile, so the plan shown no longer holds; nothing was written',
    hint: 'run the command again',
  }),
  'output-folder-not-empty': ({ path }) => ({
    message: `there is something in ${path} already`,
    hint: 'name a folder that is new or empty with --output',
  }),
  'output-exists-as-folder': ({ path }) => ({ message: `${path} is a folder`, hint: 'name a file with --output' }),
  'amount-too-large': ({ amount }) => ({
    message: `an amount or a total is too large: ${amount} in the smallest unit of its currency; 9007199254740991 is the limit`,
    hint: 'look for a quantity, a price or an amount with digits too many',
  }),
  'file-failed': ({ path, reason }) => ({ message: `${path}: ${systemReason(reason)}` }),
  'cannot-write': ({ path, reason }) => ({ message: `cannot write ${path}: ${systemReason(reason)}` }),
  'cannot-read': ({ path, reason }) => ({ message: `cannot read ${path}: ${systemReason(reason)}` }),
  'dry-run': () => ({ message: 'dry run: nothing was written' }),
  'nothing-to-do': () => ({ message: 'nothing to do' }),
  'not-understood': ({ text, expected }) => ({
    message: `"${text}" is not understood`,
    hint: `write it like ${expected}`,
  }),
  cancelled: () => ({ message: 'cancelled; nothing was written' }),
  'needs-confirmation': () => ({
    message: 'this needs a yes',
    hint: 'look at the plan with --dry-run, then give --yes',
  }),
  'not-a-timezone': ({ text }) => ({
    message: `"${text}" is not a time zone`,
    hint: 'write it like Asia/Shanghai or Europe/Berlin',
  }),
  'book-exists': ({ path }) => ({ message: `${path} holds a book already` }),
  'book-created': ({ path }) => ({
    message: `a new book stands in ${path}`,
    hint: 'cd there and try: crm add "First Customer"',
  }),
  'demo-folder-taken': ({ path }) => ({
    message: `${path} is there already and not empty`,
    hint: 'name another folder with --dir, or leave --dir out',
  }),
  'git-failed': ({ reason }) => ({
    message: `git init did not work: ${reason}`,
    hint: 'the book works without git; run git init there later',
  }),
  'no-book-at-commit': ({ commit }) => ({ message: `commit ${commit} has no crm.yaml here` }),
  'not-known-to-git': ({ when, reason }) => ({
    message: `git knows no state of the book at ${when}${reason === '' ? '' : `: ${reason}`}`,
    hint: 'name a day or a commit of the git repository that holds the book',
  }),
  'known-at-reads': ({ verb }) => ({
    message: `--known-at shows the past and cannot be combined with crm ${verb}, which writes`,
  }),
  'as-known-at': ({ commit }) => ({ message: `the book as of commit ${commit}` }),
}
