// Which flags belong to which action of `crm contract`, and which changes can be asked for together.
import { problem, UserError } from '../../core/base/problem.ts'
import { argument, flagName, type Input } from '../input.ts'

export const actions = ['list', 'add', 'change', 'end', 'renew'] as const
type Action = (typeof actions)[number]

/** What each kind of change is said with; one at a time. */
const changes = {
  step: ['price', 'quantity', 'tier', 'tiers', 'included', 'package'],
  discount: ['discount'],
  index: ['index'],
  bounds: ['minimum', 'maximum'],
  set: ['name', 'project', 'renewal', 'term', 'notice'],
} as const
type ChangeKind = keyof typeof changes

/** Agreed for the whole contract: a cycle cannot turn into another one from a day on. */
const fixed = ['start', 'end', 'every', 'anchor', 'timing', 'proration', 'trial', 'currency'] as const

/** What each kind may be said with beside. */
const more: Readonly<Record<ChangeKind, readonly string[]>> = {
  step: ['from'],
  discount: ['from', 'until'],
  index: ['from', 'until', 'every'],
  bounds: ['from'],
  set: [],
}

/** The flags that an action of the verb takes. */
const flagsOf: Readonly<Record<Action, readonly string[]>> = {
  list: ['expiring', 'ahead'],
  add: [...Object.values(changes).flat(), 'kind', 'file', 'line', ...fixed].filter((f) => f !== 'index'),
  change: [...Object.values(changes).flat(), ...Object.values(more).flat(), ...fixed],
  end: ['on'],
  renew: ['until'],
}

const said = (input: Input, names: readonly string[]) =>
  names.filter((name) => {
    const value = input.flags[name]
    return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false
  })

/** A flag that an action would pass over in silence is refused. */
export function refuseOthers(action: Action, input: Input): void {
  const allowed = flagsOf[action]
  const others = said(input, Object.values(flagsOf).flat()).filter((name) => !allowed.includes(name))
  if (others.length > 0)
    throw new UserError([
      problem('contract-flags', {
        action,
        flags: [...new Set(others)].map(flagName),
        allowed: allowed.map(flagName),
      }),
    ])
}

/** The one kind of change that is asked for; what belongs to none, or to another, is refused. */
export function kindsOf(input: Input, contract: string): readonly ChangeKind[] {
  const names: readonly ChangeKind[] = ['step', 'discount', 'index', 'bounds', 'set']
  const kinds = names.filter((kind) => said(input, changes[kind]).length > 0)
  const agreed = said(input, fixed).filter((name) => name !== 'every' || !kinds.includes('index'))
  if (agreed.length > 0) {
    const customer = argument(input, 1) ?? ''
    throw new UserError([problem('contract-fixed', { customer, contract, flags: agreed.map(flagName) })])
  }
  const apart = kinds.flatMap((kind) => said(input, changes[kind]).slice(0, 1))
  if (kinds.length > 1) throw new UserError([problem('contract-changes-apart', { flags: apart.map(flagName) })])
  const [kind] = kinds
  const needless = kind === undefined ? [] : said(input, ['from', 'until']).filter((f) => !more[kind].includes(f))
  if (kind !== undefined && needless.length > 0) {
    const allowed = [...changes[kind], ...more[kind]].map(flagName)
    throw new UserError([
      problem('contract-flags', { action: `change ${apart.map(flagName)}`, flags: needless.map(flagName), allowed }),
    ])
  }
  return kinds
}
