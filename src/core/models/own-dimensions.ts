// Dimensions that a book declares: ordered rules over facts, of which the first that holds gives the class.
import type { Problem } from '../base/problem.ts'
import type { ConditionSource, DimensionSettings } from '../book/class-settings.ts'
import { evidenceText, holds, readCondition } from '../facts/condition.ts'
import type { Predicate } from '../facts/predicate.ts'
import { withProposed } from '../facts/proposed-classes.ts'
import type { Sources } from '../facts/sources.ts'
import type { Assignment } from './assignment.ts'
import { type ClusterDimension, findClusters } from './clusters.ts'
import { settled } from './sticky.ts'

export interface OwnDimension {
  readonly name: string
  /** Classes in order, the best first, each once. */
  readonly classes: readonly string[]
  readonly rules: readonly OwnRule[]
}

export interface OwnRule {
  readonly class: string
  readonly when: Predicate
  readonly keep: Predicate | null
}

export function readDimensions(sources: Sources): {
  readonly dimensions: readonly OwnDimension[]
  readonly problems: readonly Problem[]
} {
  const read = sources.book.settings.classes.dimensions
    .filter((d) => d.kMeans === undefined)
    .map((d) => readDimension(sources, d))
  return { dimensions: read.map((r) => r.dimension), problems: read.flatMap((r) => r.problems) }
}

function readDimension(sources: Sources, { name, rules }: DimensionSettings) {
  const problems: Problem[] = []
  const read = (source: ConditionSource | undefined) => {
    const parsed = readCondition(source, sources)
    problems.push(...parsed.problems)
    return parsed.predicate
  }
  const dimension: OwnDimension = {
    name,
    classes: [...new Set(rules.map((r) => r.class))],
    rules: rules.map((r) => ({ class: r.class, when: read(r.when), keep: r.keep === undefined ? null : read(r.keep) })),
  }
  return { dimension, problems }
}

export interface OwnAssignments {
  readonly assignments: readonly Assignment[]
  readonly orders: readonly (readonly [string, readonly string[]])[]
  readonly problems: readonly Problem[]
  readonly clusters: readonly ClusterDimension[]
}

/** Dimension by dimension as declared; each sees the classes that the ones before it propose as if they were accepted. */
export function ownAssignments(
  sources: Sources,
  places: readonly number[],
  before: readonly Assignment[],
): OwnAssignments {
  const proposed = new Map<string, Map<number, string>>()
  const propose = (list: readonly Assignment[]) => {
    for (const { dimension, index, class: name } of list) {
      const classes = proposed.get(dimension) ?? new Map<number, string>()
      proposed.set(dimension, classes.set(index, name))
    }
  }
  propose(before)
  const assignments: Assignment[] = []
  const orders: (readonly [string, readonly string[]])[] = []
  const problems: Problem[] = []
  const clusters: ClusterDimension[] = []
  for (const declared of sources.book.settings.classes.dimensions) {
    const found = assign(sources, withProposed(sources, proposed), declared, places)
    const list = found.proposals.map((a) => settled(sources, a, found.order))
    propose(list)
    assignments.push(...list)
    orders.push([declared.name, found.order])
    problems.push(...found.problems)
    if (found.cluster !== null) clusters.push(found.cluster)
  }
  return { assignments, orders, problems, clusters }
}

/** `seen` shows the classes that rules may speak of; whom a rule keeps is decided by what was accepted. */
function assign(
  sources: Sources,
  seen: Sources,
  declared: DimensionSettings,
  places: readonly number[],
): {
  readonly proposals: readonly Assignment[]
  readonly order: readonly string[]
  readonly problems: readonly Problem[]
  readonly cluster: ClusterDimension | null
} {
  const proposals = (classOf: (index: number) => { readonly class: string; readonly reason: string } | null) =>
    places.flatMap((index): Assignment[] => {
      const found = classOf(index)
      const customer = sources.customers[index]?.id ?? ''
      return found === null ? [] : [{ index, customer, dimension: declared.name, ...found }]
    })
  if (declared.kMeans !== undefined) {
    const { dimension, problems } = findClusters(seen, declared.name, declared.kMeans)
    const classOf = (index: number) => {
      const found = dimension?.of.get(index)
      return found === undefined ? null : { class: found.cluster.name, reason: found.reason }
    }
    return {
      proposals: proposals(classOf),
      order: dimension?.clusters.map((c) => c.name) ?? [],
      problems,
      cluster: dimension,
    }
  }
  const { dimension, problems } = readDimension(seen, declared)
  if (problems.length > 0) return { proposals: [], order: [], problems, cluster: null }
  const accepted = (index: number) => sources.classes().accepted(index, declared.name)?.row.class ?? null
  return {
    proposals: proposals((index) => ownClass(seen, index, dimension, accepted(index))),
    order: dimension.classes,
    problems: [],
    cluster: null,
  }
}

/** Null where no rule takes the customer. `accepted` is the class that he has, for rules that keep it. */
function ownClass(
  sources: Sources,
  index: number,
  dimension: OwnDimension,
  accepted: string | null,
): { readonly class: string; readonly reason: string } | null {
  for (const rule of dimension.rules) {
    if (holds(rule.when, sources, index)) return { class: rule.class, reason: evidenceText(rule.when, sources, index) }
    if (rule.keep !== null && rule.class === accepted && holds(rule.keep, sources, index))
      return { class: rule.class, reason: `keep ${evidenceText(rule.keep, sources, index)}` }
  }
  return null
}
