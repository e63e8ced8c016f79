// The comments that a new book's files begin with, by section.

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
  readonly chase: string
  readonly every: string
  readonly visits: string
  readonly aging: string
  readonly catalog: string
  readonly staff: string
  readonly attributes: string
  readonly ignored: string
}
