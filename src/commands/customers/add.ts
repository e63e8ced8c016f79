// crm add NAME: a new customer file.
import { customerKinds } from '../../core/book/customer.ts'
import { planAdd } from '../../core/verbs/add/plan.ts'
import { choiceFlag, currencyFlag, dayFlag, flag, flagList, requiredArgument } from '../input.ts'
import type { Verb } from '../verb.ts'

export const add: Verb = {
  arguments: ['<name>'],
  options: [
    '--id <id>',
    '--kind <kind>',
    '--industry <industry>',
    '--region <region>',
    '--size <size>',
    '--owner <staff>',
    '--email <email>',
    '--phone <phone>',
    '--address <address>',
    '--contact <name>',
    '--alias <name...>',
    '--language <language>',
    '--terms <terms>',
    '--currency <code>',
    '--tax-id <id>',
    '--credit-limit <amount>',
    '--stage <stage>',
    '--since <day>',
    '--tag <tag...>',
    '--notes <text>',
  ],
  prepare(input) {
    const wish = {
      name: requiredArgument(input, 0),
      id: flag(input, 'id'),
      kind: choiceFlag(input, 'kind', customerKinds),
      industry: flag(input, 'industry'),
      region: flag(input, 'region'),
      size: flag(input, 'size'),
      owner: flag(input, 'owner'),
      email: flag(input, 'email'),
      phone: flag(input, 'phone'),
      address: flag(input, 'address'),
      contact: flag(input, 'contact'),
      aliases: flagList(input, 'alias'),
      language: choiceFlag(input, 'language', ['en', 'zh']),
      terms: flag(input, 'terms'),
      currency: currencyFlag(input, 'currency'),
      taxId: flag(input, 'taxId'),
      creditLimit: flag(input, 'creditLimit'),
      stage: flag(input, 'stage'),
      since: dayFlag(input, 'since'),
      tags: flagList(input, 'tag'),
      notes: flag(input, 'notes'),
    }
    return { task: 'plan', needs: ['customers', 'staff'], plan: (book, context) => planAdd(book, wish, context) }
  },
}
