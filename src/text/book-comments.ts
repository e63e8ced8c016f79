// The comments that a new book's files begin with, by section.

/** What a new book says is done for the customers of a class; A means the best grade. */
export interface ActionTexts {
  readonly benefitsA: string
  readonly benefitsB: string
  readonly benefitsC: string
  readonly chaseA: string
  readonly chaseB: string
  readonly chaseC: string
  readonly visitsRaise: string
  readonly visitsReduce: string
  readonly visitsLetGo: string
}

export interface BookComments {
  readonly settings: string
  readonly book: string
  readonly company: string
  readonly currency: string
  readonly tax: string
  readonly rounding: string
  readonly numbering: string
  readonly terms: string
  readonly tiers: string
  readonly abc: string
  readonly rfm: string
  readonly effort: string
  readonly actions: string
  readonly hourlyCost: string
  readonly chase: string
  readonly every: string
  readonly visits: string
  readonly aging: string
  /** Above `moreSettings` of the template. */
  readonly more: string
  readonly catalog: string
  readonly staff: string
  readonly attributes: string
  readonly ignored: string
  readonly actionTexts: ActionTexts
}
