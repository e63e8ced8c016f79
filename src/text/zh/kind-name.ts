// Kinds of rows by their Chinese names.
import { money } from './words/money.ts'

const names: Readonly<Record<string, string>> = money

export function kindName(kind: string): string {
  return names[kind] ?? kind
}
