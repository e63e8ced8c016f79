// How a document's number is taken apart: its runs of letters and digits, all of them in one, and the ends it is also known by.
import { isDay } from '../../base/day.ts'

export interface Token {
  readonly text: string
  /** What stands between the token before and this one; starts with a blank at a border of scripts. */
  readonly gap: string
}

/** Runs of letters and digits in capitals, width ignored. Chinese characters separate like blanks. */
export function tokensOf(text: string): Token[] {
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/\p{Script=Han}+/gu, ' ')
  const tokens: Token[] = []
  let end = 0
  for (const found of plain.matchAll(/[\p{L}\p{N}]+/gu)) {
    tokens.push({ text: found[0], gap: tokens.length === 0 ? ' ' : plain.slice(end, found.index) })
    end = found.index + found[0].length
  }
  return tokens
}

/** Fewest digits of the end of a number that still hint at it. */
export const fewestEnd = 4

/** Most numbers are written in plain characters, and there may be a hundred thousand. */
const plainNumber = /^[A-Za-z0-9][A-Za-z0-9 /_.-]*$/

export function partsOf(number: string): string[] {
  return plainNumber.test(number)
    ? number
        .toUpperCase()
        .split(/[^A-Z0-9]+/)
        .filter((p) => p !== '')
    : tokensOf(number).map((t) => t.text)
}

/** All parts in one. */
export function keyOf(number: string): string {
  return plainNumber.test(number) ? number.toUpperCase().replace(/[^A-Z0-9]+/g, '') : partsOf(number).join('')
}

/** Where in the key the parts begin. */
function partStarts(number: string): number[] {
  const starts: number[] = []
  let at = 0
  if (plainNumber.test(number)) {
    let isInside = false
    for (let i = 0; i < number.length; i++) {
      const isPart = isPlain(number.charCodeAt(i))
      if (isPart && !isInside) starts.push(at)
      if (isPart) at++
      isInside = isPart
    }
    return starts
  }
  for (const part of partsOf(number)) {
    starts.push(at)
    at += part.length
  }
  return starts
}

/** The number without its series (0012 of INV-2026-0012, 20260012) and without leading zeros, as far as enough digits remain; each once. */
export function eachEnd(number: string, key: string, visit: (end: string) => void): void {
  let digits = key.length
  while (digits > 0 && isDigit(key.charCodeAt(digits - 1))) digits--
  let lastFrom = -1
  let lastBare = -1
  for (const start of partStarts(number)) {
    const from = Math.max(start, digits)
    let bare = from
    while (bare < key.length && key.charCodeAt(bare) === 48) bare++
    if (from !== lastFrom && from !== lastBare) visitEnd(key, from, visit)
    if (bare !== from && bare !== lastBare) visitEnd(key, bare, visit)
    lastFrom = from
    lastBare = bare
  }
}

function visitEnd(key: string, from: number, visit: (end: string) => void): void {
  if (key.length - from < fewestEnd) return
  const end = key.slice(from)
  if (!isDayText(end)) visit(end)
}

function isPlain(code: number): boolean {
  return isDigit(code) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122)
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

/** 20261005 is a day before it is anything else; 2026 is a year. */
export function isDayText(digits: string): boolean {
  if (digits.length === 4) return /^(?:19|20)\d\d$/.test(digits)
  return digits.length === 8 && isDay(`${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`)
}
