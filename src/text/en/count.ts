// Numbers of things.

/** `1 row`, `2 rows`. */
export function count(n: number, unit: string): string {
  return `${n} ${unit}${n === 1 ? '' : 's'}`
}
